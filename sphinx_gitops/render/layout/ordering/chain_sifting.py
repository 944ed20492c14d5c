"""An order in, a better one out: all dummies of one edge are moved at once to where the edge crosses least.

Sifting the whole chain of an edge as a block, as in Bachmaier, Brandenburg, Brunner and Huebner, "Global k-level
crossing reduction" (2011). All others staying, the best places follow from one another by dynamic programming.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from sphinx_gitops.render.layout.graph.dummies import Path, Way
from sphinx_gitops.render.layout.graph.hierarchy import Cell, Item, Shelf
from sphinx_gitops.render.layout.ordering.ordering import Order

_CROSSING = 1 << 16
"""What a crossing costs beside a px that the edge leads aside."""
_BEND = 40
_STRAIGHT = 8
_GAPS = 14
"""So many gaps of a shelf are looked at."""
_LARGE = 6000
"""With more pieces of edges than this, all edges stay."""
_WORK = 30_000
"""So many pieces of edges are compared, then all edges stay."""
_FAR = 1 << 60
_Gap = tuple[int, int]
"""A place across, and the number of the unit that it lies before."""


def sift_chains(order: Order, paths: list[Path], *, rounds: int) -> None:
    """Move the dummies of every edge that crosses others, until nothing gets better."""
    size = order.size
    if size > _LARGE:
        return
    order.work = _WORK
    most = _GAPS if size < _LARGE // 8 else _GAPS // 2
    for _ in range(rounds if size < _LARGE // 4 else 1):
        moved = False
        for path in paths:
            if path.way is Way.DOWN and len(path.stops) > 2:
                moved = _sift(order, path, most) or moved
        if not moved:
            return


def _sift(order: Order, path: Path, most: int) -> bool:
    """Whether the dummies of an edge have moved."""
    stops = path.stops
    others = [
        [(one.x, other.x) for one, other in order.segments[upper.last] if one is not upper or other is not lower]
        for upper, lower in pairwise(stops)
    ]
    order.work -= sum(map(len, others))
    if order.work < 0:
        return False
    now = 0
    for (upper, lower), some in zip(pairwise(stops), others, strict=True):
        x, y = upper.x, lower.x
        now += sum((u - x) * (v - y) < 0 for u, v in some)
    if not now:
        return False
    gaps = [_few(_gaps(order, stop), stops, stop.x, most) for stop in stops[1:-1]]
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


def _few(gaps: list[_Gap], stops: list[Item], own: int, most: int) -> list[_Gap]:
    """The gaps worth looking at: near where the edge stands, near its two ends, and the outermost."""
    if len(gaps) <= most:
        return gaps
    near = [bisect_left(gaps, (x, 0)) for x in (own, stops[0].x, stops[-1].x)]
    reach = max(1, most // 8)
    kept = {place + step for place in near for step in range(-reach, reach + 1)} | {0, len(gaps) - 1}
    return [gap for place, gap in enumerate(gaps) if place in kept]


def _best(stops: list[Item], gaps: list[list[_Gap]], others: list[list[tuple[int, int]]]) -> tuple[int, list[_Gap]]:
    """The cheapest way through the gaps, and its cost."""
    starts: list[_Gap] = [(stops[0].x, -1)]
    costs = [0]
    ways: list[tuple[_Gap, ...]] = [()]
    for goals, some in zip([*gaps, [(stops[-1].x, -1)]], others, strict=True):
        best: list[tuple[int, int]] = [(_FAR, 0)] * len(goals)
        for number, (cost, crossed) in enumerate(zip(costs, _crossed(starts, goals, some), strict=True)):
            x = starts[number][0]
            for place, (y, _) in enumerate(goals):
                aside = abs(x - y)
                whole = cost + crossed[place] * _CROSSING + (aside + _BEND if aside > _STRAIGHT else aside)
                if whole < best[place][0]:
                    best[place] = (whole, number)
        ways = [(*ways[number], goal) for (_, number), goal in zip(best, goals, strict=True)]
        costs = [cost for cost, _ in best]
        starts = goals
    return costs[0], list(ways[0][:-1])


def _crossed(starts: list[_Gap], goals: list[_Gap], some: list[tuple[int, int]]) -> Iterator[list[int]]:
    """For each start, from left to right, how many of *some* a straight edge to each goal crosses."""
    some.sort()
    places = [y for y, _ in goals]
    count = len(places)
    change = [0] * (count + 1)
    for _, v in some:
        change[bisect_right(places, v)] += 1
    at, many = 0, len(some)
    for x, _ in starts:
        while at < many and some[at][0] < x:
            v = some[at][1]
            change[bisect_right(places, v)] -= 1
            change[0] += 1
            change[bisect_left(places, v)] -= 1
            at += 1
        found = list(accumulate(change[:count]))
        same = at
        while same < many and some[same][0] == x:
            for place in range(bisect_right(places, some[same][1]), count):
                found[place] -= 1
            same += 1
        yield found


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
