"""An order is taken over: from itself nothing moves, and what is new stands where it is joined."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.layout.graph.tree import build
from sphinx_gitops.render.layout.ordering.order import Order, prepare
from sphinx_gitops.render.layout.ordering.positions import adopt, positions
from sphinx_gitops.render.layout.ordering.sweeps import minimise
from sphinx_gitops.render.layout.packing.shelves import arrange
from sphinx_gitops.render.layout.pipeline import planted
from support.staged_scenes import staged_scene


def keys(order: Order) -> list[list[tuple[int, int]]]:
    """What stands in each shelf: dummies by their edge, others by where they are written."""
    return [[(item.written, getattr(item, "edge", -1)) for item in shelf.items] for shelf in order.shelves]


@pytest.mark.parametrize("seed", range(6))
def test_the_same_arrangement_stands_as_it_stood(seed: int) -> None:
    graph = build(staged_scene(seed, 30), down=True)
    chosen = [arrange(graph, stage, 720)[0] for stage in graph.root.frames]
    paths = planted(graph, chosen, 720)
    order = prepare(graph, paths)
    minimise(order)
    found, known = keys(order), positions(order, paths)
    paths = planted(graph, chosen, 720)
    again = prepare(graph, paths)
    adopt(again, paths, known)
    assert keys(again) == found
    assert again.crossings() == order.crossings()


@pytest.mark.parametrize("seed", range(6))
def test_another_arrangement_holds_what_it_held(seed: int) -> None:
    graph = build(staged_scene(seed, 30), down=True)
    options = [arrange(graph, stage, 720) for stage in graph.root.frames]
    paths = planted(graph, [some[0] for some in options], 720)
    order = prepare(graph, paths)
    minimise(order)
    known = positions(order, paths)
    paths = planted(graph, [some[-1] for some in options], 720)
    again = prepare(graph, paths)
    before = [sorted(row) for row in keys(again)]
    adopt(again, paths, known)
    assert [sorted(row) for row in keys(again)] == before
