"""The points of a route in, its path data out: straight legs with rounded corners, and gaps for text."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sphinx_gitops.render.geometry.layout import Rect, Route
from sphinx_gitops.render.painting.svg import number

Point = tuple[float, float]
_RADIUS = 6.0
_CLEAR = 2.0
"""How far a line ends before a text that it passes behind, in px."""
_SAME = 1e-9
"""Two coordinates that differ by less are one."""


def distinct(points: Sequence[Point]) -> list[Point]:
    """The way without steps of no length and without corners that do not turn."""
    kept: list[Point] = []
    for point in points:
        if kept and math.dist(kept[-1], point) < 0.2:
            continue
        if len(kept) > 1 and abs(_turn(kept[-2], kept[-1], point)) < 0.5:
            kept[-1] = point
        else:
            kept.append(point)
    return kept if len(kept) > 1 else [points[0], points[-1]]


def _turn(a: Point, b: Point, c: Point) -> float:
    """Twice the area of a triangle, over its longer side: how far *b* stands from the straight line."""
    area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return area / max(1.0, math.dist(a, c))


def towards(start: Point, end: Point, distance: float) -> Point:
    """The point so far on the way to another, at most there."""
    length = math.dist(start, end) or 1.0
    share = min(1.0, distance / length)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def polyline(route: Route) -> list[Point]:
    """The corners of a way."""
    return distinct(route.points)


def angular(points: list[Point]) -> str:
    """Straight legs with rounded corners: half of a leg between two corners belongs to each, the whole of an end's."""
    if len(points) == 2:
        return _straight(*points)
    steps = [f"M {_place(points[0])}"]
    room = [math.dist(start, end) / 2 for start, end in pairwise(points)]
    room[0], room[-1] = 2 * room[0], 2 * room[-1]
    for before, corner, after, one, other in zip(points, points[1:], points[2:], room, room[1:], strict=False):
        radius = min(_RADIUS, one, other)
        start, end = towards(corner, before, radius), towards(corner, after, radius)
        steps.append(f"L {_place(start)} Q {_place(corner)} {_place(end)}")
    return " ".join([*steps, f"L {_place(points[-1])}"])


def _place(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _straight(start: Point, end: Point) -> str:
    """One straight leg, as short as path data can say it: an arrow behind many texts is in as many pieces."""
    (x, y), (right, bottom) = start, end
    begun = f"M{number(x)} {number(y)}"
    if x == right:
        return f"{begun}V{number(bottom)}"
    return f"{begun}H{number(right)}" if y == bottom else f"{begun}L{number(right)} {number(bottom)}"


def inside(rect: Rect, start: Point, end: Point) -> tuple[float, float] | None:
    """The part of a straight leg in a box, as shares of its length; None where it is outside (Liang and Barsky)."""
    low, high = 0.0, 1.0
    for axis, (near, far) in enumerate(((rect.x, rect.right), (rect.y, rect.bottom))):
        delta = end[axis] - start[axis]
        if abs(delta) < _SAME:
            if not near <= start[axis] <= far:
                return None
            continue
        first, second = sorted(((near - start[axis]) / delta, (far - start[axis]) / delta))
        low, high = max(low, first), min(high, second)
        if low > high:
            return None
    return low, high


def _covered(start: Point, end: Point, texts: Iterable[Rect]) -> Iterator[tuple[float, float]]:
    """The parts of a straight leg that texts cover, as shares of its length.

    A leg that is level or upright, as nearly all are, is held against the two sides of a text that it may cross.
    """
    (x, y), (across, down) = start, (end[0] - start[0], end[1] - start[1])
    upright, level = abs(across) < _SAME, abs(down) < _SAME
    if upright == level:
        yield from (found for rect in texts if (found := inside(rect, start, end)))
        return
    for rect in texts:
        if upright and rect.x <= x <= rect.x + rect.width:
            first, second = (rect.y - y) / down, (rect.y + rect.height - y) / down
        elif level and rect.y <= y <= rect.y + rect.height:
            first, second = (rect.x - x) / across, (rect.x + rect.width - x) / across
        else:
            continue
        low, high = max(0.0, min(first, second)), min(1.0, max(first, second))
        if low <= high:
            yield low, high


def _pieces(start: Point, end: Point, texts: Sequence[Rect]) -> Iterator[tuple[float, float]]:
    """The parts of a straight leg that no text covers, as shares of its length, in their order."""
    at = 0.0
    for low, high in sorted(_covered(start, end, texts)):
        if low > at + 1e-6:
            yield at, low
        at = max(at, high)
    if at < 1 - 1e-6:
        yield at, 1.0


def grown(texts: Iterable[Rect]) -> list[Rect]:
    """What each text covers of a line that passes behind it."""
    return [Rect(r.x - _CLEAR, r.y, r.width + 2 * _CLEAR, r.height) for r in texts]


def _at(start: Point, end: Point, share: float) -> Point:
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def visible(points: Sequence[Point], covers: Sequence[Rect]) -> list[list[Point]]:
    """A way without what is behind *covers*, as ways of their own."""
    left, right = min(points)[0], max(points)[0]
    heights = [y for _, y in points]
    top, bottom = min(heights), max(heights)
    near = [r for r in covers if r.x <= right and r.y <= bottom and r.x + r.width >= left and r.y + r.height >= top]
    if not near:
        return [list(points)]
    ways: list[list[Point]] = []
    for start, end in pairwise(points):
        for low, high in _pieces(start, end, near):
            last = end if high == 1.0 else _at(start, end, high)
            if low == 0.0 and ways and ways[-1][-1] == start:
                ways[-1].append(last)
            else:
                ways.append([start if low == 0.0 else _at(start, end, low), last])
    return ways or [list(points)]


def route_data(points: list[Point], covers: Sequence[Rect]) -> str:
    """The path data of a way, without what is behind *covers*."""
    return "".join(map(angular, visible(points, covers)))
