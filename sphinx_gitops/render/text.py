"""How wide text is, and where it breaks, so that what was measured is what is drawn."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from sphinx_gitops.render.widths import BOLD, REGULAR

FONT_FAMILY = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
FONT_SIZE = 15.0
LINE_HEIGHT = 1.5
WRAP = 140.0


def _advance(character: str, table: dict[str, int]) -> int:
    known = table.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 1000 if unicodedata.east_asian_width(character) in "WF" else 600


@lru_cache(maxsize=2048)
def width(text: str, size: float = FONT_SIZE, *, bold: bool = False) -> float:
    """The width of one line, in px."""
    table = BOLD if bold else REGULAR
    return sum(_advance(character, table) for character in text) * size / 1000


@lru_cache(maxsize=2048)
def wrap(text: str, limit: float = WRAP, size: float = FONT_SIZE, *, bold: bool = False) -> tuple[str, ...]:
    """Lines no wider than *limit* px, unless a word alone is."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        joined = f"{current} {word}" if current else word
        if current and width(joined, size, bold=bold) > limit:
            lines.append(current)
            current = word
        else:
            current = joined
    return (*lines, current)


def _measured(character: str) -> bool:
    """Whether a character's width is known, and no guess."""
    return character in REGULAR or unicodedata.east_asian_width(character) in "WF"


def fitted(text: str, size: float = FONT_SIZE, *, bold: bool = False) -> str:
    """Attributes that draw a line as wide as it was measured, whatever font a reader has; none for guessed widths."""
    if not text or not all(map(_measured, text)):
        return ""
    wide = f"{width(text, size, bold=bold):.1f}".removesuffix(".0")
    return f' textLength="{wide}" lengthAdjust="spacingAndGlyphs"'
