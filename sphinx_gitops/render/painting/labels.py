"""Where titles and labels stand in a layout."""

from __future__ import annotations

from sphinx_gitops.render.painting.edges import trace
from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.painting.marked_text import Signed
from sphinx_gitops.render.text import width
from sphinx_gitops.render.painting.titles import place
from sphinx_gitops.scene import Box, Edge, Scene


def title_size(box: Box) -> float:
    """The size of a box's title, in px."""
    return 13.0 if box.level == 0 else 12.0


def title_spots(scene: Scene, layout: Layout) -> list[tuple[Box, Rect]]:
    """Each box with the place of its title."""
    ways = [trace(route, curved=layout.curved) for route in layout.routes]
    spots: list[tuple[Box, Rect]] = []
    for box in scene.all_boxes():
        size = title_size(box)
        wide = width(box.title, size, bold=box.level == 0)
        frame = layout.boxes[box.key]
        spots.append((box, place(frame, wide, size + 2, ways, [spot for _, spot in spots])))
    return spots


def signed(edge: Edge, limit: float) -> Signed:
    """An arrow's label with its sign."""
    return Signed(edge.label, edge.mark, limit)


def label_spot(edge: Edge, route: Route, limit: float) -> Rect | None:
    """Where an arrow's label is drawn: an engine's own measure may be missing or belong to another font."""
    if not edge.label:
        return None
    at, shown = route.label, signed(edge, limit)
    x, y = (at.x + at.width / 2, at.y + at.height / 2) if at else route.points[len(route.points) // 2]
    return Rect(x - shown.width / 2, y - shown.height / 2, shown.width, shown.height)


def label_spots(scene: Scene, layout: Layout) -> list[Rect | None]:
    """The labels of all arrows, None for those without."""
    pairs = zip(scene.edges, layout.routes, strict=True)
    return [label_spot(edge, route, layout.wrap) for edge, route in pairs]
