"""The units of a shelf in, the gaps between them out in which a dummy may stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sphinx_gitops.render.layout.graph.hierarchy import Item
from sphinx_gitops.render.layout.graph.ways import PINNED

_BESIDE = 6
"""How far from the last unit of a shelf an edge would run."""
Gap: TypeAlias = "tuple[int, int]"
"""A place across, and the number of the unit that it lies before."""


@dataclass(slots=True, eq=False)
class Gaps:
    """The gaps between the units of a shelf from *first* to *last*, the sides of the units, and the places of these."""

    gaps: list[Gap]
    sides: list[tuple[int, int]]
    places: dict[Item, int]
    first: int
    last: int

    def without(self, item: Item) -> list[Gap]:
        """The gaps where the unit that *item* is were not there."""
        at, sides = self.places[item], self.sides
        before = sides[at - 1][1] if at else None
        after = sides[at + 1][0] if at + 1 < len(sides) else None
        if before is None:
            here = item.x if after is None else after - _BESIDE
        else:
            here = before + _BESIDE if after is None else (before + after) // 2
        found = self.gaps[self.first : at]
        if self.first <= at + 1 <= self.last:
            found.append((here, at + 1))
        return found + self.gaps[max(self.first, at + 2) : self.last + 1]


def gaps_between(units: list[list[Item]], widths: dict[Item, int]) -> Gaps:
    """The gaps of a shelf: between what is pinned to its two ends."""
    gaps: list[Gap] = []
    sides: list[tuple[int, int]] = []
    places: dict[Item, int] = {}
    first, last = 0, len(units)
    for number, unit in enumerate(units):
        one, other = unit[0], unit[-1]
        low, high = one.x - widths[one] // 2, other.x + widths[other] // 2
        gaps.append((low - _BESIDE if not sides else (sides[-1][1] + low) // 2, number))
        sides.append((low, high))
        places[one] = number
        if number < last:
            first = number + 1 if one.pin == -PINNED else first
            last = number if other.pin == PINNED else last
    gaps.append((sides[-1][1] + _BESIDE, len(units)))
    return Gaps(gaps, sides, places, first, last)
