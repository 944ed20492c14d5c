"""A layout whose arrows run down in, the same for the scene's direction out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sphinx_gitops.model import Direction
from sphinx_gitops.render.geometry.layout import Layout, Rect, Route

_Point = tuple[float, float]


def _mapped(layout: Layout, rect: Callable[[Rect], Rect], point: Callable[[_Point], _Point]) -> Layout:
    return replace(
        layout,
        boxes={key: rect(box) for key, box in layout.boxes.items()},
        nodes={key: rect(node) for key, node in layout.nodes.items()},
        routes=tuple(
            Route(tuple(map(point, route.points)), rect(route.label) if route.label else None)
            for route in layout.routes
        ),
    )


def oriented(layout: Layout, direction: Direction) -> Layout:
    """The layout with its two axes swapped for LR and RL."""
    if direction in {Direction.TB, Direction.BT}:
        return layout
    return _mapped(layout, lambda r: Rect(r.y, r.x, r.height, r.width), lambda p: (p[1], p[0]))
