"""An SVG picture in, what it draws out: paths, lines of text and links, each with its place and its colours.

Read is what our own pictures are made of, in plain colours; an element or a value beyond that is an error, so that
nothing is left out in silence.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.printing.outlines import Contour, ellipse, numbers_of, path, rectangle
from sphinx_gitops.render.printing.svg_styles import UNSTYLED, InheritedStyle, styled

Matrix: TypeAlias = "tuple[float, float, float, float, float, float]"
"""a b c d e f: x' = a x + c y + e, y' = b x + d y + f."""

_HREF = "{http://www.w3.org/1999/xlink}href"
_SILENT = frozenset({"title", "desc", "metadata"})
_GROUPS = frozenset({"svg", "g", "a"})
_FUNCTION = re.compile(r"(\w+)\(([^)]*)\)")


class PathItem(NamedTuple):
    """An outline with its style, in the coordinates of *matrix*."""

    contour: Contour
    style: InheritedStyle
    matrix: Matrix


class TextItem(NamedTuple):
    """One line of text at a point of its baseline, squeezed to *length* where one is given."""

    text: str
    x: float
    y: float
    length: float | None
    style: InheritedStyle
    matrix: Matrix


class LinkItem(NamedTuple):
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


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def _transformed(matrix: Matrix, transform: str) -> Matrix:
    """A place inside another, by the attribute ``transform``."""
    for name, inside in _FUNCTION.findall(transform):
        match name, numbers_of(inside):
            case "translate", (x, *more):
                matrix = _times(matrix, (1, 0, 0, 1, x, more[0] if more else 0))
            case "scale", (x, *more):
                matrix = _times(matrix, (x, 0, 0, more[0] if more else x, 0, 0))
            case "matrix", (a, b, c, d, e, f):
                matrix = _times(matrix, (a, b, c, d, e, f))
            case _:
                raise RenderError(f"the transform {name!r} of the picture cannot be printed")
    return matrix


def _number(element: ET.Element, name: str, default: float = 0.0) -> float:
    return float(element.get(name, default))


def _sides(element: ET.Element, *names: str) -> list[float]:
    return [float(element.get(name, 0.0)) for name in names]


def _outline(element: ET.Element, tag: str) -> Contour:
    match tag:
        case "path":
            return path(element.get("d", ""))
        case "rect":
            return rectangle(*_sides(element, "x", "y", "width", "height", "rx"))
        case "circle" | "ellipse":
            cx, cy, radius = _sides(element, "cx", "cy", "r")
            return ellipse(cx, cy, _number(element, "rx", radius), _number(element, "ry", radius))
        case "line":
            return Contour("ML", tuple(_sides(element, "x1", "y1", "x2", "y2")))
        case "polygon" | "polyline":
            return path(f"M{element.get('points', '')}{'Z' if tag == 'polygon' else ''}")
        case _:
            raise RenderError(f"the element {tag!r} of the picture cannot be printed")


def _shift(element: ET.Element, size: float) -> float:
    """How far a line of text is moved down."""
    text = element.get("dy", "0")
    return float(text.removesuffix("em")) * size if text.endswith("em") else float(text)


def _length(element: ET.Element) -> float | None:
    """How long a line of text is to be."""
    length = element.get("textLength")
    return float(length) if length else None


def _lines(element: ET.Element, style: InheritedStyle, matrix: Matrix) -> Iterator[TextItem]:
    """The lines of a text element: its own, and one for each ``tspan``."""
    x, y = _number(element, "x"), _number(element, "y") + _shift(element, style.font_size)
    if (element.text or "").strip():
        yield TextItem(element.text or "", x, y, _length(element), style, matrix)
    for span in element:
        own = styled(style, span.items())
        x, y = _number(span, "x", x), _number(span, "y", y) + _shift(span, own.font_size)
        yield TextItem(span.text or "", x, y, _length(span), own, matrix)


def _read(element: ET.Element, style: InheritedStyle, matrix: Matrix, found: list[PaintedItem]) -> None:
    """Add what an element draws to what is *found* before it."""
    tag = element.tag.rpartition("}")[2]
    if tag in _SILENT:
        return
    style, transform = styled(style, element.items()), element.get("transform")
    if transform:
        matrix = _transformed(matrix, transform)
    if tag == "text":
        found += _lines(element, style, matrix)
    elif tag not in _GROUPS:
        found.append(PathItem(_outline(element, tag), style, matrix))
    else:
        url = _address(element) if tag == "a" else ""
        inside: list[PaintedItem] = [] if url else found
        for child in element:
            _read(child, style, matrix, inside)
        if url:
            found.append(LinkItem(url, tuple(inside)))


def _address(link: ET.Element) -> str:
    """Where a link leads, empty where that is in the picture."""
    url = link.get("href") or link.get(_HREF) or ""
    return "" if url.startswith("#") else url


@lru_cache(1)
def read_svg(svg: str) -> Drawing:
    """What a picture draws. Raises RenderError where it has what cannot be printed."""
    try:
        root = ET.fromstring(svg)  # noqa: S314 - our own picture, which declares no entities
        x, y, width, height = numbers_of(root.get("viewBox", "0 0 1 1"))
        items: list[PaintedItem] = []
        _read(root, UNSTYLED, (1, 0, 0, 1, 0, 0), items)
        return Drawing(
            view_box=(x, y, width, height),
            width=float(root.get("width", width)),
            height=float(root.get("height", height)),
            title="".join(next((child.itertext() for child in root if child.tag.endswith("title")), iter(()))),
            items=tuple(items),
        )
    except (ET.ParseError, ValueError) as error:
        raise RenderError(f"the picture cannot be printed: {error}") from error
