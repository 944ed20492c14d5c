"""All dummies of an edge move at once to where the edge crosses least."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.layout.graph.hierarchy import Item
from sphinx_gitops.render.layout.ordering.chain_sifting import sift_chains
from sphinx_gitops.render.layout.ordering.order import Order, prepare
from support.small_scenes import Planted, flows, graph_of, planted_graph, stage

BOXES = (stage("A", "a", "b"), stage("B", "x"), stage("C", "c", "d"))


def prepared(edges: str) -> tuple[Planted, Order]:
    """An order in which the long edges pass the middle stage at its right end."""
    made = planted_graph(graph_of(*BOXES, edges=flows(edges)))
    return made, prepare(made.graph, made.paths)


def dummies(made: Planted, number: int) -> list[Item]:
    return made.paths[number].stops[1:-1]


def left_of(made: Planted, number: int) -> list[bool]:
    """Whether an edge passes the component in the middle at its left."""
    x = made.cell("x")
    return [stop.x < x.x for stop in dummies(made, number) if stop.first == x.first]


def places(order: Order) -> list[list[int]]:
    return [[item.x for item in shelf.items] for shelf in order.shelves]


def test_an_edge_moves_past_the_component_that_it_crosses_the_edges_of() -> None:
    made, order = prepared("ac bx xd")
    components = [made.cell(key).x for key in "abcd"]
    assert (order.crossings() > 0, left_of(made, 0)) == (True, [False])
    sift_chains(order, made.paths, rounds=4)
    assert (order.crossings(), left_of(made, 0)) == (0, [True])
    assert [made.cell(key).x for key in "abcd"] == components


@pytest.mark.parametrize(("edges", "least"), [("bd ax xc", 0), ("ad bx xc", 1)])
def test_an_edge_where_no_place_takes_a_crossing_away_stays(edges: str, least: int) -> None:
    made, order = prepared(edges)
    sift_chains(order, made.paths, rounds=4)
    before = places(order)
    assert order.crossings() == least
    order.tried.clear()
    sift_chains(order, made.paths, rounds=4)
    assert places(order) == before


def test_no_round_moves_nothing() -> None:
    made, order = prepared("ac bx xd")
    before = places(order)
    sift_chains(order, made.paths, rounds=0)
    assert places(order) == before


@pytest.mark.parametrize(("pieces", "moved"), [(5900, True), (6001, False)])
def test_with_too_many_pieces_of_edges_nothing_is_sifted(pieces: int, moved: bool) -> None:
    made, order = prepared("ac bx xd")
    order.segments[99] = [(made.cell("b"), made.cell("d"))] * pieces
    sift_chains(order, made.paths, rounds=4)
    assert left_of(made, 0) == [moved]


def test_edges_stay_once_so_many_pieces_have_been_compared() -> None:
    made, order = prepared("ac ac ac ac ac ac ac bx xd")
    row = made.cell("x").last
    order.segments[row] += [(made.cell("x"), made.cell("d"))] * 5000
    sift_chains(order, made.paths, rounds=4)
    assert [left_of(made, number) for number in range(7)] == [[True]] * 5 + [[False]] * 2
