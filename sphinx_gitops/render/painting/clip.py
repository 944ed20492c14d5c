"""A layout in, the same with the ends of its arrows on the outlines that are drawn: routes end at rectangles."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.painting.outline_corners import Point, boundary, rect_corners
from sphinx_gitops.scene import Scene

_REACH = 32.0
"""How far inside its rectangle an outline may be met, in px."""
_ASIDE = 1e-3
"""Corners further than this from a line, in px times its length, are on one side of it."""


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


def _meets(start: Point, end: Point, rect: Rect, outline: list[Point]) -> bool:
    """Whether a leg from outside ends where the outline lies on a side of its rectangle, as most legs do."""
    (x, y), (left, top) = end, start
    if (y == rect.y and top < y) or (y == rect.bottom and top > y):
        at, side = x, [right for right, down in outline if down == y]
    elif (x == rect.x and left < x) or (x == rect.right and left > x):
        at, side = y, [down for right, down in outline if right == x]
    else:
        return False
    return bool(side) and min(side) <= at <= max(side)


def _up_to(points: list[Point], outline: list[Point]) -> list[Point]:
    """The way as far as where it first meets *outline*: a route may lead on into a box."""
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

    def landed(start: Point, end: Point, key: str) -> Point:
        outline = outlines[key]
        return end if _meets(start, end, layout.nodes[key], outline) else touch(start, end, outline)

    for edge, route in zip(scene.edges, layout.routes, strict=True):
        points = list(route.points)
        if edge.target in outlines:
            points[-1] = landed(points[-2], points[-1], edge.target)
        else:
            points = _up_to(points, rect_corners(layout.boxes[edge.target]))
        if edge.source in outlines:
            points[0] = landed(points[1], points[0], edge.source)
        else:
            points = _up_to(points[::-1], rect_corners(layout.boxes[edge.source]))[::-1]
        boxed = edge.source not in outlines or edge.target not in outlines
        routes.append(Route(tuple(points), _between(route, points) if boxed else route.label))
    return replace(layout, routes=tuple(routes))
