"""The boxes of a layout in, the places of their titles out: top left, unless an arrow of another layout is there."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from sphinx_gitops.render.geometry.layout import Layout, Rect
from sphinx_gitops.render.painting.routes import Point, inside, trace
from sphinx_gitops.render.text_fitting.node_text import header_size
from sphinx_gitops.scene import Box, Scene

_INSET, _TOP = 10.0, 6.0
"""From a box's corner to its title, in px."""
_PAD = 4.0


def crossings(rect: Rect, ways: Iterable[list[Point]]) -> int:
    """How many ways touch a box."""
    return sum(any(inside(rect, a, b) is not None for a, b in pairwise(way)) for way in ways)


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
    left = box.x + _INSET
    room = max(0.0, box.width - 2 * _INSET - width)
    best, fewest = Rect(left, box.y + _TOP, width, height), 10_000
    legs = _near(box, height, ways)
    for step in range(int(room // 4) + 1):
        title = Rect(left + 4 * step, box.y + _TOP, width, height)
        wide = Rect(title.x - _PAD, title.y - 2, title.width + 2 * _PAD, title.height + 4)
        found = sum(inside(wide, a, b) is not None for a, b in legs) + sum(overlap(wide, other) for other in taken)
        if found < fewest:
            best, fewest = title, found
        if not fewest:
            break
    return best


def overlap(a: Rect, b: Rect) -> bool:
    """Whether two boxes share a place; a shared rim is none."""
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def title_spots(scene: Scene, layout: Layout) -> list[tuple[Box, Rect]]:
    """Each box with the place of its title, the second line and the note beside it included."""
    ways = [trace(route, curved=layout.curved) for route in layout.routes]
    spots: list[tuple[Box, Rect]] = []
    for box in scene.all_boxes():
        wide, high = header_size(box)
        spots.append((box, place(layout.boxes[box.key], wide, high, ways, [spot for _, spot in spots])))
    return spots
