"""Arrows: their ways as path data, their heads, and how each kind of flow looks."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sphinx_gitops.model import FlowKind
from sphinx_gitops.palette import EDGE
from sphinx_gitops.render.geometry.layout import Route
from sphinx_gitops.render.painting.ink import Ink
from sphinx_gitops.render.painting.outlines import number, path
from sphinx_gitops.scene import Swatch

Point = tuple[float, float]
_RADIUS = 6.0
_STEPS = 6


@dataclass(frozen=True, slots=True)
class Look:
    """A flow kind's stroke: whose colour it has, then width in px and dashes."""

    colour: str
    width: float
    dashes: str = ""
    two_heads: bool = False


LOOKS: dict[FlowKind, Look] = {
    FlowKind.AUTOMATION: Look(EDGE, 1.5),
    FlowKind.SYNC: Look("ops", 1.5, two_heads=True),
    FlowKind.VERIFICATION: Look("verify", 1.5),
    FlowKind.SECURITY: Look("security", 3),
    FlowKind.PROMOTION: Look(EDGE, 3),
    FlowKind.FEEDBACK: Look("monitor", 2, "2 4"),
    FlowKind.ROLLBACK: Look("verify", 2, "2 3 2 8"),
    FlowKind.MANUAL: Look(EDGE, 1.5, "8 4"),
}


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


def _towards(start: Point, end: Point, distance: float) -> Point:
    length = math.dist(start, end) or 1.0
    share = min(1.0, distance / length)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def polyline(route: Route) -> list[Point]:
    """The corners of a way."""
    return distinct(route.points)


def trace(route: Route, *, curved: bool) -> list[Point]:
    """The way as it is drawn, as legs: a curve is sampled."""
    points = polyline(route)
    if not curved or len(points) < 3:
        return points
    padded = [points[0], points[0], *points, points[-1], points[-1]]
    traced = [points[0]]
    for quad in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        traced += [_spline(quad, step / _STEPS) for step in range(1, _STEPS + 1)]
    return [*traced, points[-1]]


def _spline(quad: tuple[Point, Point, Point, Point], t: float) -> Point:
    """A point of a uniform cubic B-spline."""
    weights = ((1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3)
    x, y = (sum(w * point[axis] for w, point in zip(weights, quad, strict=True)) / 6 for axis in (0, 1))
    return x, y


def _angular(points: list[Point]) -> str:
    """Straight legs with rounded corners."""
    parts: list[str | float] = ["M", *points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_RADIUS, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        parts += ["L", *_towards(corner, before, radius), "Q", *corner, *_towards(corner, after, radius)]
    return path(*parts, "L", *points[-1])


def _curved(points: list[Point]) -> str:
    """A uniform B-spline that starts and ends on the first and last point (as d3's curveBasis)."""
    if len(points) < 3:
        return _angular(points)
    parts: list[str | float] = ["M", *points[0]]

    def mix(*terms: tuple[float, Point]) -> Point:
        return (sum(w * p[0] for w, p in terms), sum(w * p[1] for w, p in terms))

    parts += ["L", *mix((5 / 6, points[0]), (1 / 6, points[1]))]
    padded = [*points, points[-1]]
    for a, b, c in zip(padded, padded[1:], padded[2:], strict=False):
        parts += [
            "C",
            *mix((2 / 3, a), (1 / 3, b)),
            *mix((1 / 3, a), (2 / 3, b)),
            *mix((1 / 6, a), (4 / 6, b), (1 / 6, c)),
        ]
    return path(*parts, "L", *points[-1])


def _head(tip: Point, tail: Point, size: float) -> str:
    """A filled triangle at *tip*, coming from *tail*."""
    length = math.dist(tip, tail) or 1.0
    ux, uy = (tip[0] - tail[0]) / length, (tip[1] - tail[1]) / length
    base = (tip[0] - ux * size, tip[1] - uy * size)
    half = size * 0.45
    left, right = (base[0] - uy * half, base[1] + ux * half), (base[0] + uy * half, base[1] - ux * half)
    return "M" + " L".join(f"{number(x)} {number(y)}" for x, y in (tip, left, right)) + " Z"


def draw_edge(route: Route, kind: FlowKind, ink: Ink, swatches: Mapping[str, Swatch], *, curved: bool) -> str:
    """One arrow as SVG."""
    look = LOOKS[kind]
    points = polyline(route)
    size = 8.0 if look.width < 3 else 10.0
    heads = _head(points[-1], points[-2], size)
    if look.two_heads:
        heads += " " + _head(points[0], points[1], size)
        points[0] = _towards(points[0], points[1], size - 1)
    points[-1] = _towards(points[-1], points[-2], size - 1)
    data = _curved(points) if curved else _angular(points)
    dashes = f' stroke-dasharray="{look.dashes}"' if look.dashes else ""
    stroke = ink(f"{look.colour}-stroke", swatches[look.colour].light.stroke)
    return (
        f'<g class="gitops-flow gitops-flow-{kind.value}" stroke="{stroke}" fill="{stroke}">'
        f'<path d="{data}" fill="none" stroke-width="{number(look.width)}"{dashes}/>'
        f'<path d="{heads}" stroke="none"/></g>'
    )
