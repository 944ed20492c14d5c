"""Subgraphs know their nodes and the clusters in them, and hand down what they say of new nodes."""

from __future__ import annotations

from sphinx_gitops.importers.graphviz.dot_graph import DotGraph, DotSubgraph, DotValue


def test_clusters_are_found_through_subgraphs_that_are_none():
    root = DotSubgraph("", 1)
    plain = root.opened("", 2)
    inner = plain.opened("cluster_a", 3)
    root.opened("b", 4).attributes["cluster"] = DotValue("true")
    assert [one.name for one in root.clusters()] == ["cluster_a", "b"]
    inner.nodes["x"] = None
    assert list(root.all_nodes()) == ["x"]


def test_a_subgraph_that_is_written_twice_is_one():
    root = DotSubgraph("", 1)
    assert root.opened("s", 2) is root.opened("s", 5)
    assert root.opened("", 2) is not root.opened("", 5)


def test_a_node_has_what_was_said_when_it_came():
    graph = DotGraph(DotSubgraph("", 1), is_strict=False)
    graph.root.node_defaults["shape"] = DotValue("box")
    node = graph.add_node("a", 1, graph.root)
    graph.root.node_defaults["shape"] = DotValue("oval")
    assert graph.add_node("a", 2, graph.root) is node
    assert node.attributes == {"shape": DotValue("box")}
