"""A mark or a border in, its sign or its stroke as SVG out."""

from __future__ import annotations

from functools import lru_cache

from sphinx_gitops.model import Mark
from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.svg import number, rectangle
from sphinx_gitops.render.text_fitting.node_text import MARK_SIZE
from sphinx_gitops.scene import Border
from sphinx_gitops.styles import BORDER_STROKES

_MARKS = {
    Mark.VERIFICATION: ("M1.5 5.5 4 8 8.7 2.2", False),
    Mark.SECURITY: ("M5 .6 9 2V5C9 7.4 7.2 8.9 5 9.7 2.8 8.9 1 7.4 1 5V2Z", True),
    Mark.SYNC: ("M8.6 3.2A4 4 0 1 0 9 5.8M8.9 .8V3.5H6.2", False),
}
RING = 6.0
"""How far the second outline of what is in focus is from its own, in px."""


@lru_cache(maxsize=32)
def border(kind: Border, scale: float = 1.0) -> str:
    """How an outline is drawn, as attributes; *scale* is how much of a px a unit is."""
    stroke = BORDER_STROKES[kind]
    lengths = " ".join(f"{length / scale:g}" for length in stroke.dashes)
    return f'stroke-width="{stroke.width / scale:g}"' + (f' stroke-dasharray="{lengths}"' if lengths else "")


def ring(rect: Rect, colour: str) -> str:
    """A second outline around what is in focus."""
    around = Rect(rect.x - RING, rect.y - RING, rect.width + 2 * RING, rect.height + 2 * RING)
    return rectangle(around, 10, f'class="gitops-focus" fill="none" stroke="{colour}" stroke-width="3"')


def sign(mark: Mark, x: float, y: float, colour: str) -> str:
    """A mark's sign in a square of MARK_SIZE px whose top left corner is given."""
    data, filled = _MARKS[mark]
    place = f'transform="translate({number(x)} {number(y)}) scale({MARK_SIZE / 10:g})"'
    paint = f'fill="{colour}" stroke="none"' if filled else f'fill="none" stroke="{colour}" stroke-width="1.6"'
    ends = "" if filled else ' stroke-linecap="round" stroke-linejoin="round"'
    return f'<path class="gitops-mark" d="{data}" {place} {paint}{ends} stroke-dasharray="none"/>'
