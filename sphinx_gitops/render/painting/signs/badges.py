"""A component's kind and outline in, its glyph on a disc at the outline's first corner out.

A disc on the outline takes no room from the text, so a picture is laid out alike with and without glyphs.
"""

from __future__ import annotations

from functools import lru_cache

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.outlines import CUT, STEP, rim_height
from sphinx_gitops.render.painting.signs.glyphs import Glyph
from sphinx_gitops.render.painting.svg import number
from sphinx_gitops.scene import Shape

RADIUS = 8.0
"""The radius of the disc, in px."""
_GLYPH = 10.5
"""The side of the glyph on it, in px."""
_OFF = (5.0, 2.0)
_OFFS: dict[Shape, tuple[float, float]] = {
    Shape.STACK: (5.0, 2.0 + 2 * STEP),
    Shape.DOCUMENTS: (5.0, 2.0 + 2 * STEP),
    Shape.LEAN_RIGHT: (CUT - 1, 2.0),
    Shape.DISPLAY: (CUT - 1, 2.0),
    Shape.HEXAGON: (8.0, 2.0),
}
"""How far inside of the corner of its rectangle the middle of the disc is, and where an outline stands in there."""


def badge_centre(shape: Shape, rect: Rect) -> tuple[float, float]:
    """The middle of the disc: a little inside of the outline's first corner."""
    if shape is Shape.DIAMOND:
        return rect.x + 0.33 * rect.width, rect.y + 0.17 * rect.height - 3
    if shape is Shape.CYLINDER:
        return rect.x + _OFF[0], rect.y + rim_height(rect)
    right, down = _OFFS.get(shape, _OFF)
    return rect.x + right, rect.y + down


@lru_cache(maxsize=32)
def _scale(side: float) -> str:
    return f"scale({_GLYPH / side:.3g})"


def draw_glyph(glyph: Glyph, x: float, y: float, ink: str, *, width: str = "1.5") -> str:
    """A glyph in the colour *ink* around a middle, with lines so wide."""
    place = f'transform="translate({number(x - _GLYPH / 2)} {number(y - _GLYPH / 2)}) {_scale(glyph.side)}"'
    lines = f'fill="none" stroke="{ink}" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"'
    paint = f'fill="{ink}"' if glyph.filled else lines
    return f'<path class="gitops-glyph" d="{glyph.data}" {place} {paint}/>'


def draw_badge(glyph: Glyph, x: float, y: float, *, disc: str, ink: str) -> str:
    """A glyph in the colour *ink* on a disc around a middle."""
    circle = f'<circle class="gitops-badge" cx="{number(x)}" cy="{number(y)}" r="{number(RADIUS)}" fill="{disc}"/>'
    return circle + draw_glyph(glyph, x, y, ink)
