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


def badge_centre(shape: Shape, rect: Rect) -> tuple[float, float]:
    """The middle of the disc: a little inside of the outline's first corner."""
    right, down = _OFF
    if shape is Shape.DIAMOND:
        return rect.x + 0.33 * rect.width, rect.y + 0.17 * rect.height - 3
    if shape is Shape.CYLINDER:
        down += rim_height(rect) - 2
    elif shape in {Shape.STACK, Shape.DOCUMENTS}:
        down += 2 * STEP
    elif shape in {Shape.LEAN_RIGHT, Shape.DISPLAY}:
        right += CUT - 6
    elif shape is Shape.HEXAGON:
        right += 3
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
