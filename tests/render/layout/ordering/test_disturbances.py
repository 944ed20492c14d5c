"""A disturbance moves what may move, and keeps together what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from sphinx_gitops.render.layout.graph.tree import build
from sphinx_gitops.render.layout.graph.ways import Path
from sphinx_gitops.render.layout.ordering.disturbances import crossing, move_around, push_aside, switch_around
from sphinx_gitops.render.layout.ordering.order import Order, prepare
from sphinx_gitops.render.layout.packing.shelves import arrange
from sphinx_gitops.render.layout.pipeline import planted
from support.small_scenes import WIDE, flows, graph_of, stage
from support.staged_scenes import staged_scene

EDGES = flows("az bx cy ad be dz")
Disturbance = Callable[[Order, int, Iterator[int]], None]


def planted_order(seed: int) -> tuple[Order, list[Path]]:
    graph = build(staged_scene(seed, 30), down=True)
    paths = planted(graph, [arrange(graph, one, 720)[0] for one in graph.root.frames], 720)
    return prepare(graph, paths), paths


def held(order: Order) -> list[tuple[set[frozenset[int]], list[tuple[int, int]]]]:
    """For each shelf its units, in whatever order, and the places of those that stay."""
    return [
        (
            {frozenset(map(id, unit)) for unit in order.units[shelf]},
            [(place, id(unit[0])) for place, unit in enumerate(order.units[shelf]) if unit[0].fixed],
        )
        for shelf in order.shelves
    ]


@pytest.mark.parametrize("disturbance", [switch_around, move_around])
@pytest.mark.parametrize("seed", range(4))
def test_units_stay_whole_and_something_moves(seed: int, disturbance: Disturbance) -> None:
    order, _ = planted_order(seed)
    units = [kept for kept, _ in held(order)]
    before, numbers = order.clock, count(1)
    for row in order.crossings_by_row():
        disturbance(order, row, numbers)
    assert order.clock > before or not order.crossings()
    assert [kept for kept, _ in held(order)] == units


@pytest.mark.parametrize("left", [True, False])
def test_an_edge_that_crosses_goes_to_one_end_of_its_shelves(left: bool) -> None:
    graph = graph_of(*(stage(key, *some) for key, some in zip("ABC", ("abc", "de", "xyz"), strict=True)), edges=EDGES)
    paths = planted(graph, [arrange(graph, one, WIDE)[0] for one in graph.root.frames], WIDE)
    order = prepare(graph, paths)
    crossed = {path.edge for row in order.crossings_by_row() for path in crossing(order, paths, row)}
    assert 1 in crossed
    path = paths[1]
    push_aside(order, path, left=left)
    for item in path.stops:
        shelf = next(shelf for shelf in order.shelves if item in shelf.items)
        assert shelf.items[0 if left else -1] is item


def test_a_chain_turns_so_that_the_pushed_end_is_at_that_side() -> None:
    graph = graph_of(stage("A", "a", "b", "c"), stage("B", "x"), edges=flows("ab bc ax"))
    paths = planted(graph, [arrange(graph, one, WIDE)[0] for one in graph.root.frames], WIDE)
    order = prepare(graph, paths)
    push_aside(order, paths[2], left=False)
    shelf = next(shelf for shelf in order.shelves if graph.cells["a"] in shelf.items)
    assert [cell.written for cell in shelf.items] == [2, 1, 0]
