"""An order in, a better one out: all dummies of one edge are moved at once to where the edge crosses least.

Sifting the whole chain of an edge as a block, as in Bachmaier, Brandenburg, Brunner and Huebner, "Global k-level
crossing reduction" (2011). All others staying, the best places follow from one another by dynamic programming.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from sphinx_gitops.render.layout.dummies import Path, Way
from sphinx_gitops.render.layout.hierarchy import Cell, Item, Shelf
from sphinx_gitops.render.layout.ordering import Order

_CROSSING = 1 << 16
"""What a crossing costs beside a px that the edge leads aside."""
_BEND = 40
_WIDE = 60
"""In a shelf with more gaps than this, an edge stays."""
_Gap = tuple[int, int]
"""A place across, and the number of the unit that it lies before."""


def sift_chains(order: Order, paths: list[Path], *, rounds: int) -> None:
    """Move the dummies of every edge that crosses others, until nothing gets better."""
    for _ in range(rounds):
        moved = False
        for path in paths:
            if path.way is Way.DOWN and len(path.stops) > 2:
                moved = _sift(order, path) or moved
        if not moved:
            return


def _sift(order: Order, path: Path) -> bool:
    """Whether the dummies of an edge have moved."""
    stops = path.stops
    others = [
        [(one.x, other.x) for one, other in order.segments[upper.last] if one is not upper or other is not lower]
        for upper, lower in pairwise(stops)
    ]
    now = 0
    for (upper, lower), some in zip(pairwise(stops), others, strict=True):
        x, y = upper.x, lower.x
        now += sum((u - x) * (v - y) < 0 for u, v in some)
    if not now:
        return False
    gaps = [_gaps(order, stop) for stop in stops[1:-1]]
    if max(map(len, gaps)) > _WIDE:
        return False
    cost, chosen = _best(stops, gaps, others)
    if cost // _CROSSING >= now:
        return False
    for stop, (_, place) in zip(stops[1:-1], chosen, strict=True):
        _move(order, stop, place)
    return True


def _shelf(stop: Item) -> Shelf:
    assert isinstance(stop, Cell)
    return stop.frame.shelf_of_row[stop.first - stop.frame.first]


def _gaps(order: Order, stop: Item) -> list[_Gap]:
    """The places in its shelf at which a dummy may stand, other units staying."""
    units = order.units[_shelf(stop)]
    found: list[_Gap] = []
    left: int | None = None
    widths = order.widths
    for number, unit in enumerate(units):
        if unit[0] is stop:
            continue
        first, last = unit[0], unit[-1]
        low = first.x - widths[first] // 2
        if first.pin == -2:
            found.clear()
        else:
            found.append((low - 6 if left is None else (left + low) // 2, number))
        if last.pin == 2:
            return found
        left = last.x + widths[last] // 2
    found.append((stop.x if left is None else left + 6, len(units)))
    return found


def _best(stops: list[Item], gaps: list[list[_Gap]], others: list[list[tuple[int, int]]]) -> tuple[int, list[_Gap]]:
    """The cheapest way through the gaps, and its cost."""
    ways: list[tuple[int, int, tuple[_Gap, ...]]] = [(0, stops[0].x, ())]
    for number, some in enumerate(others):
        last = number == len(gaps)
        goals = [(stops[-1].x, -1)] if last else gaps[number]
        found: list[tuple[int, int, tuple[_Gap, ...]]] = [(1 << 60, 0, ())] * len(goals)
        for cost, x, way in ways:
            left = sorted(v for u, v in some if u < x)
            right = sorted(v for u, v in some if u > x)
            for place, (y, unit) in enumerate(goals):
                crossed = len(left) - bisect_right(left, y) + bisect_left(right, y)
                aside = abs(x - y)
                whole = cost + crossed * _CROSSING + aside + (_BEND if aside > 8 else 0)
                if whole < found[place][0]:
                    found[place] = (whole, y, way if last else (*way, (y, unit)))
        ways = found
    return ways[0][0], list(ways[0][2])


def _move(order: Order, stop: Item, place: int) -> None:
    """Put a dummy before the unit *place* of its shelf."""
    shelf = _shelf(stop)
    units = order.units[shelf]
    at = next(number for number, unit in enumerate(units) if unit[0] is stop)
    if place in {at, at + 1}:
        return
    assert isinstance(stop, Cell)
    stop.pin = 0
    rest = [*units[:at], *units[at + 1 :]]
    rest.insert(place - (place > at), [stop])
    order.units[shelf] = rest
    shelf.items = [item for unit in rest for item in unit]
    order.place_shelf(shelf, order.frame_of_shelf[shelf].x)
