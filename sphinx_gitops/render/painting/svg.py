"""Text, numbers and paths in, SVG out: a writer's text is escaped here and nowhere else."""

from __future__ import annotations

import re
from functools import lru_cache

from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.markup import escape, quoteattr
from sphinx_gitops.render.text_fitting.line_breaking import PLAIN, Measure
from sphinx_gitops.render.text_fitting.text_width import measured, right_to_left

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f&<>\ud800-\udfff\ufffe\uffff]")
_IN_ATTRIBUTE = re.compile('[\x00-\x1f&<>"\ud800-\udfff\ufffe\uffff]')
"""What is not written as it is, in texts and in attributes."""
_BASELINE = 0.35
"""How far below the middle of a line its letters stand, in parts of the size of the font."""


def as_text(value: str) -> str:
    """A writer's text as the content of an element."""
    return escape(_ILLEGAL.sub("\ufffd", value)) if _IN_TEXT.search(value) else value


def attribute(value: str) -> str:
    """A writer's text as a quoted attribute."""
    return quoteattr(_ILLEGAL.sub("\ufffd", value)) if _IN_ATTRIBUTE.search(value) else f'"{value}"'


@lru_cache(maxsize=65536)
def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}"
    return "0" if text == "-0.0" else text.removesuffix(".0")


def path(*parts: str | float) -> str:
    """Path data from commands and numbers."""
    return " ".join([part if isinstance(part, str) else number(part) for part in parts])


def rectangle(r: Rect, radius: float, attributes: str = "") -> str:
    """A rectangle with rounded corners."""
    place = f'x="{number(r.x)}" y="{number(r.y)}" width="{number(r.width)}" height="{number(r.height)}"'
    return f'<rect {place} rx="{number(radius)}"{" " + attributes if attributes else ""}/>'


def fitted(text: str, measure: Measure = PLAIN) -> str:
    """Attributes that draw a line as wide as it was measured, whatever font a reader has; none for guessed widths."""
    if not text or not measured(text):
        return ""
    return f' textLength="{number(measure.width(text))}" lengthAdjust="spacingAndGlyphs"'


def _anchor(anchor: str, *, leftwards: bool) -> str:
    """The anchor that puts the left end, or the middle, of a line at its place."""
    if anchor == "middle":
        return ""
    return ' text-anchor="end"' if leftwards else f' text-anchor="{anchor}"'


def text_line(
    text: str, x: float, middle: float, look: str, *, measure: Measure = PLAIN, anchor: str = "middle"
) -> str:
    """One line of text around the height *middle*; *look* are its colour and whatever else it needs."""
    leftwards = right_to_left(text)
    place = f'x="{number(x)}" y="{number(middle + _BASELINE * measure.size)}"'
    size = "" if measure.size == PLAIN.size else f' font-size="{number(measure.size)}"'
    weight = ' font-weight="bold"' if measure.bold else ""
    direction = ' direction="rtl"' if leftwards else ""
    about = f"{_anchor(anchor, leftwards=leftwards)}{direction}{size}{weight}{fitted(text, measure)}"
    return f"<text {place} {look}{about}>{as_text(text)}</text>"
