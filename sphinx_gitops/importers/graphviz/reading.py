"""The text of a digraph in DOT in, the diagram out, with what of it a workflow cannot have."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_gitops.importers.diagrams.diagram import Diagram, DiagramError
from sphinx_gitops.importers.graphviz.dot_diagram import diagram_of
from sphinx_gitops.importers.graphviz.parser import Parser


def graph_lines(source: str) -> Sequence[int]:
    """The line of each graph in a text, as far as Graphviz can read it."""
    lines: list[int] = []
    try:
        lines.extend(graph.root.line for graph in Parser(source, 1).graphs())
    except DiagramError as error:
        return lines or [error.line]
    return lines


def read_graphviz(source: str, first_line: int, number: int = 1) -> Diagram:
    """The digraph with a number in a text that starts on a line of its file.

    Raises DiagramError where Graphviz refuses the text, or where it has no digraph.
    """
    return diagram_of(list(Parser(source, first_line).graphs())[number - 1])
