"""An SVG picture in, what it draws out: paths, lines of text and links, each with its place and its colours.

Read is what our own pictures are made of, in plain colours; an element or a value beyond that is an error, so that
nothing is left out in silence.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.printing.outlines import Segment, ellipse, polyline, rectangle, segments

Colour: TypeAlias = "tuple[float, float, float]"
"""Red, green and blue, from 0 to 1."""
Matrix: TypeAlias = "tuple[float, float, float, float, float, float]"
"""a b c d e f: x' = a x + c y + e, y' = b x + d y + f."""

_HREF = "{http://www.w3.org/1999/xlink}href"
_SILENT = frozenset({"title", "desc", "metadata"})
_GROUPS = frozenset({"svg", "g", "a"})
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class InheritedStyle:
    """The inherited properties of an element."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class PathItem:
    """An outline with its style, in the coordinates of *matrix*."""

    segments: tuple[Segment, ...]
    style: InheritedStyle
    matrix: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class TextItem:
    """One line of text at a point of its baseline, squeezed to *length* where one is given."""

    text: str
    x: float
    y: float
    length: float | None
    style: InheritedStyle
    matrix: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkItem:
    """An address, and what is drawn of it."""

    url: str
    items: tuple[PaintedItem, ...]


PaintedItem: TypeAlias = "PathItem | TextItem | LinkItem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A whole picture: its view box (x, y, width, height), its size in px, and what it draws, the lowest first."""

    view_box: tuple[float, float, float, float]
    width: float
    height: float
    title: str
    items: tuple[PaintedItem, ...]


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


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(number) for number in _NUMBER.findall(text))


_PROPERTIES: dict[str, tuple[str, Callable[[str], object]]] = {
    "fill": ("fill", _colour),
    "stroke": ("stroke", _colour),
    "stroke-width": ("stroke_width", float),
    "stroke-dasharray": ("dashes", lambda text: () if text == "none" else _numbers(text)),
    "stroke-linecap": ("cap", str),
    "stroke-linejoin": ("join", str),
    "fill-opacity": ("fill_opacity", float),
    "stroke-opacity": ("stroke_opacity", float),
    "paint-order": ("stroke_first", lambda text: text.split()[:1] == ["stroke"]),
    "font-size": ("font_size", lambda text: float(text.removesuffix("px"))),
    "font-weight": ("bold", lambda text: text in {"bold", "600", "700"}),
    "text-anchor": ("anchor", str),
}
_STYLED = (*_PROPERTIES, "opacity")
"""The attributes that make the style of an element."""


def _style(element: ET.Element, style: InheritedStyle) -> InheritedStyle:
    """The style of an element inside what has *style*."""
    values = tuple(map(element.get, _STYLED))
    return _restyled(style, values) if any(values) else style


@lru_cache(4096)
def _restyled(style: InheritedStyle, values: tuple[str | None, ...]) -> InheritedStyle:
    """A style with the values that the attributes of an element have, as many elements have the same."""
    *own, opacity = values
    changes = {name: read(value) for (name, read), value in zip(_PROPERTIES.values(), own, strict=True) if value}
    if opacity:
        changes["opacity"] = style.opacity * float(opacity)
    return replace(style, **changes)  # type: ignore[arg-type] # each value has its field's type


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def _transform(text: str) -> Matrix:
    """A transform attribute as one matrix."""
    found: Matrix = (1, 0, 0, 1, 0, 0)
    for name, inside in re.findall(r"(\w+)\(([^)]*)\)", text):
        match name, _numbers(inside):
            case "translate", (x, *more):
                found = _times(found, (1, 0, 0, 1, x, more[0] if more else 0))
            case "scale", (x, *more):
                found = _times(found, (x, 0, 0, more[0] if more else x, 0, 0))
            case "matrix", (a, b, c, d, e, f):
                found = _times(found, (a, b, c, d, e, f))
            case _:
                raise RenderError(f"the transform {name!r} of the picture cannot be printed")
    return found


def _number(element: ET.Element, name: str, default: float = 0.0) -> float:
    return float(element.get(name, default))


def _outline(element: ET.Element, tag: str) -> tuple[Segment, ...]:
    match tag:
        case "path":
            return segments(element.get("d", ""))
        case "rect":
            x, y, width, height, rx = (_number(element, name) for name in ("x", "y", "width", "height", "rx"))
            return rectangle(x, y, width, height, rx)
        case "circle" | "ellipse":
            radius = _number(element, "r")
            radii = _number(element, "rx", radius), _number(element, "ry", radius)
            return ellipse(_number(element, "cx"), _number(element, "cy"), *radii)
        case "line":
            x1, y1, x2, y2 = (_number(element, name) for name in ("x1", "y1", "x2", "y2"))
            return ("M", (x1, y1)), ("L", (x2, y2))
        case "polygon" | "polyline":
            return polyline(element.get("points", ""), closed=tag == "polygon")
        case _:
            raise RenderError(f"the element {tag!r} of the picture cannot be printed")


def _shift(element: ET.Element, size: float) -> float:
    """How far a line of text is moved down."""
    text = element.get("dy", "0")
    return float(text.removesuffix("em")) * size if text.endswith("em") else float(text)


def _lines(element: ET.Element, style: InheritedStyle, matrix: Matrix) -> Iterator[TextItem]:
    """The lines of a text element: its own, and one for each ``tspan``."""
    x, y = _number(element, "x"), _number(element, "y") + _shift(element, style.font_size)
    if (element.text or "").strip():
        length = element.get("textLength")
        yield TextItem(
            text=element.text or "", x=x, y=y, length=float(length) if length else None, style=style, matrix=matrix
        )
    for span in element:
        own = _style(span, style)
        x, y = _number(span, "x", x), _number(span, "y", y) + _shift(span, own.font_size)
        length = span.get("textLength")
        yield TextItem(
            text=span.text or "", x=x, y=y, length=float(length) if length else None, style=own, matrix=matrix
        )


def _items(element: ET.Element, style: InheritedStyle, matrix: Matrix) -> Iterator[PaintedItem]:
    tag = element.tag.rpartition("}")[2]
    if tag in _SILENT:
        return
    style = _style(element, style)
    if element.get("transform"):
        matrix = _times(matrix, _transform(str(element.get("transform"))))
    if tag in _GROUPS:
        inside = (item for child in element for item in _items(child, style, matrix))
        url = (element.get("href") or element.get(_HREF)) if tag == "a" else ""
        if url and not url.startswith("#"):
            yield LinkItem(url=url, items=tuple(inside))
        else:
            yield from inside
    elif tag == "text":
        yield from _lines(element, style, matrix)
    else:
        yield PathItem(segments=_outline(element, tag), style=style, matrix=matrix)


@lru_cache(1)
def read_svg(svg: str) -> Drawing:
    """What a picture draws. Raises RenderError where it has what cannot be printed."""
    try:
        root = ET.fromstring(svg)  # noqa: S314 - our own picture, which declares no entities
        x, y, width, height = _numbers(root.get("viewBox", "0 0 1 1"))
        return Drawing(
            view_box=(x, y, width, height),
            width=float(root.get("width", width)),
            height=float(root.get("height", height)),
            title="".join(next((child.itertext() for child in root if child.tag.endswith("title")), iter(()))),
            items=tuple(_items(root, InheritedStyle(), (1, 0, 0, 1, 0, 0))),
        )
    except (ET.ParseError, ValueError) as error:
        raise RenderError(f"the picture cannot be printed: {error}") from error
