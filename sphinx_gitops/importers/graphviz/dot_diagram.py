"""A digraph in, the diagram out: nodes, boxes and edges with what they say, and what is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sphinx_gitops.importers.diagrams.diagram import Diagram, DiagramBox, DiagramEdge, DiagramNode, Remark
from sphinx_gitops.importers.graphviz.dot_graph import Attributes, DotEdge, DotGraph, DotNode, DotSubgraph, DotValue
from sphinx_gitops.importers.graphviz.labels import lines_of
from sphinx_gitops.model import Direction, FlowKind

_KINDS = {"diamond": "decision", "Mdiamond": "decision", "cylinder": "state-store"}
_PLAIN = frozenset(
    ["box", "rect", "rectangle", "square", "ellipse", "oval", "record", "Mrecord", "plain", "plaintext", "none"]
) | {""}
_STYLES = {"dotted": FlowKind.FEEDBACK, "dashed": FlowKind.FEEDBACK, "bold": FlowKind.PROMOTION}
_COLOURS = ("fillcolor", "color", "fontcolor", "bgcolor", "pencolor")
_ENDS = ("lhead", "ltail", "headlabel", "taillabel", "xlabel")
_NO_NAME = frozenset({"", "g", "graph", "digraph", "mygraph"})


def _text(attributes: Attributes, *names: str) -> str:
    return next((attributes[name].text for name in names if attributes.get(name, DotValue("")).text.strip()), "")


def _words(attributes: Attributes, name: str) -> frozenset[str]:
    return frozenset(word.strip().lower() for word in _text(attributes, name).split(","))


class _Reader:
    """Makes a diagram of a digraph."""

    def __init__(self, graph: DotGraph) -> None:
        self.graph = graph
        self.remarks: list[Remark] = []
        self.boxes: list[DiagramBox] = []
        self.box_of: dict[str, str] = {}
        self.name = graph.root.name

    def note(self, line: int, text: str) -> None:
        self.remarks.append(Remark(line, text))

    def _looks(self, attributes: Attributes, line: int, owner: str, defaults: Attributes) -> None:
        """Note colours that are written for one part alone."""
        if any(name in attributes and attributes[name] != defaults.get(name) for name in _COLOURS):
            self.note(line, f"the colours of {owner} are left out: a component has those of its class")

    def read_boxes(self, scope: DotSubgraph, outer: str, inherited: Attributes) -> None:
        """Note the clusters in a subgraph, outermost first, and the box of each node: the first that has it."""
        for cluster in scope.clusters():
            name = self._box_id(cluster.name)
            own = {**inherited, **cluster.attributes}
            lines = lines_of(own.get("label", DotValue("")), {"G": cluster.name}) or (cluster.name,)
            self.boxes.append(DiagramBox(id=name, line=cluster.line, lines=lines, classes=_classes(own), box=outer))
            self._looks(cluster.attributes, cluster.line, cluster.name, {})
            if _text(cluster.attributes, "URL", "href"):
                self.note(cluster.line, f"the link of {cluster.name} is left out: only a component has one")
            for node in cluster.all_nodes():
                if self.box_of.get(node, outer) == outer:
                    self.box_of[node] = name
            self.read_boxes(cluster, name, {})

    def _box_id(self, name: str) -> str:
        taken = {*self.graph.nodes, *(box.id for box in self.boxes)}
        while name in taken:
            name += "-box"
        return name

    def node(self, node: DotNode) -> DiagramNode:
        shape = _text(node.attributes, "shape")
        defaults = self.graph.root.node_defaults
        if shape not in _PLAIN and shape not in _KINDS:
            self.note(node.line, f"the shape of {node.name}, {shape}, is left out")
        if "invis" in _words(node.attributes, "style"):
            self.note(node.line, f"{node.name} is invisible in the diagram, and drawn in the workflow")
        self._looks(node.attributes, node.line, node.name, defaults)
        label = node.attributes.get("label", DotValue("\\N"))
        lines = lines_of(label, {"N": node.name, "G": self.name}, shape)
        if not lines:
            self.note(node.line, f"{node.name} has no title, so its id is shown")
        return DiagramNode(
            id=node.name,
            line=node.line,
            lines=lines,
            classes=_classes(node.attributes),
            box=self.box_of.get(node.name, ""),
            kind=_KINDS.get(shape, ""),
            url=_text(node.attributes, "URL", "href"),
            description=" ".join(lines_of(DotValue(_text(node.attributes, "tooltip")), {"N": node.name})),
        )

    def edges(self) -> Iterator[DiagramEdge]:
        for edge in self.graph.edges:
            if "invis" in _words(edge.attributes, "style"):
                self.note(edge.line, f"the invisible edge from {edge.tail} to {edge.head} is left out")
            else:
                yield self._edge(edge)

    def _edge(self, edge: DotEdge) -> DiagramEdge:
        way = _text(edge.attributes, "dir").lower()
        styles = _words(edge.attributes, "style")
        kind = next((_STYLES[style] for style in sorted(styles) if style in _STYLES), FlowKind.AUTOMATION)
        ends = f"the edge from {edge.tail} to {edge.head}"
        if way == "none" or _text(edge.attributes, "arrowhead") == "none":
            self.note(edge.line, f"{ends}: a line without a head is drawn as an arrow")
        if way == "back":
            self.note(edge.line, f"{ends}: its head is at {edge.tail}, so it is drawn from {edge.head}")
        for name in _ENDS:
            if name in edge.attributes:
                self.note(edge.line, f"{ends}: {name} is left out")
        names = {"T": edge.tail, "H": edge.head, "E": f"{edge.tail}->{edge.head}", "G": self.name}
        source, target = (edge.head, edge.tail) if way == "back" else (edge.tail, edge.head)
        return DiagramEdge(
            source=source,
            target=target,
            line=edge.line,
            kind=FlowKind.SYNC if way == "both" else kind,
            label=" ".join(lines_of(edge.attributes.get("label", DotValue("")), names)),
            url=_text(edge.attributes, "URL", "href", "labelURL", "labelhref"),
        )

    def note_rest(self) -> None:
        """Note what is said of ports, and of how all nodes or edges look."""
        for name, line in self.graph.ports:
            self.note(line, f"the port of {name} is left out")
        for kind, line in self.graph.default_lines:
            self.note(line, f"how every {kind} looks is left out")


def _classes(attributes: Mapping[str, DotValue]) -> tuple[str, ...]:
    return tuple(attributes.get("class", DotValue("")).text.split())


def diagram_of(graph: DotGraph) -> Diagram:
    """The diagram, its title the label of the graph, else its name."""
    reader = _Reader(graph)
    root = graph.root
    inherited = {name: value for name, value in root.attributes.items() if name == "class"}
    reader.read_boxes(root, "", inherited)
    nodes = tuple(map(reader.node, graph.nodes.values()))
    edges = tuple(reader.edges())
    reader.note_rest()
    title = " ".join(lines_of(root.attributes.get("label", DotValue("")), {"G": root.name}))
    name = "" if root.name.lower() in _NO_NAME else root.name.replace("_", " ")
    way = _text(root.attributes, "rankdir").upper()
    return Diagram(
        title=title or name,
        direction=Direction(way) if way in Direction.__members__ else None,
        nodes=nodes,
        boxes=tuple(reader.boxes),
        edges=edges,
        remarks=tuple(sorted(reader.remarks)),
    )
