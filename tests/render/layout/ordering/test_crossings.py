"""Crossings between two rows are those that comparing all pairs finds."""

from __future__ import annotations

from random import Random

import pytest

from sphinx_gitops.render.layout.ordering.crossings import count_crossings, crossed


@pytest.mark.parametrize("count", [0, 1, 2, 7, 60, 300])
def test_crossings_are_counted_as_by_comparing_all_pairs(count: int) -> None:
    random = Random(count)  # noqa: S311 - no secret
    pairs = sorted((random.randrange(9), random.randrange(9)) for _ in range(count))
    slow = sum((a - c) * (b - d) < 0 for k, (a, b) in enumerate(pairs) for c, d in pairs[:k])
    assert count_crossings(pairs) == slow
    for x, y in ((0, 8), (4, 4), (8, 0), (20, -1)):
        assert crossed(pairs, x, y) == sum((a - x) * (b - y) < 0 for a, b in pairs)
