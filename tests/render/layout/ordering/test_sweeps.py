"""Sweeps take crossings away and add none; what has its place keeps it."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.layout.graph.hierarchy import Frame
from sphinx_gitops.render.layout.graph.tree import build
from sphinx_gitops.render.layout.ordering.order import prepare
from sphinx_gitops.render.layout.ordering.sweeps import minimise
from sphinx_gitops.render.layout.packing.shelves import arrange
from sphinx_gitops.render.layout.pipeline import planted
from support.staged_scenes import staged_scene


@pytest.mark.parametrize("seed", range(12))
def test_the_best_order_of_all_sweeps_stays(seed: int) -> None:
    graph = build(staged_scene(seed, 35), down=True)
    chosen = [arrange(graph, stage, 720)[0] for stage in graph.root.frames]
    order = prepare(graph, planted(graph, chosen, 720))
    fixed = [[item for item in shelf.items if isinstance(item, Frame) or item.fixed] for shelf in order.shelves]
    before = (order.crossings(), order.disorder())
    minimise(order)
    assert (order.crossings(), order.disorder()) <= before
    assert [[item for item in shelf.items if isinstance(item, Frame) or item.fixed] for shelf in order.shelves] == fixed
