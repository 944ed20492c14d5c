"""An order in, a better one out: all dummies of one edge are moved at once to where the edge crosses least.

Sifting the whole chain of an edge as a block, as in Bachmaier, Brandenburg, Brunner and Huebner, "Global k-level
crossing reduction" (2011). All others staying, the best places follow from one another by dynamic programming.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Item, Shelf
from sphinx_gitops.render.layout.graph.ways import Path, Way
from sphinx_gitops.render.layout.ordering.gaps import Gap
from sphinx_gitops.render.layout.ordering.order import Order
from sphinx_gitops.render.layout.ordering.segments import Segments

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


def sift_chains(order: Order, paths: list[Path], *, rounds: int) -> None:
    """Move the dummies of every edge that crosses others, until nothing gets better."""
    size = order.size
    if size > _LARGE:
        return
    order.work = _WORK
    most = _GAPS if size < _LARGE // 8 else _GAPS // 2
    long = [path for path in paths if path.way is Way.DOWN and len(path.stops) > 2]
    for _ in range(rounds if size < _LARGE // 4 else 1):
        moved = False
        for path in long:
            clock = order.clock
            if order.since(path.stops[0].last, path.stops[-1].first) > order.tried.get(path, -1):
                moved = _sift(order, path, most) or moved
                order.tried[path] = clock
        if not moved:
            return


def _sift(order: Order, path: Path, most: int) -> bool:
    """Whether the dummies of an edge have moved."""
    stops = path.stops
    counted = order.counted
    rows = [counted.get(upper.last) or order.below_row(upper.last) for upper in stops[:-1]]
    order.work -= sum([len(row.pairs) for row in rows])
    if order.work < 0:
        return False
    now = 0
    for (upper, lower), row in zip(pairwise(stops), rows, strict=True):
        if row.crossings and (upper.x, lower.x) in row.tangled:
            now += row.crossed(upper.x, lower.x)
    if not now:
        return False
    gaps = [_few(order.gaps(_shelf(stop)).without(stop), stops, stop.x, most) for stop in stops[1:-1]]
    chosen = _best(stops, gaps, rows, now * _CROSSING)
    for stop, (_, place) in zip(stops[1:-1], chosen, strict=False):
        _move(order, stop, place)
    return bool(chosen)


def _shelf(stop: Item) -> Shelf:
    assert isinstance(stop, Cell)
    return stop.frame.shelf_of_row[stop.first - stop.frame.first]


def _few(gaps: list[Gap], stops: list[Item], own: int, most: int) -> list[Gap]:
    """The gaps worth looking at: near where the edge stands, near its two ends, and the outermost."""
    if len(gaps) <= most:
        return gaps
    near = [bisect_left(gaps, (x, 0)) for x in (own, stops[0].x, stops[-1].x)]
    reach = max(1, most // 8)
    kept = {place + step for place in near for step in range(-reach, reach + 1)} | {0, len(gaps) - 1}
    return [gap for place, gap in enumerate(gaps) if place in kept]


def _best(stops: list[Item], gaps: list[list[Gap]], rows: list[Segments], limit: int) -> list[Gap]:
    """The cheapest way through the gaps; none where all cost *limit* or more."""
    starts: list[Gap] = [(stops[0].x, -1)]
    costs = [0]
    ways: list[tuple[Gap, ...]] = [()]
    end = [(stops[-1].x, -1)]
    for goals, row, (upper, lower) in zip([*gaps, end], rows, pairwise(stops), strict=True):
        best = [limit] * len(goals)
        came = [-1] * len(goals)
        others = row.pairs.copy()
        del others[bisect_left(others, (upper.x, lower.x))]
        ys = [y for y, _ in goals]
        for number, found in enumerate(_crossed(starts, ys, others)):
            x, cost = starts[number][0], costs[number]
            if row.loops:
                cost += row.looped(0, x) * _CROSSING
            if cost >= limit:
                continue
            for place, many in enumerate(found):
                whole = cost + many * _CROSSING
                if whole < best[place]:
                    aside = abs(x - ys[place])
                    whole += aside + _BEND if aside > _STRAIGHT else aside
                    if whole < best[place]:
                        best[place], came[place] = whole, number
        if row.loops:
            best = [cost + row.looped(1, y) * _CROSSING for cost, (y, _) in zip(best, goals, strict=True)]
        kept = [place for place, number in enumerate(came) if number >= 0 and best[place] < limit]
        if not kept:
            return []
        ways = [(*ways[came[place]], goals[place]) for place in kept]
        costs = [best[place] for place in kept]
        starts = [goals[place] for place in kept]
    return list(ways[0][:-1])


def _crossed(starts: list[Gap], places: list[int], pairs: list[tuple[int, int]]) -> Iterator[list[int]]:
    """For each start, from left to right, how many of *pairs* a straight edge to each of *places* crosses."""
    count = len(places)
    change = [0] * (count + 1)
    above = [bisect_right(places, v) for _, v in pairs]
    for place in above:
        change[place] += 1
    at, many = 0, len(pairs)
    for x, _ in starts:
        while at < many and pairs[at][0] < x:
            change[above[at]] -= 1
            change[0] += 1
            change[bisect_left(places, pairs[at][1])] -= 1
            at += 1
        found = list(accumulate(change[:count]))
        same = at
        while same < many and pairs[same][0] == x:
            for place in range(above[same], count):
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
    order.reorder(shelf, rest)
