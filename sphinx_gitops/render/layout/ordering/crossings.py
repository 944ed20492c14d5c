"""Edges between two rows in, the number of their crossings out.

Counted as inversions by insertion into a sorted list, edge by edge from left to right (Barth, Juenger and Mutzel,
"Simple and efficient bilayer cross counting", 2004): each crosses those before it that end further right.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

_FAR = 1 << 40


def count_crossings(pairs: Sequence[tuple[int, int]]) -> int:
    """How often straight edges cross that join a place of the upper row with one of the lower; *pairs* are sorted."""
    lows = [low for _, low in pairs]
    if lows == sorted(lows):
        return 0
    seen: list[int] = []
    found = 0
    for low in lows:
        place = bisect_right(seen, low)
        found += len(seen) - place
        seen.insert(place, low)
    return found


def crossed(pairs: Sequence[tuple[int, int]], x: int, y: int) -> int:
    """How many of *pairs*, which are sorted, a straight edge from *x* to *y* crosses."""
    left = bisect_left(pairs, (x,))
    right = bisect_left(pairs, (x + 1,), left)
    return sum([v > y for _, v in pairs[:left]]) + sum([v < y for _, v in pairs[right:]])


def tangled(pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of *pairs*, which are sorted, that cross another: one left of it ends right of it, or the other way."""
    found: set[tuple[int, int]] = set()
    before, far, here = -_FAR, -_FAR, -_FAR
    for x, y in pairs:
        if x != before:
            before, far = x, here
        if y < far:
            found.add((x, y))
        here = max(here, y)
    before, far, here = _FAR, _FAR, _FAR
    for x, y in reversed(pairs):
        if x != before:
            before, far = x, here
        if y > far:
            found.add((x, y))
        here = min(here, y)
    return found
