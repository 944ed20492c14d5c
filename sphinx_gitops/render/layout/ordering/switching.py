"""An order in, a better one out: an item, or a chain, is sifted through its shelf and stays where it crosses least.

Sifting (Matuszewski, Schoenfeld and Molitor, "Using sifting for k-layer straightline crossing minimization", 1999), on
both sides of a shelf at once: what a place costs follows from the place before by the crossings of just two neighbours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item, Shelf
from sphinx_gitops.render.layout.ordering.crossings import count_crossings
from sphinx_gitops.render.layout.ordering.ordering import Order

_ROUNDS = 4
_REACH = 10
"""How far a unit is sifted at once."""
_LARGE = 6000
"""With more pieces of edges than this, nothing is sifted."""
_Ends = tuple[list[int], list[int]]


def switch(order: Order) -> None:
    """Sift all items until nothing gets better."""
    size = order.size
    rounds = _ROUNDS if size < _LARGE // 4 else 1 if size < _LARGE else 0
    reach = _REACH if size < _LARGE // 4 else _REACH // 3
    for turn in range(rounds):
        better = False
        for shelf in order.shelves if turn % 2 else reversed(order.shelves):
            better = _shelf(order, shelf, reach) or better
        if not better:
            return


def _shelf(order: Order, shelf: Shelf, reach: int) -> bool:
    units = list(order.units[shelf])
    ends = [_ends(order, unit) for unit in units]
    better = False
    for unit in order.units[shelf]:
        if _free(unit):
            better = _sift(units, ends, units.index(unit), reach) or better
    if better:
        _write(order, shelf, units)
    for k, unit in enumerate(units):
        if len(unit) > 1 and _free(unit):
            better = _reverse(order, shelf, units, k) or better
    return better


def _free(unit: list[Item]) -> bool:
    """Whether a unit may stand elsewhere in its shelf."""
    return not unit[0].fixed and not any(item.pin for item in unit)


def _sift(units: list[list[Item]], ends: list[_Ends], at: int, reach: int) -> bool:
    """Move one unit to where it crosses least, as little as may be."""
    best, place = (0, 0), at
    for step in (-1, 1):
        gain, tidy, here = 0, 0, at + step
        while 0 <= here < len(units) and abs(here - at) <= reach and not any(item.pin for item in units[here]):
            left, right = (here, at) if step < 0 else (at, here)
            gain += _gain(ends[left], ends[right])
            tidy += _disorder(units[left], units[right])
            if (gain, tidy) > best:
                best, place = (gain, tidy), here
            here += step
    if place == at:
        return False
    units.insert(place, units.pop(at))
    ends.insert(place, ends.pop(at))
    return True


def _disorder(one: list[Item], other: list[Item]) -> int:
    """1 where two components stand against the order written, -1 where they follow it."""
    a, b = one[0], other[0]
    if isinstance(a, Frame) or isinstance(b, Frame) or not a.key or not b.key:
        return 0
    return 1 if a.written > b.written else -1


def _ends(order: Order, unit: list[Item]) -> _Ends:
    """Where the edges lead that leave a unit upwards and downwards, sorted."""
    upper: list[int] = []
    lower: list[int] = []
    for item in unit:
        inside: list[Item] = [item] if isinstance(item, Cell) else [item, *item.all_cells()]
        for thing in inside:
            upper += [other.x for other in order.above[thing] if other.last < item.first]
            lower += [other.x for other in order.below[thing] if other.first > item.last]
    upper.sort()
    lower.sort()
    return upper, lower


def _gain(one: _Ends, other: _Ends) -> int:
    """How many crossings switching two neighbours takes away."""
    found = 0
    for left, right in zip(one, other, strict=True):
        if left and right:
            if len(right) == 1:
                y = right[0]
                found += len(left) - bisect_right(left, y) - bisect_left(left, y)
            else:
                for x in left:
                    found += bisect_left(right, x) - len(right) + bisect_right(right, x)
    return found


def _write(order: Order, shelf: Shelf, units: list[list[Item]]) -> None:
    order.units[shelf] = list(units)
    shelf.items = [item for unit in units for item in unit]
    order.place_shelf(shelf, order.frame_of_shelf[shelf].x)


def _around(order: Order, shelf: Shelf) -> int:
    """The crossings above and below a shelf."""
    rows = {item.last for thing in shelf.items if isinstance(thing, Cell) for item in order.above[thing]} | {shelf.last}
    found = 0
    for row in rows:
        found += count_crossings([(one.x, other.x) for one, other in order.segments.get(row, ())])
    return found


def _reverse(order: Order, shelf: Shelf, units: list[list[Item]], k: int) -> bool:
    """Write a chain from right to left where that saves a crossing."""
    before = _around(order, shelf)
    if not before:
        return False
    unit = units[k]
    units[k] = unit[::-1]
    _write(order, shelf, units)
    if _around(order, shelf) < before:
        return True
    units[k] = unit
    _write(order, shelf, units)
    return False
