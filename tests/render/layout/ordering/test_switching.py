"""Items are sifted through their shelves to where they cross least, as near to the order written as can be."""

from __future__ import annotations

from itertools import permutations

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout.ordering.order import Order, prepare
from sphinx_gitops.render.layout.ordering.switching import switch
from support.small_scenes import Planted, flows, graph_of, keys, planted_graph, stage


def prepared(first: str, second: str, edges: str, direction: Direction | None = None) -> tuple[Planted, Order]:
    boxes = (stage("A", *first, direction=direction), stage("B", *second, direction=direction))
    made = planted_graph(graph_of(*boxes, edges=flows(edges)))
    return made, prepare(made.graph, made.paths)


def row(made: Planted, stage_key: str) -> str:
    """The components of a stage from left to right."""
    cells = sorted((cell for cell in made.frame(stage_key).all_cells() if cell.key), key=lambda cell: cell.x)
    return keys([cells])[0]


def test_the_row_that_can_be_reordered_is_until_nothing_crosses() -> None:
    made, order = prepared("abc", "xyz", "az by cx")
    assert order.crossings() > 0
    switch(order)
    assert order.crossings() == 0
    assert {row(made, "A") + row(made, "B")} <= {"abczyx", "cbaxyz"}


def test_what_crosses_nothing_stands_as_written() -> None:
    made, order = prepared("abc", "x", "")
    (shelf,) = order.shelves
    order.reorder(shelf, order.units[shelf][::-1])
    assert row(made, "A") == "cba"
    switch(order)
    assert row(made, "A") == "abc"


@pytest.mark.parametrize("written", ["".join(some) for some in permutations("abcd")])
def test_rows_that_need_not_cross_do_not_whatever_order_they_begin_in(written: str) -> None:
    _, order = prepared("abcd", "wxyz", "aw bx cy dz")
    shelf = next(one for one in order.shelves if order.frame_of_shelf[one].key == "A" and one.items[-1].key)
    units = {unit[0].key: unit for unit in order.units[shelf]}
    order.reorder(shelf, [units[key] for key in written])
    assert (order.crossings() > 0) is (written != "abcd")
    switch(order)
    assert order.crossings() == 0


def test_a_chain_is_turned_round_as_a_whole_where_that_saves_a_crossing() -> None:
    made, order = prepared("abc", "xyz", "ab bc az by cx", None)
    assert order.crossings() > 0
    switch(order)
    assert order.crossings() == 0
    assert row(made, "A") in {"abc", "cba"}


def test_components_of_a_box_with_a_direction_along_its_rows_stay() -> None:
    made, order = prepared("abc", "xyz", "ab bc xy yz az cx", Direction.LR)
    crossings = order.crossings()
    assert crossings > 0
    switch(order)
    assert (row(made, "A"), row(made, "B"), order.crossings()) == ("abc", "xyz", crossings)


@pytest.mark.parametrize(("pieces", "sifted"), [(5900, True), (6000, False)])
def test_with_too_many_pieces_of_edges_nothing_is_sifted(pieces: int, sifted: bool) -> None:
    made, order = prepared("ab", "xy", "ay bx")
    order.segments[99] = [(made.cell("a"), made.cell("x"))] * pieces
    before = order.crossings()
    switch(order)
    assert (order.crossings() < before) is sifted
