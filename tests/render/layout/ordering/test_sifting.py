"""What a unit saves by standing elsewhere is what counting the crossings again says."""

from __future__ import annotations

from random import Random

import pytest

from sphinx_gitops.render.layout.graph.hierarchy import Shelf
from sphinx_gitops.render.layout.ordering.order import Order, prepare
from sphinx_gitops.render.layout.ordering.sifting import Sifting
from support.small_scenes import Planted, flows, graph_of, planted_graph, stage

PAIRS = [one + other for one in "abcd" for other in "wxyz"]


def prepared(edges: str) -> tuple[Planted, Order, Shelf]:
    """Two stages of four components each, and the row of the first."""
    made = planted_graph(graph_of(stage("A", *"abcd"), stage("B", *"wxyz"), edges=flows(edges)))
    order = prepare(made.graph, made.paths)
    shelf = next(one for one in order.shelves if made.cell("a") in one.items)
    return made, order, shelf


@pytest.mark.parametrize("seed", range(12))
def test_a_unit_moves_to_the_place_where_edges_cross_least(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    _, order, shelf = prepared(" ".join(random.sample(PAIRS, 7)))
    units = order.units[shelf]
    number = random.randrange(len(units))
    rest = [*units[:number], *units[number + 1 :]]
    counted = []
    for place in range(len(units)):
        order.reorder(shelf, [*rest[:place], units[number], *rest[place:]])
        counted.append(order.crossings())
    order.reorder(shelf, units)
    sifting = Sifting(order, units)
    moved = sifting.sift(number, reach=9)
    order.reorder(shelf, sifting.sifted())
    assert order.crossings() == min(counted)
    assert moved is (sifting.sifted() != units)


def test_no_unit_moves_further_than_it_may_or_past_what_is_pinned() -> None:
    made, order, shelf = prepared("aw bx cy dz")
    units = order.units[shelf][::-1]
    order.reorder(shelf, units)
    near, far = Sifting(order, units), Sifting(order, units)
    assert near.sift(0, reach=1)
    assert near.sifted().index(units[0]) == 1
    assert far.sift(0, reach=9)
    assert far.sifted().index(units[0]) == len(units) - 1
    made.cell("c").pin = 1
    assert not Sifting(order, units).sift(0, reach=9)
