"""Where a box's title stands: on a stretch of its top that no arrow crosses."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from sphinx_gitops.render.painting.edges import Point
from sphinx_gitops.render.geometry.layout import Rect

_PAD = 4.0


def _crosses(rect: Rect, start: Point, end: Point) -> bool:
    """Whether a straight leg touches a box (Liang and Barsky)."""
    low, high = 0.0, 1.0
    for axis, (near, far) in enumerate(((rect.x, rect.right), (rect.y, rect.bottom))):
        delta = end[axis] - start[axis]
        if abs(delta) < 1e-9:
            if not near <= start[axis] <= far:
                return False
            continue
        first, second = sorted(((near - start[axis]) / delta, (far - start[axis]) / delta))
        low, high = max(low, first), min(high, second)
        if low > high:
            return False
    return True


def crossings(rect: Rect, ways: Iterable[list[Point]]) -> int:
    """How many ways touch a box."""
    return sum(any(_crosses(rect, a, b) for a, b in pairwise(way)) for way in ways)


def _near(box: Rect, height: float, ways: list[list[Point]]) -> list[tuple[Point, Point]]:
    """The legs of ways that come near a box's top: most come nowhere near it."""
    left, right, low, high = box.x, box.right, box.y, box.y + height + 12
    return [
        (a, b)
        for way in ways
        if max(way)[0] >= left and min(way)[0] <= right
        for a, b in pairwise(way)
        if not (a[1] < low > b[1] or a[1] > high < b[1])
    ]


def place(box: Rect, width: float, height: float, ways: list[list[Point]], taken: list[Rect]) -> Rect:
    """The title's box: at the left if that is free, else at the nearest free place to the right of it."""
    left = box.x + 10
    room = max(0.0, box.width - 20 - width)
    best, fewest = Rect(left, box.y + 6, width, height), 10_000
    legs = _near(box, height, ways)
    for step in range(int(room // 4) + 1):
        title = Rect(left + 4 * step, box.y + 6, width, height)
        wide = Rect(title.x - _PAD, title.y - 2, title.width + 2 * _PAD, title.height + 4)
        found = sum([_crosses(wide, a, b) for a, b in legs]) + sum([overlap(wide, other) for other in taken])
        if found < fewest:
            best, fewest = title, found
        if not fewest:
            break
    return best


def overlap(a: Rect, b: Rect) -> bool:
    """Whether two boxes share a place; a shared rim is none."""
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom
