"""A disturbed order crosses no more than before, and is the same each time."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.layout.graph.tree import build
from sphinx_gitops.render.layout.ordering import local_search
from sphinx_gitops.render.layout.ordering.local_search import disturb, improve, straighten
from sphinx_gitops.render.layout.ordering.order import Order, prepare
from sphinx_gitops.render.layout.ordering.sweeps import minimise
from sphinx_gitops.render.layout.packing.shelves import arrange
from sphinx_gitops.render.layout.pipeline import planted
from support.small_scenes import WIDE, flows, graph_of, stage
from support.staged_scenes import staged_scene

SEEDS = range(8, 24)


def searched(seed: int) -> tuple[int, Order]:
    """The crossings of a scene once it is sifted, and its order once it is disturbed as well."""
    graph = build(staged_scene(seed, 30), down=True)
    chosen = [arrange(graph, stage, 720)[0] for stage in graph.root.frames]
    paths = planted(graph, chosen, 720)
    order = prepare(graph, paths)
    minimise(order)
    improve(order, paths)
    before = order.crossings()
    disturb(order, paths)
    return before, order


@pytest.mark.parametrize("seed", SEEDS)
def test_no_crossing_is_added_and_the_order_is_the_same_twice(seed: int) -> None:
    before, order = searched(seed)
    assert order.crossings() <= before
    again = searched(seed)[1]
    assert [[cell.written for cell in shelf.items] for shelf in order.shelves if not any(map(is_box, shelf.items))] == [
        [cell.written for cell in shelf.items] for shelf in again.shelves if not any(map(is_box, shelf.items))
    ]


def is_box(item: object) -> bool:
    return not hasattr(item, "edge")


def test_some_crossings_go() -> None:
    found = [searched(seed) for seed in SEEDS]
    assert sum(order.crossings() for _, order in found) < sum(before for before, _ in found)


@pytest.mark.parametrize(("upper", "lower", "rounds"), [("abc", "def", 4), ("abcdefgh", "ijklmnop", 12)])
def test_few_rounds_are_made_in_vain_where_an_order_is_small(
    upper: str, lower: str, rounds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = " ".join(one + other for one in upper for other in lower)
    graph = graph_of(stage("A", *upper), stage("B", *lower), edges=flows(every))
    paths = planted(graph, [arrange(graph, frame, WIDE)[0] for frame in graph.root.frames], WIDE)
    order = prepare(graph, paths)
    improve(order, paths)
    before, made = order.crossings(), []
    monkeypatch.setattr(local_search, "switch", lambda _order, *, tidy: made.append(tidy))
    monkeypatch.setattr(local_search, "sift_chains", lambda *_, **__: None)
    disturb(order, paths)
    assert (order.crossings(), len(made)) == (before, rounds)


@pytest.mark.parametrize("seed", SEEDS)
def test_chains_turned_back_lose_and_double_nothing_and_no_crossing_is_added(seed: int) -> None:
    graph = build(staged_scene(seed, 40), down=True)
    chosen = [arrange(graph, stage, 720)[0] for stage in graph.root.frames]
    paths = planted(graph, chosen, 720)
    order = prepare(graph, paths)
    held = [sorted(map(id, shelf.items)) for shelf in order.shelves]
    for shelf in order.shelves:
        units = order.units[shelf]
        order.reorder(shelf, [unit if unit[0].fixed or any(i.pin for i in unit) else unit[::-1] for unit in units])
    before = (order.crossings(), order.disorder())
    straighten(order, paths)
    assert [sorted(map(id, shelf.items)) for shelf in order.shelves] == held
    assert order.crossings() <= before[0]
    assert order.disorder() <= before[1] or order.crossings() < before[0]
