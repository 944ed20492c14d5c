"""An order in, a better one out: an item, or a chain, is sifted through its shelf and stays where it crosses least.

Sifting (Matuszewski, Schoenfeld and Molitor, "Using sifting for k-layer straightline crossing minimization", 1999), on
both sides of a shelf at once: what a place costs follows from the place before by the crossings of just two neighbours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item, Shelf
from sphinx_gitops.render.layout.ordering.order import Order

_ROUNDS = 4
_REACH = 10
"""How far a unit is sifted at once."""
_LARGE = 6000
"""With more pieces of edges than this, nothing is sifted."""
_CROSSING = 64
"""What a crossing counts beside a component out of order."""
_Ends = tuple[list[int], list[int]]


def switch(order: Order, *, tidy: bool = True) -> None:
    """Sift all items until nothing gets better; *tidy*: back to the order written, too, where that costs nothing."""
    size = order.size
    rounds = _ROUNDS if size < _LARGE // 4 else 1 if size < _LARGE else 0
    reach = _REACH if size < _LARGE // 4 else _REACH // 3
    for turn in range(rounds):
        better = False
        for shelf in order.shelves if turn % 2 else reversed(order.shelves):
            clock = order.clock
            if order.since(shelf.first - 1, shelf.last + 1) > order.tried.get((shelf, tidy), -1):
                better = _shelf(order, shelf, reach, tidy=tidy) or better
                order.tried[shelf, tidy] = clock
        if not better:
            return


def _shelf(order: Order, shelf: Shelf, reach: int, *, tidy: bool) -> bool:
    crossed = any(order.below_row(row).crossings for row in range(shelf.first - 1, shelf.last + 1))
    against = tidy and order.strays_of(shelf) > 0
    better = (crossed or against) and _sifted(order, shelf, reach, against=against)
    if crossed:
        for k, unit in enumerate(order.units[shelf]):
            if len(unit) > 1 and _free(unit):
                better = _reverse(order, shelf, k) or better
    return better


def _sifted(order: Order, shelf: Shelf, reach: int, *, against: bool) -> bool:
    """Whether a unit has moved to where it crosses less; only what crosses, or stands *against* the order, can."""
    units = [unit for unit in order.units[shelf] if (against and _written(unit)) or _crosses(order, unit)]
    if not units:
        return False
    sifting = _Sifting(order, list(order.units[shelf]), reach)
    moved = [sifting.sift(unit) for unit in units if sifting.free(unit)]
    if any(moved):
        order.reorder(shelf, sifting.units)
    return any(moved)


def _written(unit: list[Item]) -> bool:
    return isinstance(unit[0], Cell) and bool(unit[0].key)


def _crosses(order: Order, unit: list[Item]) -> bool:
    """Whether an edge that ends at a unit crosses another."""
    for item in unit:
        x = item.x
        tangled = order.below_row(item.first - 1).tangled
        for other in order.above[item] if tangled else ():
            if (other.x, x) in tangled:
                return True
        tangled = order.below_row(item.last).tangled
        for other in order.below[item] if tangled else ():
            if (x, other.x) in tangled:
                return True
    return False


def _free(unit: list[Item]) -> bool:
    """Whether a unit may stand elsewhere in its shelf."""
    return not unit[0].fixed and not _pinned(unit)


def _pinned(unit: list[Item]) -> bool:
    return any(item.pin for item in unit)


class _Sifting:
    """The units of a shelf, and what switching any two of them saves: no other shelf moves."""

    def __init__(self, order: Order, units: list[list[Item]], reach: int) -> None:
        self.units = units
        self._reach = reach
        self._order = order
        self._ends: dict[int, _Ends] = {}
        self._pinned = {id(unit) for unit in units if _pinned(unit)}
        self._saved: dict[int, dict[int, int]] = {id(unit): {} for unit in units}

    def free(self, unit: list[Item]) -> bool:
        """Whether a unit may stand elsewhere."""
        return not unit[0].fixed and id(unit) not in self._pinned

    def sift(self, unit: list[Item]) -> bool:
        """Move one unit to where it crosses least, as little as may be."""
        units, pinned, known = self.units, self._pinned, self._saved[id(unit)]
        at = next(number for number, one in enumerate(units) if one is unit)
        best, place = 0, at
        for step, end in ((-1, max(-1, at - self._reach - 1)), (1, min(len(units), at + self._reach + 1))):
            saved = 0
            for here in range(at + step, end, step):
                other = units[here]
                name = id(other)
                if name in pinned:
                    break
                found = known.get(name)
                if found is None:
                    found = known[name] = self._saving(unit, other)
                    self._saved[name][id(unit)] = -found
                saved += step * found
                if saved > best:
                    best, place = saved, here
        if place != at:
            units.insert(place, units.pop(at))
        return place != at

    def _saving(self, one: list[Item], other: list[Item]) -> int:
        """What switching two neighbours takes away: crossings first, then disorder."""
        return _gain(self._lead(one), self._lead(other)) * _CROSSING + _disorder(one, other)

    def _lead(self, unit: list[Item]) -> _Ends:
        """Where the edges of a unit lead."""
        found = self._ends.get(id(unit))
        if found is None:
            found = self._ends[id(unit)] = _ends(self._order, unit)
        return found


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
            if left[-1] < right[0]:
                found -= len(left) * len(right)
            elif left[0] > right[-1]:
                found += len(left) * len(right)
            elif len(right) == 1:
                y = right[0]
                found += len(left) - bisect_right(left, y) - bisect_left(left, y)
            else:
                for x in left:
                    found += bisect_left(right, x) - len(right) + bisect_right(right, x)
    return found


def _reverse(order: Order, shelf: Shelf, k: int) -> bool:
    """Write a chain from right to left where that saves a crossing."""
    before = _around(order, shelf)
    if not before:
        return False
    units, changed = order.units[shelf], order.changed[shelf.first + 1 : shelf.last + 2]
    order.reorder(shelf, [*units[:k], units[k][::-1], *units[k + 1 :]])
    if _around(order, shelf) < before:
        return True
    order.reorder(shelf, units)
    order.changed[shelf.first + 1 : shelf.last + 2] = changed
    return False


def _around(order: Order, shelf: Shelf) -> int:
    """The crossings above and below a shelf."""
    return order.below_row(shelf.first - 1).crossings + order.below_row(shelf.last).crossings
