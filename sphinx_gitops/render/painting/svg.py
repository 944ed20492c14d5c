"""The small parts that every painter uses: text, attributes, colours, signs."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from sphinx_gitops.identifiers import css_name
from sphinx_gitops.model import Mark
from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.painting.ink import Ink
from sphinx_gitops.render.painting.outlines import number
from sphinx_gitops.scene import Border, Swatch

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = {
    Mark.VERIFICATION: ("M1.5 5.5 4 8 8.7 2.2", False),
    Mark.SECURITY: ("M5 .6 9 2V5C9 7.4 7.2 8.9 5 9.7 2.8 8.9 1 7.4 1 5V2Z", True),
    Mark.SYNC: ("M8.6 3.2A4 4 0 1 0 9 5.8M8.9 .8V3.5H6.2", False),
}
_BORDERS = {
    Border.NORMAL: (1.5, ()),
    Border.STRONG: (3.0, ()),
    Border.PRODUCTION: (3.5, ()),
    Border.DASHED: (1.5, (6.0, 4.0)),
    Border.FOREIGN: (1.5, (2.0, 3.0)),
}
"""The width of an outline, and its dashes, in px."""
RING = 6.0
"""How far the second outline of what is in focus stands from its own, in px."""
MARK_SIZE = 12.0
"""The side of a sign's square, in px."""


def as_text(value: str) -> str:
    """A writer's text as the content of an element."""
    return escape(_ILLEGAL.sub("\ufffd", value))


def attribute(value: str) -> str:
    """A writer's text as a quoted attribute."""
    return quoteattr(_ILLEGAL.sub("\ufffd", value))


def border(kind: Border, scale: float = 1.0) -> str:
    """How an outline is drawn, as attributes; *scale* is how much of a px a unit is."""
    wide, dashes = _BORDERS[kind]
    lengths = " ".join(f"{length / scale:g}" for length in dashes)
    return f'stroke-width="{wide / scale:g}"' + (f' stroke-dasharray="{lengths}"' if dashes else "")


def tint(ink: Ink, name: str, role: str, swatch: Swatch) -> str:
    """One colour of a class; *role* is fill, stroke or text."""
    return ink(f"{css_name(name)}-{role}", getattr(swatch.light, role))


def ring(rect: Rect, colour: str) -> str:
    """A second outline around what is in focus."""
    corner = f'x="{number(rect.x - RING)}" y="{number(rect.y - RING)}"'
    place = f'{corner} width="{number(rect.width + 2 * RING)}" height="{number(rect.height + 2 * RING)}" rx="10"'
    return f'<rect class="gitops-focus" {place} fill="none" stroke="{colour}" stroke-width="3"/>'


def sign(mark: Mark, x: float, y: float, colour: str, ground: str = "") -> str:
    """A mark's sign in a square of MARK_SIZE px whose top left corner is given; *ground* is what it stands on."""
    data, filled = _MARKS[mark]
    scale = MARK_SIZE / 10
    place = f'transform="translate({number(x)} {number(y)}) scale({scale:g})"'
    behind = f'<path d="M-1-1H13V11H-1Z" {place} fill="{ground}"/>' if ground else ""
    paint = f'fill="{colour}" stroke="none"' if filled else f'fill="none" stroke="{colour}" stroke-width="1.6"'
    ends = "" if filled else ' stroke-linecap="round" stroke-linejoin="round"'
    return f'{behind}<path class="gitops-mark" d="{data}" {place} {paint}{ends} stroke-dasharray="none"/>'
