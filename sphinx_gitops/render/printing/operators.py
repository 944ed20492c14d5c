"""Outlines, places and looks of a picture in, what a stream of a PDF has of each out; many items have the same."""

from __future__ import annotations

from functools import lru_cache

import pydyf

from sphinx_gitops.render.printing.outlines import Segment
from sphinx_gitops.render.printing.svg_reader import InheritedStyle, Matrix

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def rounded(number: float) -> float:
    """A number as exact as a PDF needs it, without a negative zero."""
    return round(number, 3) + 0.0


@lru_cache(16_384)
def _digits(number: float) -> bytes:
    """A coordinate as a stream has it; many are the same."""
    found = rounded(number)
    return (str(int(found)) if found.is_integer() else f"{found:f}".rstrip("0")).encode()


@lru_cache(1024)
def outline_operators(segments: tuple[Segment, ...]) -> tuple[bytes, ...]:
    """What a stream has of an outline; signs are the same many times."""
    stream = pydyf.Stream()
    for command, numbers in segments:
        digits = map(_digits, numbers)
        match command:
            case "M":
                stream.move_to(*digits)
            case "L":
                stream.line_to(*digits)
            case "C":
                stream.curve_to(*digits)
            case _:
                stream.close()
    return tuple(stream.stream)


@lru_cache(1024)
def style_operators(style: InheritedStyle) -> tuple[bytes, ...]:
    """What a stream has of colours and line; many items have the same."""
    stream = pydyf.Stream()
    if style.fill:
        stream.set_color_rgb(*map(rounded, style.fill))
    if style.stroke:
        stream.set_color_rgb(*map(rounded, style.stroke), stroke=True)
        stream.set_line_width(rounded(style.stroke_width))
        stream.set_line_cap(_CAPS.get(style.cap, 0))
        stream.set_line_join(_JOINS.get(style.join, 0))
        stream.set_dash([rounded(dash) for dash in style.dashes], 0)
    return tuple(stream.stream)


@lru_cache(1024)
def place_operators(matrix: Matrix) -> tuple[bytes, ...]:
    """What a stream has of a place."""
    stream = pydyf.Stream()
    stream.set_matrix(*map(rounded, matrix))
    return tuple(stream.stream)
