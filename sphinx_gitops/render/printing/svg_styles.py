"""The attributes of an element of an SVG in, its colours, its line and its letters out, with what it inherits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.printing.outlines import numbers_of

Colour: TypeAlias = "tuple[float, float, float]"
"""Red, green and blue, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InheritedStyle:
    """The inherited properties of an element. The same properties are one object, so that no style is compared."""

    fill: Colour | None = (0.0, 0.0, 0.0)
    stroke: Colour | None = None
    stroke_width: float = 1.0
    dashes: tuple[float, ...] = ()
    cap: str = "butt"
    join: str = "miter"
    opacity: float = 1.0
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    stroke_first: bool = False
    font_size: float = 16.0
    bold: bool = False
    anchor: str = "start"


UNSTYLED = InheritedStyle()
"""What an element has that says nothing, in nothing that says more."""


def _colour(text: str) -> Colour | None:
    if text in {"none", "transparent"}:
        return None
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if not text.startswith("#") or not re.fullmatch(r"[0-9a-fA-F]{6}", digits):
        raise RenderError(f"the colour {text!r} of the picture cannot be printed")
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


_PROPERTIES: dict[str, tuple[str, Callable[[str], object]]] = {
    "fill": ("fill", _colour),
    "stroke": ("stroke", _colour),
    "stroke-width": ("stroke_width", float),
    "stroke-dasharray": ("dashes", lambda text: () if text == "none" else tuple(numbers_of(text))),
    "stroke-linecap": ("cap", str),
    "stroke-linejoin": ("join", str),
    "fill-opacity": ("fill_opacity", float),
    "stroke-opacity": ("stroke_opacity", float),
    "paint-order": ("stroke_first", lambda text: text.split()[:1] == ["stroke"]),
    "font-size": ("font_size", lambda text: float(text.removesuffix("px"))),
    "font-weight": ("bold", lambda text: text in {"bold", "600", "700"}),
    "text-anchor": ("anchor", str),
}
_STYLED = frozenset({*_PROPERTIES, "opacity"})
"""The attributes that make the style of an element."""


def styled(style: InheritedStyle, attributes: Iterable[tuple[str, str]]) -> InheritedStyle:
    """The style of an element with *attributes* inside what has *style*."""
    own = tuple([(name, value) for name, value in attributes if name in _STYLED])
    return _restyled(style, own) if own else style


@lru_cache(4096)
def _restyled(style: InheritedStyle, own: tuple[tuple[str, str], ...]) -> InheritedStyle:
    """A style with the properties that an element has of its own; many elements have the same."""
    values = dict(own)
    opacity = values.pop("opacity", "")
    changes = {_PROPERTIES[name][0]: _PROPERTIES[name][1](value) for name, value in values.items() if value}
    if opacity:
        changes["opacity"] = style.opacity * float(opacity)
    return replace(style, **changes)  # type: ignore[arg-type] # each value has its field's type
