"""An order as planted in, one with few crossings out.

Barycentre sweeps (Sugiyama, Tagawa and Toda, 1981) over the shelves, boxes staying in the order written and chains
together. The best order seen is kept; what a sweep would look at as it was is left out.
"""

from __future__ import annotations

from itertools import combinations
from operator import itemgetter

from sphinx_gitops.render.layout.graph.hierarchy import Item, Shelf
from sphinx_gitops.render.layout.ordering.order import Order
from sphinx_gitops.render.layout.ordering.units import pin

_SWEEPS = 8
_LARGE = 3000
"""From so many segments on, fewer sweeps are made."""
_KEY = itemgetter(0, 1, 2, 3)


def sweep(order: Order, *, upward: bool) -> None:
    """Sort each shelf by the middle of what its items join in the rows looked at before."""
    for shelf in reversed(order.shelves) if upward else order.shelves:
        if order.since(shelf.first - 1, shelf.last + 1) > order.tried.get((shelf, upward), -1):
            order.tried[shelf, upward] = order.clock
            _sort(order, shelf, upward=upward)


def follow(order: Order, first: int, last: int) -> None:
    """Sort the shelves above the row *first* and those below *last*, from there on; chains turn where that helps."""
    for shelf in reversed(order.shelves):
        if shelf.last < first:
            _sort(order, shelf, upward=True, turning=True)
    for shelf in order.shelves:
        if shelf.first > last:
            _sort(order, shelf, upward=False, turning=True)


def _sort(order: Order, shelf: Shelf, *, upward: bool, turning: bool = False) -> None:
    near, far = (order.below, order.above) if upward else (order.above, order.below)
    keyed = []
    changed = False
    for number, old in enumerate(order.units[shelf]):
        unit, first = old, old[0]
        if first in order.held:
            keyed.append((pin(unit), first.x, 0, number, unit))
            continue
        if len(unit) == 1:
            xs = [other.x for other in near[first]] or [other.x for other in far[first]]
        else:
            if turning and not first.fixed and not pin(unit) and _crossed(near, unit):
                unit, changed = unit[::-1], True
            xs = [o.x for item in unit for o in near[item]] or [o.x for item in unit for o in far[item]]
        middle = sum(xs) // len(xs) if xs else (first.x + unit[-1].x) // 2
        turned = order.partner.get(first)
        keyed.append((pin(unit), middle, -turned.x if turned else 0, number, unit))
    keyed.sort(key=_KEY)
    if changed or any(place != one[3] for place, one in enumerate(keyed)):
        order.reorder(shelf, [one[4] for one in keyed])


def _crossed(near: dict[Item, list[Item]], unit: list[Item]) -> bool:
    """Whether the edges of a chain cross each other more often than they would if it were turned."""
    ends = [(place, other.x) for place, item in enumerate(unit) for other in near[item]]
    return sum((x < y) - (x > y) for (one, y), (other, x) in combinations(ends, 2) if one != other) > 0


def minimise(order: Order, *, sweeps: int = 0) -> None:
    """Sweep down and up as long as that helps, at most *sweeps* times; the best order stays."""
    best = (order.crossings(), order.disorder())
    kept = order.snapshot()
    sweeps = (sweeps or _SWEEPS) if order.size < _LARGE else 2
    since = 0
    for turn in range(sweeps):
        sweep(order, upward=bool(turn % 2))
        found = (order.crossings(), order.disorder())
        since += 1
        if found < best:
            best, kept, since = found, order.snapshot(), 0
        if since > 3 or best == (0, 0):
            break
    order.restore(kept)
