"""Which edges between two rows cross is what comparing all pairs finds, loops included."""

from __future__ import annotations

from random import Random

import pytest

from sphinx_gitops.render.layout.ordering.crossings import count_crossings
from sphinx_gitops.render.layout.ordering.segments import Segments


def below(pairs: list[tuple[int, int]], *loops: tuple[int, int, int]) -> Segments:
    many = sum(low < pair[side] < high for low, high, side in loops for pair in pairs)
    return Segments(pairs, list(loops), many + count_crossings(pairs))


@pytest.mark.parametrize("seed", range(20))
def test_what_is_tangled_is_what_crosses(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    pairs = sorted((random.randrange(12), random.randrange(12)) for _ in range(seed))
    for row in (below(pairs), below(pairs, (2, 5, 0)), below(pairs, (2, 5, 0), (1, 7, 1))):
        assert row.tangled == {(x, y) for x, y in pairs if row.crossed(x, y)}


def test_a_loop_is_crossed_by_what_ends_between_its_ends_in_its_own_row() -> None:
    row = below([], (2, 5, 0), (1, 7, 1))
    assert [row.looped(0, x) for x in (2, 3, 5)] == [0, 1, 0]
    assert [row.looped(1, x) for x in (1, 3, 6)] == [0, 1, 1]
    assert row.crossed(3, 3) == 2
