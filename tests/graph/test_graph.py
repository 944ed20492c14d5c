"""Directed edges between ids: what is reached, the shortest way, and cycles."""

from __future__ import annotations

from random import Random

import pytest

from sphinx_gitops.graph.graph import Graph

LADDER = Graph.of([("a", "b"), ("b", "c"), ("c", "d"), ("a", "x"), ("x", "d"), ("d", "e")], ["alone"])


def test_neighbours_are_in_the_order_of_the_edges():
    assert list(LADDER.successors("a")) == ["b", "x"]
    assert list(LADDER.predecessors("d")) == ["c", "x"]
    assert list(LADDER.successors("alone")) == list(LADDER.predecessors("nobody")) == []


def test_ids_are_in_the_order_in_which_they_were_given():
    assert list(LADDER) == ["alone", "a", "b", "c", "d", "x", "e"]
    assert "alone" in LADDER
    assert "nobody" not in LADDER


@pytest.mark.parametrize(("hops", "expected"), [(0, "a"), (1, "abx"), (2, "abcdx"), (None, "abcdex")])
def test_what_is_reached_is_so_many_edges_away(hops, expected):
    assert LADDER.reach("a", hops) == set(expected)


def test_a_search_does_not_go_on_from_beyond():
    assert LADDER.reach("a", beyond={"b", "x"}) == {"a", "b", "x"}


def test_the_reversed_graph_is_reached_backwards():
    assert LADDER.reversed().reach("c") == {"c", "b", "a"}
    assert list(LADDER.reversed().reversed().successors("a")) == ["b", "x"]


def test_a_tree_has_shortest_paths_around_what_is_avoided():
    assert LADDER.tree("a") == {"a": None, "b": "a", "x": "a", "c": "b", "d": "x", "e": "d"}
    assert LADDER.tree("a", avoiding={"x"}) == {"a": None, "b": "a", "c": "b", "d": "c", "e": "d"}
    assert "e" not in LADDER.tree("a", avoiding={"d"})
    assert LADDER.tree("a", avoiding={"a"}) == {}


def test_cycles_are_strongly_connected_components_and_loops():
    graph = Graph.of([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("e", "d"), ("e", "f"), ("g", "g")])
    assert sorted(graph.cycles()) == [("a", "b", "c"), ("d", "e"), ("g",)]
    assert list(LADDER.cycles()) == []


def test_a_long_chain_needs_no_stack():
    chain = [(number, number + 1) for number in range(20_000)]
    assert list(Graph.of(chain).cycles()) == []
    assert [len(cycle) for cycle in Graph.of([*chain, (20_000, 0)]).cycles()] == [20_001]


def test_cycles_are_where_ids_reach_each_other():
    for seed in range(40):
        random = Random(seed)  # noqa: S311 - a sample, no secret
        graph = Graph.of(((random.randrange(12), random.randrange(12)) for _ in range(14)), range(12))
        reached = {name: graph.reach(graph.successors(name)) for name in graph}
        mutual = {frozenset(b for b in graph if b in reached[a] and a in reached[b]) for a in graph if a in reached[a]}
        assert {frozenset(cycle) for cycle in graph.cycles()} == mutual


def test_components_hang_together_whatever_the_direction():
    graph = Graph.of([("b", "a"), ("b", "c"), ("d", "e")], ["alone"])
    assert list(graph.components()) == [("alone",), ("b", "a", "c"), ("d", "e")]
