"""The grammar of DOT: statements, chains, subgraphs as ends, attributes and their defaults."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.graphviz.parser import Parser


def graph(body: str, header: str = "digraph"):
    (found,) = Parser(f"{header} {{\n{body}\n}}", 1).graphs()
    return found


@pytest.mark.parametrize(
    ("body", "nodes", "pairs"),
    [
        ("a -> b -> c", "abc", "ab bc"),
        ("{a b} -> {c d}", "abcd", "ac ad bc bd"),
        ("a, b -> c", "abc", "ac bc"),
        ("a -> subgraph s { b; c } -> d", "abcd", "ab ac bd cd"),
        ("a:p -> b:n:s", "ab", "ab"),
        ("a -> b; a -> b", "ab", "ab ab"),
        ("a -> b a", "ab", "ab"),
        ('"a" + "b"', ["ab"], ""),
        ("a [label=x, shape=box; color=red]", "a", ""),
        ("rankdir=LR; node [x=y]; edge [x=y]; graph [x=y]", "", ""),
        ("subgraph { a } [x=y]", "a", ""),
    ],
)
def test_a_body_is_nodes_and_edges(body, nodes, pairs):
    found = graph(body)
    assert list(found.nodes) == list(nodes)
    assert [one.tail + one.head for one in found.edges] == pairs.split()


def test_a_strict_graph_has_each_edge_once():
    found = graph("a -> b [label=x]; a -> b [label=y]", "strict digraph")
    assert [one.attributes["label"].text for one in found.edges] == ["y"]


def test_defaults_count_for_what_comes_later_and_inside():
    found = graph("a; node [shape=box]; b; subgraph { node [shape=oval]; c; b } d")
    shapes = {name: node.attributes["shape"].text for name, node in found.nodes.items() if node.attributes}
    assert shapes == {"b": "box", "c": "oval", "d": "box"}


def test_a_text_may_have_several_graphs():
    assert [one.root.name for one in Parser("digraph a { x } digraph b { y }", 1).graphs()] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "the diagram is empty"),
        ("graph { a -- b }", 1, "an undirected graph has no flows"),
        ("digraph {\na -- b }", 2, "expected '->', as in every digraph"),
        ("digraph {\na ->\n}", 3, "expected a node or a subgraph, found '}'"),
        ("digraph {\na [label=]}", 2, "expected an id"),
        ("digraph {\na\n", 3, "expected '}', found the end of the file"),
        ("digraph { a } b", 1, "expected 'digraph', found 'b'"),
        ("digraph {\nnode = x }", 2, "expected '[' behind 'node'"),
        ("digraph {\nsubgraph s }", 2, "expected '{'"),
        ('digraph {\n"a" + b }', 2, "expected a text in quotes behind '+'"),
        ("digraph {" + "{" * 500, 1, "at most 100 subgraphs"),
    ],
)
def test_what_graphviz_refuses_is_refused_at_its_line(text, line, message):
    with pytest.raises(DiagramError) as refused:
        list(Parser(text, 1).graphs())
    assert (refused.value.line, message in refused.value.message) == (line, True), refused.value
