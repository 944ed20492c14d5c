"""The units of a shelf in, their order once some are sifted out, while no other shelf moves.

Sifting (Matuszewski, Schoenfeld and Molitor, "Using sifting for k-layer straightline crossing minimization", 1999), on
both sides of a shelf at once: what a place costs follows from the place before by the crossings of just two neighbours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TypeAlias

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item
from sphinx_gitops.render.layout.ordering.order import Order
from sphinx_gitops.render.layout.ordering.units import pinned

_CROSSING = 64
"""What a crossing counts beside a component out of order."""
_Leads: TypeAlias = "tuple[list[int], list[int], int]"
"""Where the edges of a unit lead upwards and downwards, sorted, and its place in the order written, or -1."""


class Sifting:
    """The units of a shelf by their numbers, and what switching any two of them saves."""

    def __init__(self, order: Order, units: list[list[Item]]) -> None:
        self._units = units
        self._numbers = list(range(len(units)))
        self._leads = [_leads(order, unit) for unit in units]
        self._pinned = [pinned(unit) for unit in units]
        self._saved: list[dict[int, int]] = [{} for _ in units]

    def sifted(self) -> list[list[Item]]:
        """The units in the order found."""
        return [self._units[number] for number in self._numbers]

    def sift(self, number: int, reach: int) -> bool:
        """Whether a unit has moved to where it crosses least, as little as may be and no further than *reach*."""
        numbers, fixed, saved = self._numbers, self._pinned, self._saved[number]
        at = numbers.index(number)
        best, place = 0, at
        for step, end in ((-1, max(-1, at - reach - 1)), (1, min(len(numbers), at + reach + 1))):
            whole = 0
            for here in range(at + step, end, step):
                other = numbers[here]
                if fixed[other]:
                    break
                found = saved.get(other)
                if found is None:
                    found = saved[other] = _saving(self._leads[number], self._leads[other])
                    self._saved[other][number] = -found
                whole += step * found
                if whole > best:
                    best, place = whole, here
        if place != at:
            numbers.insert(place, numbers.pop(at))
        return place != at


def _leads(order: Order, unit: list[Item]) -> _Leads:
    upper: list[int] = []
    lower: list[int] = []
    for item in unit:
        if isinstance(item, Cell):
            upper += [other.x for other in order.above[item]]
            lower += [other.x for other in order.below[item]]
            continue
        inside: list[Item] = [item, *item.all_cells()]
        for thing in inside:
            upper += [other.x for other in order.above[thing] if other.last < item.first]
            lower += [other.x for other in order.below[thing] if other.first > item.last]
    upper.sort()
    lower.sort()
    first = unit[0]
    return upper, lower, -1 if isinstance(first, Frame) or not first.key else first.written


def _saving(one: _Leads, other: _Leads) -> int:
    """What switching two neighbours takes away: crossings first, then disorder."""
    (up, down, a), (high, low, b) = one, other
    found = 0
    if up and high:
        found = _gain(up, high)
    if down and low:
        found += _gain(down, low)
    if a < 0 or b < 0:
        return found * _CROSSING
    return found * _CROSSING + (1 if a > b else -1)


def _gain(left: list[int], right: list[int]) -> int:
    """How many crossings fewer the edges of two neighbours have on one side once they are switched."""
    if left[-1] < right[0]:
        return -len(left) * len(right)
    if left[0] > right[-1]:
        return len(left) * len(right)
    if len(right) == 1:
        y = right[0]
        return len(left) - bisect_right(left, y) - bisect_left(left, y)
    return sum([bisect_left(right, x) + bisect_right(right, x) for x in left]) - len(left) * len(right)
