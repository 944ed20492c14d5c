"""A picture's SVG in, a PDF of one page out: vectors, an embedded font, text that can be searched, links that work."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from string import printable

import pydyf

from sphinx_gitops.render.printing.fonts import EmbeddedFont, font_of, lacking
from sphinx_gitops.render.printing.operators import (
    digits,
    letter_operators,
    outline_operators,
    place_operators,
    rounded,
    style_operators,
)
from sphinx_gitops.render.printing.svg_reader import (
    Drawing,
    LinkItem,
    Matrix,
    PaintedItem,
    PathItem,
    TextItem,
    read_svg,
)
from sphinx_gitops.render.printing.svg_styles import InheritedStyle

POINTS = 0.75
"""Points a px, by CSS."""
_ASCENT, _DESCENT = 0.905, 0.212
"""Arial's, as parts of its size."""
_BEFORE = {"middle": 0.5, "end": 1.0}
"""What part of a line is before its place, by its anchor."""


@dataclass(slots=True)
class _Page:
    """What is written so far: operators, the looks of items, states of opacity, and the places of links."""

    font: EmbeddedFont
    operators: list[str]
    looks: dict[InheritedStyle, str] = field(default_factory=dict)
    states: dict[tuple[float, float], str] = field(default_factory=dict)
    links: list[tuple[str, tuple[float, float, float, float]]] = field(default_factory=list)

    def look(self, style: InheritedStyle) -> str:
        """The operators of colours, line and opacity."""
        found = self.looks.get(style)
        if found is None:
            found = style_operators(style)
            opacity = (rounded(style.opacity * style.fill_opacity), rounded(style.opacity * style.stroke_opacity))
            if opacity != (1.0, 1.0):
                found += f"\n/{self.states.setdefault(opacity, f'O{len(self.states)}')} gs"
            self.looks[style] = found
        return found


def _place(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _path(page: _Page, item: PathItem) -> None:
    style = item.style
    if not item.contour.commands or not (style.fill or style.stroke):
        return
    paint = "B" if style.fill and style.stroke else "f" if style.fill else "S"
    place, outline = place_operators(item.matrix), outline_operators(item.contour)
    page.operators.append(f"q\n{place}\n{page.look(style)}\n{outline}\n{paint}\nQ")


def _line(page: _Page, item: TextItem) -> None:
    """Write a line of text: its halo first where it has one, then its letters."""
    style, codes = item.style, page.font.encode(item.text)
    if not codes or not style.fill:
        return
    natural = page.font.width(item.text) * style.font_size
    stretch = item.length / natural if item.length and natural else 1.0
    x = item.x - natural * stretch * _BEFORE.get(style.anchor, 0.0)
    begin = f"q\n{place_operators(item.matrix)}\n{page.look(style)}"
    end = f"{digits(stretch)} 0 0 -1 {digits(x)} {digits(item.y)} Tm\n<{codes}> Tj\nET\nQ"
    for halo in (True, False) if style.stroke and style.stroke_first else (False,):
        page.operators.append(f"{begin}\n{letter_operators(style, halo=halo)}\n{end}")


def _corners(item: PaintedItem, font: EmbeddedFont) -> Iterator[tuple[float, float]]:
    """Points between which everything of an item is."""
    if isinstance(item, LinkItem):
        for inner in item.items:
            yield from _corners(inner, font)
    elif isinstance(item, PathItem):
        numbers = item.contour.numbers
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            yield _place(item.matrix, x, y)
    else:
        size = item.style.font_size
        wide = item.length or font.width(item.text) * size
        left = item.x - wide * _BEFORE.get(item.style.anchor, 0.0)
        yield _place(item.matrix, left, item.y - _ASCENT * size)
        yield _place(item.matrix, left + wide, item.y + _DESCENT * size)


def _draw(page: _Page, items: Iterable[PaintedItem]) -> None:
    for item in items:
        if isinstance(item, PathItem):
            _path(page, item)
        elif isinstance(item, TextItem):
            _line(page, item)
        else:
            _draw(page, item.items)
            corners = list(_corners(item, page.font))
            if corners:
                xs, ys = zip(*corners, strict=True)
                page.links.append((item.url, (min(xs), min(ys), max(xs), max(ys))))


def _annotation(pdf: pydyf.PDF, url: str, rect: tuple[float, float, float, float], to_page: Matrix) -> bytes:
    """A link as an object of a PDF."""
    (left, top), (right, bottom) = _place(to_page, *rect[:2]), _place(to_page, *rect[2:])
    action = pydyf.Dictionary({"Type": "/Action", "S": "/URI", "URI": pydyf.String(url)})
    link = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array([rounded(number) for number in (left, bottom, right, top)]),
            "Border": pydyf.Array([0, 0, 0]),
            "A": action,
        }
    )
    pdf.add_object(link)
    reference: bytes = link.reference
    return reference


