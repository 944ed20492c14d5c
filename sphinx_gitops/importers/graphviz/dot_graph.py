"""What the statements of a digraph say in, one after the other; its nodes, edges and clusters out, with attributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class DotValue(NamedTuple):
    """The value of an attribute, and whether it is HTML."""

    text: str
    is_html: bool = False


Attributes = dict[str, DotValue]


@dataclass(slots=True)
class DotNode:
    """A node with its attributes, and the line that names it first."""

    name: str
    line: int
    attributes: Attributes


@dataclass(slots=True)
class DotEdge:
    """An edge with its attributes."""

    tail: str
    head: str
    line: int
    attributes: Attributes


@dataclass(slots=True)
class DotSubgraph:
    """A subgraph, or the whole graph: what is in it, and what it says of what it is going to have."""

    name: str
    line: int
    attributes: Attributes = field(default_factory=dict)
    node_defaults: Attributes = field(default_factory=dict)
    edge_defaults: Attributes = field(default_factory=dict)
    nodes: dict[str, None] = field(default_factory=dict)
    subgraphs: dict[str, DotSubgraph] = field(default_factory=dict)

    @property
    def is_cluster(self) -> bool:
        """Whether it is drawn as a box."""
        cluster = self.attributes.get("cluster", DotValue("")).text.lower()
        return self.name.startswith("cluster") or cluster in {"true", "yes", "1"}

    def opened(self, name: str, line: int) -> DotSubgraph:
        """The subgraph of that name, new or continued, with what this one says of what it has."""
        found = self.subgraphs.setdefault(name or f"%{len(self.subgraphs)}", DotSubgraph(name, line))
        found.node_defaults = {**self.node_defaults, **found.node_defaults}
        found.edge_defaults = {**self.edge_defaults, **found.edge_defaults}
        return found

    def clusters(self) -> Iterator[DotSubgraph]:
        """The boxes in it that are in no other box of it."""
        for inner in self.subgraphs.values():
            if inner.is_cluster:
                yield inner
            else:
                yield from inner.clusters()

    def all_nodes(self) -> Iterator[str]:
        """The names of the nodes in it and in what is in it."""
        yield from self.nodes
        for inner in self.subgraphs.values():
            yield from inner.all_nodes()


@dataclass(slots=True)
class DotGraph:
    """A whole digraph, as far as it has been read."""

    root: DotSubgraph
    is_strict: bool
    nodes: dict[str, DotNode] = field(default_factory=dict)
    edges: list[DotEdge] = field(default_factory=list)
    _pairs: dict[tuple[str, str], DotEdge] = field(default_factory=dict)
    ports: list[tuple[str, int]] = field(default_factory=list)
    default_lines: list[tuple[str, int]] = field(default_factory=list)

    def add_node(self, name: str, line: int, scope: DotSubgraph) -> DotNode:
        """Note a node in a subgraph; a new one has what the subgraph says of new nodes."""
        scope.nodes[name] = None
        return self.nodes.setdefault(name, DotNode(name, line, dict(scope.node_defaults)))

    def add_edges(
        self,
        tails: Iterable[str],
        heads: Iterable[str],
        line: int,
        scope: DotSubgraph,
        attributes: Mapping[str, DotValue],
    ) -> None:
        """Note an edge from each tail to each head; of a strict graph once for each pair."""
        known = list(heads)
        for tail in tails:
            for head in known:
                edge = self._pairs.get((tail, head)) if self.is_strict else None
                if edge is None:
                    edge = DotEdge(tail, head, line, dict(scope.edge_defaults))
                    self._pairs[tail, head] = edge
                    self.edges.append(edge)
                edge.attributes.update(attributes)
