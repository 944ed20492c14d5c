"""How engines break lines, and what they measure: text broken at its blanks alone."""

from __future__ import annotations

from functools import lru_cache

from sphinx_gitops.render.text_fitting.line_breaking import WRAP
from sphinx_gitops.render.text_fitting.text_width import FONT_FAMILY, FONT_SIZE, measured, width

__all__ = ["FONT_FAMILY", "FONT_SIZE", "LINE_HEIGHT", "WRAP", "fitted", "width", "wrap"]

LINE_HEIGHT = 1.5


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


def fitted(text: str, size: float = FONT_SIZE, *, bold: bool = False) -> str:
    """Attributes that draw a line as wide as it was measured, whatever font a reader has; none for guessed widths."""
    if not text or not measured(text):
        return ""
    wide = f"{width(text, size, bold=bold):.1f}".removesuffix(".0")
    return f' textLength="{wide}" lengthAdjust="spacingAndGlyphs"'
