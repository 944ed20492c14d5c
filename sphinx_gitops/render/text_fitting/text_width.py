"""A line of text in, its width in px out, whatever script it is written in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sphinx_gitops.render.text_fitting.advance_widths import BOLD, REGULAR

FONT_FAMILY = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
FONT_SIZE = 15.0
"""The size of a component's title and of a label, in px."""
SECOND_SIZE = 13.0
"""The size of a second line, in px."""

_FULL, _HALF, _EMOJI, _CAPITAL, _LETTER, _SYMBOL, _OTHER = 1000, 500, 1300, 760, 640, 900, 600
"""Advances in thousandths of the font size of what Arial has no letter for: fonts that stand in differ a little."""

_JOINED = re.compile("\u200d.")
"""What a joiner makes one sign with the emoji before it."""


def zero_width(character: str) -> bool:
    """Whether a character is drawn on the one before it, or not at all."""
    return unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"} and character != "\u00ad"


@lru_cache(maxsize=4096)
def _guessed(character: str) -> int:
    """The advance of a character by what it is."""
    if zero_width(character):
        return 0
    category, wide = unicodedata.category(character), unicodedata.east_asian_width(character)
    if wide in "WFH":
        return _HALF if wide == "H" else _EMOJI if category in {"So", "Sk"} else _FULL
    if category in {"Lu", "Lt"}:
        return _CAPITAL
    if category.startswith(("L", "M", "N")):
        return _LETTER
    return _SYMBOL if category.startswith("S") else _OTHER


class _Advances(dict[str, int]):
    """How far characters move the pen, in thousandths of the font size."""

    def __missing__(self, character: str) -> int:
        return _guessed(character)


_REGULAR_ADVANCE, _BOLD_ADVANCE = _Advances(REGULAR).__getitem__, _Advances(BOLD).__getitem__
_MEASURED = frozenset(REGULAR)


@lru_cache(maxsize=8192)
def width(text: str, size: float = FONT_SIZE, *, bold: bool = False) -> float:
    """The width of one line, in px."""
    if "\u200d" in text:
        text = _JOINED.sub("", text)
    return sum(map(_BOLD_ADVANCE if bold else _REGULAR_ADVANCE, text)) * size / 1000


def measured(text: str) -> bool:
    """Whether the width of every character is known, and no guess."""
    return _MEASURED.issuperset(text) or all(unicodedata.east_asian_width(c) in "WF" for c in {*text} - _MEASURED)


def right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left (UAX 9, rules P2 and P3)."""
    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((found for found in directions if found in {"L", "R", "AL"}), "L") != "L"
