"""An order in, a better one out: neighbours are switched, and chains reversed, where that takes crossings away.

Greedy switching (Eades and Kelly, "Heuristics for drawing 2-layered networks", 1986), on both sides of a shelf at once.
"""

from __future__ import annotations

from sphinx_gitops.render.layout.crossings import count_crossings
from sphinx_gitops.render.layout.hierarchy import Cell, Frame, Item, Shelf
from sphinx_gitops.render.layout.ordering import Order

_ROUNDS = 4
_CROWD = 400
"""Units with more pairs of edges than this are not compared."""


def switch(order: Order) -> None:
    """Switch neighbours until nothing gets better."""
    for turn in range(_ROUNDS):
        better = False
        for shelf in order.shelves if turn % 2 else reversed(order.shelves):
            better = _shelf(order, shelf) or better
        if not better:
            return


def _shelf(order: Order, shelf: Shelf) -> bool:
    units = list(order.units[shelf])
    better = False
    for k in range(len(units) - 1):
        one, other = units[k], units[k + 1]
        if _fixed(one, other):
            continue
        gain = _gain(order, one, other)
        if gain > 0 or (gain == 0 and _disordered(one, other)):
            units[k], units[k + 1] = other, one
            _write(order, shelf, units)
            better = True
    for k, unit in enumerate(units):
        if len(unit) > 1 and isinstance(unit[0], Cell) and not any(item.pin for item in unit):
            better = _reverse(order, shelf, units, k) or better
    return better


def _fixed(one: list[Item], other: list[Item]) -> bool:
    """Whether two units must stand as they do: boxes as written, gutters at the end."""
    if isinstance(one[0], Frame) and isinstance(other[0], Frame):
        return True
    return any(item.pin for item in (*one, *other))


def _disordered(one: list[Item], other: list[Item]) -> bool:
    a, b = one[0], other[0]
    return isinstance(a, Cell) and isinstance(b, Cell) and bool(a.key and b.key) and a.written > b.written


def _ends(order: Order, unit: list[Item]) -> tuple[list[int], list[int]]:
    """Where the edges lead that leave a unit upwards and downwards."""
    upper: list[int] = []
    lower: list[int] = []
    for item in unit:
        inside = [item] if isinstance(item, Cell) else [item, *item.all_cells()]
        for thing in inside:
            upper += [other.x for other in order.above[thing] if other.last < item.first]
            lower += [other.x for other in order.below[thing] if other.first > item.last]
    return upper, lower


def _gain(order: Order, one: list[Item], other: list[Item]) -> int:
    """How many crossings switching two neighbours takes away."""
    found = 0
    for left, right in zip(_ends(order, one), _ends(order, other), strict=True):
        if len(left) * len(right) > _CROWD:
            return 0
        for x in left:
            for y in right:
                found += (x > y) - (x < y)
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
