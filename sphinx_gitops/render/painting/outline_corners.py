"""An outline's shape and place in, its corners out, curves sampled: where arrows may touch it, and what is inside."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.outlines import (
    CUT,
    STEP,
    diamond_corners,
    fold_step,
    hexagon_corners,
    rim_height,
    slanted_corners,
    stadium_bow,
    wave_depth,
)
from sphinx_gitops.scene import Shape

Point = tuple[float, float]
_SAMPLES = 12


def rect_corners(r: Rect) -> list[Point]:
    """The corners of a rectangle."""
    return [(r.x, r.y), (r.right, r.y), (r.right, r.bottom), (r.x, r.bottom)]


@cache
def _bow(start: float) -> tuple[Point, ...]:
    """Half a circle around the origin."""
    angles = (math.radians(start + 180 * n / _SAMPLES) for n in range(_SAMPLES + 1))
    return tuple((math.cos(angle), math.sin(angle)) for angle in angles)


def _arc(x: float, y: float, rx: float, ry: float, start: float) -> list[Point]:
    """Half an ellipse, clockwise on the screen from the angle *start* in degrees."""
    return [(x + rx * right, y + ry * down) for right, down in _bow(start)]


def _cylinder(r: Rect) -> list[Point]:
    middle, ry = r.x + r.width / 2, rim_height(r)
    return _arc(middle, r.y + ry, r.width / 2, ry, 180) + _arc(middle, r.bottom - ry, r.width / 2, ry, 0)


def _stadium(r: Rect) -> list[Point]:
    bow = stadium_bow(r)
    left, right, high, low = r.x + bow, r.right - bow, r.y + bow, r.bottom - bow
    turns = ((right, high, -90), (right, low, 0), (left, low, 90), (left, high, 180))
    return [point for x, y, start in turns for point in _arc(x, y, bow, bow, start)[: _SAMPLES // 2 + 1]]


def _display(r: Rect) -> list[Point]:
    bow = r.height / 2
    left = [(r.x + 12, r.bottom), (r.x, r.y + bow), (r.x + 12, r.y)]
    return [*_arc(r.right - bow, r.y + bow, bow, bow, -90), *left]


def _document(r: Rect) -> list[Point]:
    depth, half = wave_depth(r), r.width / 2
    steps = [n / _SAMPLES for n in range(_SAMPLES + 1)]
    waves = [(r.right - half * (t + n), r.bottom - depth * (1 + sign * 2 * t * (1 - t)))
             for n, sign in ((0, 1), (1, -1)) for t in steps]  # fmt: skip
    return [(r.x, r.y), (r.right, r.y), *waves]


def _pile(sheet: Callable[[Rect], list[Point]]) -> Callable[[Rect], list[Point]]:
    """Three sheets, each a step up and to the right of the one before it."""

    def corners(r: Rect) -> list[Point]:
        front = sheet(Rect(r.x, r.y + 2 * STEP, r.width - 2 * STEP, r.height - 2 * STEP))
        low = front[2][1] - 2 * STEP
        back = [(r.x + 2 * STEP, r.y + STEP), (r.x + 2 * STEP, r.y), (r.right, r.y), (r.right, low),
                (r.right - STEP, low), (r.right - STEP, low + STEP), (r.right - 2 * STEP, low + STEP)]  # fmt: skip
        rise = [(r.x + STEP, r.y + 2 * STEP), (r.x + STEP, r.y + STEP)]
        return [front[0], *rise, *back, *front[2:]]

    return corners


def _folded(r: Rect) -> list[Point]:
    step = fold_step(r)
    stairs = [(step * across, r.bottom - step * up) for across, up in ((0, 2), (1, 2), (1, 1), (2, 1), (2, 0))]
    right = [(r.right - x, y) for x, y in stairs]
    left = [(r.x + x, y) for x, y in reversed(stairs)]
    return [(r.x, r.y), (r.right, r.y), *right, *left]


_BOUNDARIES: dict[Shape, Callable[[Rect], list[Point]]] = {
    Shape.CYLINDER: _cylinder,
    Shape.DOCUMENT: _document,
    Shape.DOCUMENTS: _pile(_document),
    Shape.HEXAGON: hexagon_corners,
    Shape.STADIUM: _stadium,
    Shape.STACK: _pile(rect_corners),
    Shape.DISPLAY: _display,
    Shape.LINED_DOCUMENT: _document,
    Shape.MANUAL: lambda r: slanted_corners(r, 0, 0, CUT, CUT),
    Shape.LEAN_RIGHT: lambda r: slanted_corners(r, CUT, 0, CUT, 0),
    Shape.LEAN_LEFT: lambda r: slanted_corners(r, 0, CUT, 0, CUT),
    Shape.DIAMOND: diamond_corners,
    Shape.FOLDED: _folded,
}


def boundary(shape: Shape, rect: Rect) -> list[Point]:
    """The corners of an outline, its curves sampled."""
    return _BOUNDARIES.get(shape, rect_corners)(rect)
