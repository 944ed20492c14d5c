"""What the statements of a flowchart say in, one after the other; its nodes, links and subgraphs out.

The order counts, as it does for Mermaid: a class or a link is lost on a node that is named later, and a node belongs to
the subgraph that ends first of those that name it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sphinx_gitops.importers.diagrams.diagram import ColourClass, DiagramError, Remark
from sphinx_gitops.importers.mermaid.css import colours_of
from sphinx_gitops.importers.mermaid.node_data import read_node_data
from sphinx_gitops.importers.mermaid.vertices import Joined, Label, MermaidLink, MermaidSubgraph, Vertex


@dataclass(slots=True)
class FlowGraph:
    """The graph of a flowchart, as far as it has been read."""

    direction: str = ""
    title: str = ""
    description: str = ""
    vertices: dict[str, Vertex] = field(default_factory=dict)
    links: list[Joined] = field(default_factory=list)
    subgraphs: dict[str, MermaidSubgraph] = field(default_factory=dict)
    classes: dict[str, ColourClass] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    begun: int = 0
    ended: int = 0
    _link_ids: set[str] = field(default_factory=set)
    _taken: set[str] = field(default_factory=set)
    "The members of subgraphs."
    _pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    def next_place(self) -> int:
        """The number of the subgraph that begins."""
        self.begun += 1
        return self.begun

    def note(self, line: int, text: str) -> None:
        """Note something that a workflow cannot have."""
        self.remarks.append(Remark(line, text))

    def add_vertex(self, name: str, line: int, label: Label | None = None, shape: str = "") -> Vertex | None:
        """Note a node, with its label and its shape where they are written; None where a link has the id."""
        return None if name in self._link_ids else self._vertex(name, line, label, shape)

    def _vertex(self, name: str, line: int, label: Label | None, shape: str) -> Vertex:
        vertex = self.vertices.setdefault(name, Vertex(name, line))
        if label is not None:
            vertex.label = label
        vertex.shape = shape or vertex.shape
        return vertex

    def add_data(self, name: str, line: int, text: str) -> None:
        """Note what ``@{ }`` says of a node. Raises DiagramError."""
        data = read_node_data(text, line)
        if name in self.subgraphs:
            self.note(line, f"the data of the subgraph {name} is left out")
        elif name in self._link_ids:
            self.note(line, f"the data of the link {name} is left out")
        else:
            vertex = self._vertex(name, line, data.label, data.shape)
            vertex.icon = data.icon or vertex.icon
            if data.icon and vertex.label is None:
                vertex.label = Label("")

    def add_links(self, sources: Sequence[str], targets: Sequence[str], link: MermaidLink) -> None:
        """Note a link from each source to each target; the id of the link is that of one of them."""
        for source in sources:
            for target in targets:
                is_named = source == sources[-1] and target == targets[0] and link.id not in self._link_ids
                count = self._pairs[source, target]
                own = link.id if is_named else ""
                name = own or f"L_{source}_{target}_{count + 1 if count else 0}"  # which a statement may mean
                self.links.append(Joined(source, target, link))
                self._link_ids.add(name)
                self._pairs[source, target] += 1

    def add_class(self, names: str, name: str) -> None:
        """Give a class to nodes and subgraphs that are there."""
        for one in names.split(","):
            for part in (self.vertices.get(one), self.subgraphs.get(one)):
                if part:
                    part.classes.append(name)

    def define_classes(self, names: Iterable[str], line: int, styles: Iterable[str]) -> None:
        """Note the colours of classes; later ones are laid over earlier ones."""
        for name in names:
            self.classes[name] = colours_of(styles, self.classes.get(name) or ColourClass(name=name, line=line))

    def add_style(self, name: str, line: int) -> None:
        """Note a style of one node, which makes the node if there is none."""
        self.add_vertex(name, line)
        self.note(line, f"the style of {name} is left out: a component has the colours of its class")

    def add_link_style(self, numbers: Iterable[int], line: int, styles: Iterable[str] = ()) -> None:
        """Note the style of links. Raises DiagramError where there is no such link."""
        written = ",".join(styles)
        for number in numbers:
            if number >= len(self.links):
                last = len(self.links) - 1
                raise DiagramError(f"linkStyle names link {number}, and the last one so far is {last}", line)
            self.links[number] = self.links[number]._replace(styles=written)
        self.note(line, "linkStyle is left out: a flow is drawn as its kind is")

    def add_url(self, names: str, line: int, url: str, tooltip: str) -> None:
        """Note where nodes lead that are there."""
        for name in names.split(","):
            vertex = self.vertices.get(name)
            if vertex:
                vertex.url, vertex.tooltip = url, tooltip or vertex.tooltip
            else:
                self.note(line, f"the link of {name} is left out: there is no such node yet")

    def add_callback(self, names: str, line: int, tooltip: str) -> None:
        """Note that clicks on nodes call JavaScript."""
        self.note(line, f"the call on clicks of {names} is left out: it is JavaScript")
        for name in names.split(","):
            vertex = self.vertices.get(name)
            if vertex:
                vertex.tooltip = tooltip or vertex.tooltip

    def add_subgraph(self, subgraph: MermaidSubgraph) -> str:
        """Note a subgraph that ends, and give its id; one that is written twice is one, with the members of both."""
        self.ended += 1
        members = [one for one in dict.fromkeys(subgraph.members) if one.strip() and one not in self._taken]
        found = self.subgraphs.setdefault(subgraph.id, subgraph)
        own = [] if found is subgraph else found.members
        found.members = [*own, *(one for one in members if one != subgraph.id)]
        self._taken.update(found.members)
        return subgraph.id
