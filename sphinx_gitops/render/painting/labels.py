"""The arrows of a layout in, the places of their labels out."""

from __future__ import annotations

from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.text_fitting.node_text import label_text
from sphinx_gitops.scene import Edge, Scene


def label_spot(edge: Edge, route: Route, limit: float) -> Rect | None:
    """Where an arrow's label is drawn: in the middle of the place that the layout keeps for it."""
    if not edge.words:
        return None
    at, shown = route.label, label_text(edge, limit)
    x, y = (at.x + at.width / 2, at.y + at.height / 2) if at else route.points[len(route.points) // 2]
    return Rect(x - shown.width / 2, y - shown.height / 2, shown.width, shown.height)


def label_spots(scene: Scene, layout: Layout) -> list[Rect | None]:
    """The labels of all arrows, None for those without."""
    pairs = zip(scene.edges, layout.routes, strict=True)
    return [label_spot(edge, route, layout.wrap) for edge, route in pairs]
