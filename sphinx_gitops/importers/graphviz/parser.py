"""The tokens of a graph in DOT in, its nodes, edges and clusters out: the grammar of statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NoReturn

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.graphviz.dot_graph import Attributes, DotGraph, DotSubgraph, DotValue
from sphinx_gitops.importers.graphviz.lexer import END, DotToken, tokens

_IDS = ("id", "string", "html")
_LOOKS = frozenset({"fillcolor", "color", "fontcolor", "style", "shape", "penwidth", "bgcolor", "pencolor"})
_MOST_LEVELS = 100


class Parser:
    """Reads the graphs of a text that starts on a line of its file."""

    def __init__(self, text: str, first_line: int) -> None:
        self._tokens = tokens(text, first_line)
        self._token = next(self._tokens)
        self._graph = DotGraph(DotSubgraph("", first_line), is_strict=False)

    def _take(self) -> DotToken:
        taken, self._token = self._token, next(self._tokens)
        return taken

    def _take_if(self, *types: str) -> DotToken | None:
        return self._take() if self._token.type in types else None

    def _expect(self, *types: str, expected: str) -> DotToken:
        return self._take() if self._token.type in types else self._refuse(expected)

    def _refuse(self, expected: str) -> NoReturn:
        found = "the end of the file" if self._token.type == END else repr(self._token.text[:40])
        raise DiagramError(f"expected {expected}, found {found}", self._token.line)

    def graphs(self) -> Iterator[DotGraph]:
        """Each graph of the text; there is at least one. Raises DiagramError."""
        if self._token.type == END:
            raise DiagramError("the diagram is empty", self._token.line)
        while self._token.type != END:
            yield self._one()

    def _one(self) -> DotGraph:
        graph = self._graph = DotGraph(DotSubgraph("", self._token.line), is_strict=bool(self._take_if("strict")))
        kind = self._expect("digraph", "graph", expected="'digraph'")
        if kind.type == "graph":
            raise DiagramError("an undirected graph has no flows, and only digraphs are imported", kind.line)
        if self._token.type in _IDS:
            graph.root.name = self._id().text
        self._expect("{", expected="'{'")
        self._statements(graph.root, 1)
        self._expect("}", expected="'}'")
        return graph

    def _id(self) -> DotValue:
        first = self._expect(*_IDS, expected="an id")
        text = first.text
        while first.type == "string" and self._take_if("+"):
            text += self._expect("string", expected="a text in quotes behind '+'").text
        return DotValue(text, is_html=first.type == "html")

    def _statements(self, scope: DotSubgraph, level: int) -> None:
        if level > _MOST_LEVELS:
            self._refuse(f"at most {_MOST_LEVELS} subgraphs inside one another")
        while self._token.type not in {"}", END}:
            if not self._take_if(";"):
                self._statement(scope, level)

    def _statement(self, scope: DotSubgraph, level: int) -> None:
        if self._token.type in {"node", "edge", "graph"}:
            self._defaults(scope)
            return
        line = self._token.line
        ends, is_node = self._ends(scope, level)
        if self._token.type == "=" and is_node and len(ends) == 1:
            self._assignment(ends[0], scope)
            return
        groups = [ends]
        while self._token.type in {"->", "--"}:
            self._expect("->", expected="'->', as in every digraph")
            groups.append(self._ends(scope, level, is_target=True)[0])
        attributes = self._attributes()
        if len(groups) == 1 and is_node:
            for name in ends:
                self._graph.add_node(name, line, scope).attributes.update(attributes)
        for tails, heads in pairwise(groups):
            for name in (*tails, *heads):
                scope.nodes[name] = None
            self._graph.add_edges(tails, heads, line, scope, attributes)

    def _assignment(self, name: str, scope: DotSubgraph) -> None:
        self._take()
        scope.attributes[name] = self._id()

    def _ends(self, scope: DotSubgraph, level: int, *, is_target: bool = False) -> tuple[Sequence[str], bool]:
        """The nodes of one end of an edge, and whether they are named, not those of a subgraph."""
        if self._token.type in {"subgraph", "{"}:
            return self._subgraph(scope, level), False
        if self._token.type not in _IDS:
            self._refuse("a node or a subgraph" if is_target else "a statement or '}'")
        names = [self._node(scope)]
        while self._take_if(","):
            names.append(self._node(scope))
        return tuple(names), True

    def _node(self, scope: DotSubgraph) -> str:
        line, name = self._token.line, self._id().text
        if self._token.type != "=":
            self._graph.add_node(name, line, scope)
        if self._take_if(":"):
            self._graph.ports.append((name, line))
            self._id()
            if self._take_if(":"):
                self._id()
        return name

    def _subgraph(self, scope: DotSubgraph, level: int) -> Sequence[str]:
        line, name = self._token.line, ""
        if self._take_if("subgraph") and self._token.type in _IDS:
            name = self._id().text
        inner = scope.opened(name, line)
        self._expect("{", expected="'{'")
        self._statements(inner, level + 1)
        self._expect("}", expected="'}'")
        return tuple(dict.fromkeys(inner.all_nodes()))

    def _defaults(self, scope: DotSubgraph) -> None:
        kind = self._take()
        if self._take_if("="):
            self._refuse(f"'[' behind {kind.text!r}")
        if self._token.type != "[":
            self._refuse(f"'[' behind {kind.text!r}")
        attributes = self._attributes()
        if kind.type != "graph" and _LOOKS & attributes.keys():
            self._graph.default_lines.append((kind.type, kind.line))
        target = {"node": scope.node_defaults, "edge": scope.edge_defaults, "graph": scope.attributes}[kind.type]
        target.update(attributes)

    def _attributes(self) -> Attributes:
        found: Attributes = {}
        while self._take_if("["):
            while not self._take_if("]"):
                name = self._id().text
                found[name] = self._id() if self._take_if("=") else DotValue("true")
                self._take_if(";", ",")
        return found
