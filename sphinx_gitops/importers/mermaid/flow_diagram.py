"""The graph of a flowchart in, the diagram out: nodes, boxes and edges with what they say, and what is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sphinx_gitops.importers.diagrams.diagram import Diagram, DiagramBox, DiagramEdge, DiagramNode, Remark
from sphinx_gitops.importers.mermaid.emitted import Names, flow_kind
from sphinx_gitops.importers.mermaid.flow_graph import FlowGraph
from sphinx_gitops.importers.mermaid.labels import has_icon, lines_of
from sphinx_gitops.importers.mermaid.shapes import KINDS, PLAIN
from sphinx_gitops.importers.mermaid.vertices import Joined, Label, MermaidLink, MermaidSubgraph, Vertex
from sphinx_gitops.model import Direction, FlowKind

_DIRECTIONS = {"<": "RL", "^": "BT", ">": "LR", "v": "TB", "TD": "TB"}
_KINDS = {".": FlowKind.FEEDBACK, "=": FlowKind.PROMOTION}
_HEADS = {"o": "its end, a circle, is drawn as an arrow", "x": "its end, a cross, is drawn as an arrow"}


def _direction(word: str) -> Direction | None:
    word = _DIRECTIONS.get(word, word)
    return Direction(word) if word in Direction.__members__ else None


def _kind(link: MermaidLink) -> FlowKind:
    return FlowKind.SYNC if link.start else _KINDS.get(link.stroke, FlowKind.AUTOMATION)


def _link_remarks(joined: Joined) -> Iterator[str]:
    """What of a link is lost."""
    link = joined.link
    if link.stroke == "!":
        yield "its halves do not fit together"
    if not link.end:
        yield "a line without a head is drawn as an arrow"
    elif link.end in _HEADS:
        yield _HEADS[link.end]
    if link.start and link.stroke in _KINDS:
        yield "its line, with heads at both ends, is drawn solid"
    if link.label and has_icon(link.label):
        yield "its icon is left out"


def _label_remarks(name: str, label: Label | None, lines: tuple[str, ...]) -> Iterator[str]:
    if label is not None and has_icon(label):
        yield f"the icon of {name} is left out"
    if not lines:
        yield f"{name} has no title, so its id is shown"


class _Reader:
    """Makes a diagram of a graph."""

    def __init__(self, graph: FlowGraph, remarks: Iterable[Remark]) -> None:
        self.graph = graph
        self.names = Names(graph.classes)
        self.remarks = [] if self.names.is_ours else [*remarks, *graph.remarks]
        self.around = self._around()
        self.notes = dict(self._notes())

    def note(self, line: int, text: str) -> None:
        self.remarks.append(Remark(line, text))

    def _around(self) -> dict[str, str]:
        """The subgraph around each member; one that would be inside itself is in none."""
        around: dict[str, str] = {}
        for subgraph in self.graph.subgraphs.values():
            for member in subgraph.members:
                outer = subgraph.id
                while outer and outer != member:
                    outer = around.get(outer, "")
                if outer:
                    self.note(subgraph.line, f"{member} is inside itself, so it is put beside {subgraph.id}")
                else:
                    around.setdefault(member, subgraph.id)
        return around

    def _notes(self) -> Iterator[tuple[str, str]]:
        """The sentence beside each part that has a note."""
        for vertex in self.graph.vertices.values():
            annotated = self.names.annotated(vertex.id)
            if annotated and vertex.label:
                yield annotated, " ".join(lines_of(vertex.label))

    def _lines(self, name: str, label: Label | None, line: int) -> tuple[str, ...]:
        lines = (name,) if label is None else lines_of(label)
        for text in _label_remarks(name, label, lines):
            self.note(line, text)
        return self.names.unsigned(lines)

    def node(self, vertex: Vertex) -> DiagramNode:
        if vertex.shape not in PLAIN and vertex.shape not in KINDS and not self.names.is_ours:
            self.note(vertex.line, f"the shape of {vertex.id}, {vertex.shape}, is left out")
        if vertex.icon:
            self.note(vertex.line, f"the icon of {vertex.id} is left out")
        kind, classes, mark = KINDS.get(vertex.shape, ""), self.names.classes(vertex.classes), None
        if self.names.is_ours:
            first = next(iter(lines_of(vertex.label)), "") if vertex.label else ""
            kind, colour, mark = self.names.look(vertex, first)
            classes = (colour,) if colour else ()
        return DiagramNode(
            id=self.names.id(vertex.id),
            line=vertex.line,
            lines=self._lines(vertex.id, vertex.label, vertex.line),
            classes=classes,
            note=self.notes.get(vertex.id, ""),
            box=self.names.id(self.around.get(vertex.id, "")),
            kind=kind,
            mark=mark,
            url=vertex.url,
            description=" ".join(lines_of(Label(vertex.tooltip))),
        )

    def box(self, subgraph: MermaidSubgraph) -> DiagramBox:
        return DiagramBox(
            id=self.names.id(subgraph.id),
            line=subgraph.line,
            lines=self._lines(subgraph.id, subgraph.label, subgraph.line),
            classes=self.names.classes(subgraph.classes),
            note=self.notes.get(subgraph.id, ""),
            box=self.names.id(self.around.get(subgraph.id, "")),
            is_named=subgraph.is_named,
            direction=_direction(subgraph.direction),
        )

    def edges(self) -> Iterator[DiagramEdge]:
        known = {*self.graph.vertices, *self.graph.subgraphs}
        for joined in self.graph.links:
            line, ends = joined.link.at, f"{joined.source} to {joined.target}"
            if joined.link.stroke == "~":
                self.note(line, f"the invisible link from {ends} is left out")
            elif not {joined.source, joined.target} <= known:
                self.note(line, f"the link from {ends} is left out: one of them is the id of a link")
            elif not any(self.names.annotated(end) for end in joined[:2]):
                yield self._edge(joined)

    def _edge(self, joined: Joined) -> DiagramEdge:
        link = joined.link
        if not self.names.is_ours:
            for text in _link_remarks(joined):
                self.note(link.at, f"the link from {joined.source} to {joined.target}: {text}")
        words = self.names.unsigned(lines_of(link.label)) if link.label else ()
        source, target = self.names.id(joined.source), self.names.id(joined.target)
        kind = flow_kind(joined.styles, _kind(link)) if self.names.is_ours else _kind(link)
        return DiagramEdge(source=source, target=target, line=link.at, kind=kind, label=" ".join(words))


def diagram_of(graph: FlowGraph, title: str, remarks: Iterable[Remark]) -> Diagram:
    """The diagram, its title that of the front matter, else that for screen readers."""
    reader = _Reader(graph, remarks)
    vertices = [one for one in graph.vertices.values() if one.id not in graph.subgraphs]
    subgraphs = sorted(graph.subgraphs.values(), key=lambda subgraph: subgraph.place)
    for vertex in graph.vertices.values():
        if vertex.id in graph.subgraphs and vertex.url:
            reader.note(vertex.line, f"the link of the subgraph {vertex.id} is left out: only a component has one")
    names = reader.names
    own = (one for one in vertices if not (names.annotated(one.id) or names.is_foreign(one)))
    nodes = tuple(map(reader.node, own))
    boxes = tuple(reader.box(one) for one in subgraphs)
    return Diagram(
        title=" ".join(lines_of(Label(title or graph.title))),
        description=" ".join(lines_of(Label(graph.description))),
        direction=_direction(graph.direction),
        nodes=nodes,
        boxes=boxes,
        edges=tuple(reader.edges()),
        classes=tuple(names.own(graph.classes.values())),
        remarks=tuple(sorted(reader.remarks)),
    )
