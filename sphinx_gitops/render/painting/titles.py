"""The boxes of a layout in, the places of their titles out: at the top left of each, where no arrow is led."""

from __future__ import annotations

from sphinx_gitops.render.geometry.layout import Layout, Rect
from sphinx_gitops.render.text_fitting.node_text import header_size
from sphinx_gitops.scene import Box, Scene

_INSET, _TOP = 10.0, 6.0
"""From a box's corner to its title, in px."""


def title_spots(scene: Scene, layout: Layout) -> list[tuple[Box, Rect]]:
    """Each box with the place of its title, the second line and the note beside it included."""
    corners = [(box, layout.boxes[box.key]) for box in scene.all_boxes()]
    return [(box, Rect(corner.x + _INSET, corner.y + _TOP, *header_size(box))) for box, corner in corners]
