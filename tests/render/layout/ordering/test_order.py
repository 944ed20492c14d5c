"""What an order remembers of its rows is what a new count of them finds."""

from __future__ import annotations

from random import Random

import pytest

from sphinx_gitops.render.layout.graph.tree import build
from sphinx_gitops.render.layout.ordering.order import Order, prepare
from sphinx_gitops.render.layout.packing.shelves import arrange
from sphinx_gitops.render.layout.pipeline import planted
from support.staged_scenes import staged_scene


def ordered(seed: int) -> Order:
    graph = build(staged_scene(seed, 30), down=True)
    chosen = [arrange(graph, stage, 720)[0] for stage in graph.root.frames]
    return prepare(graph, planted(graph, chosen, 720))


def recounted(order: Order) -> dict[int, int]:
    """The crossings below each row, all pairs compared."""
    found = {}
    for row in {*order.segments, *order.turns}:
        pairs = [(one.x, other.x) for one, other in order.segments.get(row, ())]
        many = sum((a - c) * (b - d) < 0 for k, (a, b) in enumerate(pairs) for c, d in pairs[:k])
        for one, other in order.turns.get(row, ()):
            low, high = sorted((one.x, other.x))
            many += sum(low < pair[one.last != row] < high for pair in pairs)
        if many:
            found[row] = many
    return found


@pytest.mark.parametrize("seed", range(8))
def test_crossings_are_counted_again_where_a_row_has_changed(seed: int) -> None:
    order, random = ordered(seed), Random(seed)  # noqa: S311 - no secret
    assert order.crossings_by_row() == recounted(order)
    for _ in range(20):
        shelf = random.choice(order.shelves)
        order.reorder(shelf, random.sample(order.units[shelf], len(order.units[shelf])))
        assert order.crossings_by_row() == recounted(order)


def test_an_order_is_restored_with_all_places() -> None:
    order, random = ordered(3), Random(3)  # noqa: S311 - no secret
    kept, before = order.snapshot(), recounted(order)
    places = [cell.x for cell in order.graph.root.all_cells()]
    for shelf in order.shelves:
        order.reorder(shelf, random.sample(order.units[shelf], len(order.units[shelf])))
    assert recounted(order) != before
    order.restore(kept)
    assert order.crossings_by_row() == recounted(order) == before
    assert [cell.x for cell in order.graph.root.all_cells()] == places