def _to_page(drawing: Drawing) -> Matrix:
    """From the picture's coordinates to the page's: px to points, and upwards instead of downwards."""
    x, y, width, _ = drawing.view_box
    scale = POINTS * drawing.width / width
    return scale, 0, 0, -scale, -x * scale, y * scale + drawing.height * POINTS


def _texts(items: Iterable[PaintedItem]) -> Iterator[str]:
    """Every line of text in the order in which they are drawn."""
    for item in items:
        if isinstance(item, TextItem):
            yield item.text
        elif isinstance(item, LinkItem):
            yield from _texts(item.items)


@lru_cache(1)
def missing_letters(svg: str, *, font: str = "") -> str:
    """The letters of a picture that *font* has no glyph for, sorted; the built-in font without a name.

    The picture is not read where *font* has all letters of its file. Raises RenderError where one cannot be read.
    """
    known = font_of(font)
    if "&#" not in svg and not lacking(known, [printable if svg.isascii() else svg]):
        return ""
    return lacking(known, _texts(read_svg(svg).items))


def to_pdf(svg: str, *, font: str = "") -> bytes:
    """A picture as a PDF of one page, as large as the picture at 96 px an inch.

    *svg* is a picture in plain colours; *font* the path of a TrueType font instead of the built-in one, which has
    Latin, Greek, Cyrillic and Hebrew letters. Raises RenderError where the picture has what cannot be printed.
    """
    drawing = read_svg(svg)
    to_page = _to_page(drawing)
    page = _Page(EmbeddedFont(font_of(font), _texts(drawing.items)), [place_operators(to_page)])
    _draw(page, drawing.items)
    pdf = pydyf.PDF()
    embedded = page.font.add_to(pdf)
    content = pydyf.Stream(["\n".join(page.operators).encode()], compress=True)
    pdf.add_object(content)
    states = {
        name: pydyf.Dictionary({"Type": "/ExtGState", "ca": fill, "CA": stroke})
        for (fill, stroke), name in page.states.items()
    }
    resources = {"Font": pydyf.Dictionary({"F": embedded.reference}), "ExtGState": pydyf.Dictionary(states)}
    links = [_annotation(pdf, url, rect, to_page) for url, rect in page.links]
    size = [math.ceil(side * POINTS * 100) / 100 for side in (drawing.width, drawing.height)]
    pdf.add_page(
        pydyf.Dictionary(
            {
                "Type": "/Page",
                "Parent": pdf.pages.reference,
                "MediaBox": pydyf.Array([0, 0, *size]),
                "Contents": content.reference,
                "Resources": pydyf.Dictionary(resources),
                "Annots": pydyf.Array(links),
            }
        )
    )
    if drawing.title:
        pdf.info["Title"] = pydyf.String(drawing.title)
    written = io.BytesIO()
    pdf.write(written, version=b"1.5", compress=True)
    return written.getvalue()
