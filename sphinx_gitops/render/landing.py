"""Where arrows touch their nodes: engines aim at their own outlines or at boxes, so ends move to the outline drawn."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.shapes import (
    CUT,
    STEP,
    diamond_corners,
    fold_step,
    hexagon_corners,
    rim_height,
    slanted_corners,
    wave_depth,
)
from sphinx_gitops.scene import Scene, Shape

Point = tuple[float, float]
_REACH = 32.0
"""An engine's outline of a tall node stands so far outside of ours, in px."""
_SAMPLES = 12
_ASIDE = 1e-3
"""Corners further than this from a line, in px times its length, are on one side of it."""


def _corners(r: Rect) -> list[Point]:
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
    bow = min(r.height, r.width) / 2
    middle = r.y + r.height / 2
    return _arc(r.right - bow, middle, bow, r.height / 2, -90) + _arc(r.x + bow, middle, bow, r.height / 2, 90)


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
    Shape.STACK: _pile(_corners),
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
    return _BOUNDARIES.get(shape, _corners)(rect)


def _meetings(start: Point, end: Point, outline: list[Point]) -> Iterator[float]:
    """Where the line through two points meets an outline, as shares of the way from *start* to *end*."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    sides = [(x - start[0]) * dy - (y - start[1]) * dx for x, y in outline]
    for number, after in enumerate(sides):
        before = sides[number - 1]
        if (before > _ASIDE and after > _ASIDE) or (before < -_ASIDE and after < -_ASIDE):
            continue
        (ax, ay), (bx, by) = outline[number - 1], outline[number]
        ex, ey = bx - ax, by - ay
        cross = dx * ey - dy * ex
        if abs(cross) > 1e-9:
            share = ((ax - start[0]) * ey - (ay - start[1]) * ex) / cross
            if -1e-9 <= ((ax - start[0]) * dy - (ay - start[1]) * dx) / cross <= 1 + 1e-9:
                yield share


def touch(start: Point, end: Point, outline: list[Point]) -> Point:
    """Where the leg from *start* first meets *outline*, at most a little beyond *end*; *end* where it does not."""
    length = math.dist(start, end)
    if length < 0.2:
        return end
    limit = 1 + _REACH / length
    share = min((s for s in _meetings(start, end, outline) if 1e-6 < s <= limit), default=1.0)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _up_to(points: list[Point], outline: list[Point]) -> list[Point]:
    """The way as far as where it first meets *outline*: engines lead curves on into a box."""
    for number, (start, end) in enumerate(pairwise(points[:-1]), 2):
        if any(1e-6 < s <= 1 + _ASIDE for s in _meetings(start, end, outline)):
            points = points[:number]
            break
    return [*points[:-1], touch(points[-2], points[-1], outline)]


def _between(route: Route, points: list[Point]) -> Rect | None:
    """The label of a way whose ends have moved to those of *points*: it goes half as far."""
    if not route.label:
        return None
    x, y = (sum(points[end][axis] - route.points[end][axis] for end in (0, -1)) / 2 for axis in (0, 1))
    return replace(route.label, x=route.label.x + x, y=route.label.y + y)


def land(scene: Scene, layout: Layout) -> Layout:
    """The layout with every arrow ending on the outlines of what it leads to and comes from."""
    outlines = {node.key: boundary(node.shape, layout.nodes[node.key]) for node in scene.all_nodes()}
    routes: list[Route] = []
    for edge, route in zip(scene.edges, layout.routes, strict=True):
        points = list(route.points)
        if edge.target in outlines:
            points[-1] = touch(points[-2], points[-1], outlines[edge.target])
        else:
            points = _up_to(points, _corners(layout.boxes[edge.target]))
        if edge.source in outlines:
            points[0] = touch(points[1], points[0], outlines[edge.source])
        else:
            points = _up_to(points[::-1], _corners(layout.boxes[edge.source]))[::-1]
        boxed = edge.source not in outlines or edge.target not in outlines
        routes.append(Route(tuple(points), _between(route, points) if boxed else route.label))
    return replace(layout, routes=tuple(routes))
