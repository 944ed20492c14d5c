"""How large the text parts of a picture are, in whole px: components, labels and titles."""

from __future__ import annotations

from math import ceil

from sphinx_gitops.render.signed import Signed
from sphinx_gitops.render.spots import title_size
from sphinx_gitops.render.text import FONT_SIZE, LINE_HEIGHT, WRAP, width, wrap
from sphinx_gitops.scene import Box, Edge, Node, Shape

_OUTLINES: dict[Shape, tuple[int, int]] = {
    Shape.RECTANGLE: (24, 14),
    Shape.CYLINDER: (22, 24),
    Shape.DOCUMENT: (22, 20),
    Shape.LINED_DOCUMENT: (30, 20),
    Shape.DOCUMENTS: (32, 26),
    Shape.STACK: (30, 22),
    Shape.HEXAGON: (28, 12),
    Shape.VAULT: (32, 14),
    Shape.STADIUM: (26, 12),
    Shape.DISPLAY: (38, 14),
    Shape.MANUAL: (46, 14),
    Shape.LEAN_RIGHT: (42, 12),
    Shape.LEAN_LEFT: (42, 12),
    Shape.FOLDED: (30, 24),
}
"""What each outline takes beyond its text, across and along."""
_NARROWEST = 48
_SMALL = 12.0


def _even(value: float) -> int:
    """The next whole even number: a middle is a whole number then."""
    return 2 * ceil(value / 2 - 1e-9)


def node_size(node: Node) -> tuple[int, int]:
    """The width and height of a component."""
    shown = Signed(node.title, node.mark, WRAP, node.under)
    wide, high = shown.width, shown.height
    if node.under:
        small = wrap(node.under, WRAP)
        wide = max(wide, *(width(line, _SMALL) for line in small))
        high += len(small) * FONT_SIZE * LINE_HEIGHT
    across, along = _OUTLINES[node.shape]
    return max(_NARROWEST, _even(wide + across)), _even(high + along)


def label_size(edge: Edge) -> tuple[int, int]:
    """The width and height of an arrow's label; nothing where it has none."""
    if not edge.label:
        return 0, 0
    shown = Signed(edge.label, edge.mark, WRAP)
    return _even(shown.width), _even(shown.height)


def caption_size(box: Box) -> tuple[int, int]:
    """The width and height of a box's title."""
    size = title_size(box)
    return _even(width(box.title, size, bold=box.level == 0)), _even(size + 2)
