"""Outlines made wider where an engine lets their sides, or their walls, come close to the text."""

from __future__ import annotations

from dataclasses import replace

from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.text_fitting.node_text import node_text
from sphinx_gitops.scene import Node, Scene, Shape

Band = tuple[float, float, float]
"""From where to where wider outlines stand, and by how much."""
_BLANK = {Shape.CYLINDER: 20.0, Shape.VAULT: 32.0, Shape.DOCUMENT: 20.0}
"""How much wider than its text an outline is, in px."""


def _missing(node: Node, rect: Rect, wrap: float) -> float:
    """By how much an outline is too narrow."""
    blank = _BLANK.get(node.shape)
    if blank is None:
        return 0.0
    return max(0.0, node_text(node, wrap).width + blank - rect.width)


def _bands(layout: Layout, missing: dict[str, float]) -> list[Band]:
    """Where the wider outlines stand side by side, each stretch with its largest growth."""
    found: list[Band] = []
    for rect, more in sorted(
        ((layout.nodes[key], more) for key, more in missing.items()), key=lambda pair: (pair[0].x, pair[0].y)
    ):
        if found and rect.x < found[-1][1]:
            low, high, most = found[-1]
            found[-1] = (low, max(high, rect.right), max(most, more))
        else:
            found.append((rect.x, rect.right, more))
    return found


def _apart(layout: Layout, missing: dict[str, float]) -> Layout:
    """The layout with everything right of wider outlines moved on, so that arrows along the axis keep their length."""
    bands = _bands(layout, missing)

    def move(x: float) -> float:
        return x + sum(more for _, high, more in bands if x >= high - 0.01)

    def rect(old: Rect) -> Rect:
        return replace(old, x=move(old.x), width=move(old.right) - move(old.x))

    def node(key: str, old: Rect) -> Rect:
        return replace(old, x=move(old.x), width=old.width + missing.get(key, 0.0))

    def route(old: Route) -> Route:
        label = replace(old.label, x=move(old.label.x)) if old.label else None
        return Route(tuple((move(x), y) for x, y in old.points), label)

    return replace(
        layout,
        boxes={key: rect(old) for key, old in layout.boxes.items()},
        nodes={key: node(key, old) for key, old in layout.nodes.items()},
        routes=tuple(route(old) for old in layout.routes),
    )


def roomy(scene: Scene, layout: Layout, *, across: bool) -> Layout:
    """The layout with outlines wide enough for their text; *across* says that arrows run along the x axis."""
    found = {node.key: _missing(node, layout.nodes[node.key], layout.wrap) for node in scene.all_nodes()}
    missing = {key: more for key, more in found.items() if more}
    if not missing:
        return layout
    if across:
        return _apart(layout, missing)
    wider = {
        key: Rect(rect.x - more / 2, rect.y, rect.width + more, rect.height)
        for key, more in missing.items()
        for rect in [layout.nodes[key]]
    }
    return replace(layout, nodes=layout.nodes | wider)
