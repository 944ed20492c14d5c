"""Outlines, places and looks of a picture in, what the stream of a PDF has of each out; many items have the same."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sphinx_gitops.render.printing.outlines import Contour
from sphinx_gitops.render.printing.svg_reader import Matrix
from sphinx_gitops.render.printing.svg_styles import InheritedStyle

_COMMANDS = {"M": "%s %s m", "L": "%s %s l", "C": "%s %s %s %s %s %s c", "Z": "h"}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_BOLD = 0.035
"""The stroke that makes a letter bold, as a part of its size."""


def rounded(number: float) -> float:
    """A number as exact as a PDF needs it, without a negative zero."""
    return round(number, 3) + 0.0


@lru_cache(16_384)
def digits(number: float) -> str:
    """A number as a stream has it; many are the same."""
    found = rounded(number)
    return str(int(found)) if found.is_integer() else f"{found:f}".rstrip("0")


def _operator(numbers: Iterable[float], name: str) -> str:
    return " ".join([*map(digits, numbers), name])


def _pen(width: float, dashes: Iterable[float]) -> tuple[str, str]:
    return _operator((width,), "w"), f"[{' '.join(map(digits, dashes))}] 0 d"


@lru_cache(1024)
def _template(commands: str) -> str:
    """What a stream has of an outline but for its numbers; outlines of a kind have the same."""
    return "\n".join(map(_COMMANDS.__getitem__, commands))


def outline_operators(contour: Contour) -> str:
    """What a stream has of an outline."""
    return _template(contour.commands) % tuple(map(digits, contour.numbers))


@lru_cache(1024)
def style_operators(style: InheritedStyle) -> str:
    """What a stream has of colours and line; many items have the same."""
    found = [_operator(style.fill, "rg")] if style.fill else []
    if style.stroke:
        width, dashes = _pen(style.stroke_width, style.dashes)
        ends = f"{_CAPS.get(style.cap, 0)} J", f"{_JOINS.get(style.join, 0)} j"
        found += [_operator(style.stroke, "RG"), width, *ends, dashes]
    return "\n".join(found)


@lru_cache(1024)
def letter_operators(style: InheritedStyle, *, halo: bool) -> str:
    """What a stream has of letters before their place: their size and weight, or those of the halo round them."""
    found = ["BT", f"/F {digits(style.font_size)} Tf"]
    bold = style.bold and not halo
    if bold:
        found += [_operator(style.fill or (), "RG"), *_pen(style.font_size * _BOLD, ())]
    return "\n".join([*found, f"{2 if bold else int(halo)} Tr"])


@lru_cache(1024)
def place_operators(matrix: Matrix) -> str:
    """What a stream has of a place."""
    return _operator(matrix, "cm")
