"""A route and the kind of its flow in, an arrow as SVG out."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sphinx_gitops.model import FlowKind
from sphinx_gitops.render.geometry.layout import Rect, Route
from sphinx_gitops.render.painting.routes import Point, polyline, route_data, towards
from sphinx_gitops.render.painting.svg import number
from sphinx_gitops.styles import FLOW_STYLES

_LINES = {
    kind: f'fill="none" stroke-width="{number(look.width)}"'
    + (f' stroke-dasharray="{look.dashes}"' if look.dashes else "")
    for kind, look in FLOW_STYLES.items()
}
"""The attributes of the line of each kind of flow."""


def _head(tip: Point, tail: Point, size: float) -> str:
    """A filled triangle at *tip*, coming from *tail*."""
    length = math.dist(tip, tail) or 1.0
    ux, uy = (tip[0] - tail[0]) / length, (tip[1] - tail[1]) / length
    x, y = tip[0] - ux * size, tip[1] - uy * size
    across, along = uy * (size * 0.45), ux * (size * 0.45)
    left, right = f"{number(x - across)} {number(y + along)}", f"{number(x + across)} {number(y - along)}"
    return f"M{number(tip[0])} {number(tip[1])} L{left} L{right} Z"


def draw_edge(
    route: Route,
    kind: FlowKind,
    stroke: str,
    *,
    covers: Sequence[Rect] = (),
    about: tuple[str, str] = ("", ""),
) -> str:
    """One arrow as SVG, hidden behind *covers*; *about* are attributes of the whole arrow, and of its line."""
    look = FLOW_STYLES[kind]
    points = polyline(route)
    size = 8.0 if look.width < 3 else 10.0
    heads = _head(points[-1], points[-2], size)
    if look.two_heads:
        heads += " " + _head(points[0], points[1], size)
        points[0] = towards(points[0], points[1], size - 1)
    points[-1] = towards(points[-1], points[-2], size - 1)
    data = route_data(points, covers)
    return (
        f'<g class="gitops-flow gitops-flow-{kind.value}" stroke="{stroke}" fill="{stroke}"{about[0]}>'
        f'<path d="{data}" {_LINES[kind]}{about[1]}/>'
        f'<path d="{heads}" stroke="none"/></g>'
    )


def draw_tie(route: Route, stroke: str, about: str = "") -> str:
    """The dotted tie between a component and its note."""
    data = route_data(polyline(route), ())
    look = f'fill="none" stroke="{stroke}" stroke-width="1.5" stroke-dasharray="1.5 3"'
    return f'<path class="gitops-tie" d="{data}" {look}{about}/>'
