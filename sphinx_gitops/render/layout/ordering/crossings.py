"""Edges between two rows in, the number of their crossings out.

Counted as inversions with a tree of partial sums (Barth, Juenger and Mutzel, "Simple and efficient bilayer cross
counting", 2004).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

_FEW = 24


def count_crossings(pairs: Sequence[tuple[int, int]]) -> int:
    """How often straight edges cross that join a place of the upper row with one of the lower."""
    if len(pairs) < 2:
        return 0
    lower = [low for _, low in sorted(pairs)]
    if len(lower) <= _FEW:
        return sum(other < low for number, low in enumerate(lower) for other in lower[number + 1 :])
    places = sorted(set(lower))
    sums = [0] * (len(places) + 1)
    found = 0
    for seen, low in enumerate(lower):
        at = bisect_left(places, low) + 1
        smaller, k = 0, at
        while k:
            smaller += sums[k]
            k &= k - 1
        found += seen - smaller
        while at <= len(places):
            sums[at] += 1
            at += at & -at
    return found
