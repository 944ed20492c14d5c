"""The order of statements counts, as it does for Mermaid."""

from __future__ import annotations

from sphinx_gitops.importers.mermaid.flow_graph import FlowGraph
from sphinx_gitops.importers.mermaid.vertices import Label, MermaidLink, MermaidSubgraph

ARROW = MermaidLink("", ">", "-", 1, id="e1")


def subgraph(name: str, *members: str) -> MermaidSubgraph:
    return MermaidSubgraph(id=name, line=1, place=1, label=Label(name), is_named=True, members=list(members))


def test_a_node_is_in_the_subgraph_that_ends_first():
    graph = FlowGraph()
    graph.add_subgraph(subgraph("s", "A", "B", "A", "s"))
    graph.add_subgraph(subgraph("t", "B", "C"))
    graph.add_subgraph(subgraph("s", "D"))
    assert [(one.id, one.members) for one in graph.subgraphs.values()] == [("s", ["A", "B", "D"]), ("t", ["C"])]


def test_the_id_of_a_link_makes_no_node():
    graph = FlowGraph()
    graph.add_links(["A"], ["B", "C"], ARROW)
    graph.add_data("e1", 2, " animate: true ")
    graph.add_vertex("L_A_C_0", 3)
    assert graph.vertices == {}
    assert [(one.line, one.text) for one in graph.remarks] == [(2, "the data of the link e1 is left out")]


def test_a_later_label_and_shape_count():
    graph = FlowGraph()
    graph.add_vertex("A", 1, Label("one"), "square")
    graph.add_vertex("A", 2)
    graph.add_vertex("A", 3, Label("two"), "round")
    vertex = graph.vertices["A"]
    assert (vertex.label, vertex.shape, vertex.line) == (("two", False), "round", 1)


def test_a_class_is_lost_on_what_is_not_there_yet():
    graph = FlowGraph()
    graph.add_vertex("A", 1)
    graph.add_class("A,B", "c")
    graph.add_vertex("B", 2)
    assert [one.classes for one in graph.vertices.values()] == [["c"], []]
