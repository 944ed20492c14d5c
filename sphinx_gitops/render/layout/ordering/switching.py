"""An order in, a better one out: an item, or a chain, is sifted through its shelf and stays where it crosses least.

Sifting (Matuszewski, Schoenfeld and Molitor, "Using sifting for k-layer straightline crossing minimization", 1999), on
both sides of a shelf at once: what a place costs follows from the place before by the crossings of just two neighbours.
"""

from __future__ import annotations

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Item, Shelf
from sphinx_gitops.render.layout.ordering.order import Order
from sphinx_gitops.render.layout.ordering.sifting import Sifting
from sphinx_gitops.render.layout.ordering.units import free

_ROUNDS = 4
_REACH = 10
"""How far a unit is sifted at once."""
_LARGE = 6000
"""With more pieces of edges than this, nothing is sifted."""


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
    crossed = order.crosses(shelf)
    against = tidy and order.strays_of(shelf) > 0
    better = (crossed or against) and _sifted(order, shelf, reach, against=against)
    if crossed:
        for k, unit in enumerate(order.units[shelf]):
            if len(unit) > 1 and free(unit):
                better = _reverse(order, shelf, k) or better
    return better


def _sifted(order: Order, shelf: Shelf, reach: int, *, against: bool) -> bool:
    """Whether a unit has moved to where it crosses less; only what crosses, or stands *against* the order, can."""
    units = order.units[shelf]
    numbers = [number for number, unit in enumerate(units) if (against and _written(unit)) or _crosses(order, unit)]
    if not numbers:
        return False
    sifting = Sifting(order, units)
    moved = [sifting.sift(number, reach) for number in numbers if free(units[number])]
    if any(moved):
        order.reorder(shelf, sifting.sifted())
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
