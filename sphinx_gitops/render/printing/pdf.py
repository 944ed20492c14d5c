"""A picture's SVG in, a PDF of one page out: vectors, an embedded font, text that can be searched, links that work."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pydyf

from sphinx_gitops.render.printing.fonts import EmbeddedFont, font_of
from sphinx_gitops.render.printing.operators import outline_operators, place_operators, rounded, style_operators
from sphinx_gitops.render.printing.svg_reader import (
    Drawing,
    InheritedStyle,
    LinkItem,
    Matrix,
    PaintedItem,
    PathItem,
    TextItem,
    read_svg,
)

POINTS = 0.75
"""Points a px, by CSS."""
_BOLD = 0.035
"""The stroke that makes a letter bold, as a part of its size."""
_ASCENT, _DESCENT = 0.905, 0.212
"""Arial's, as parts of its size."""


@dataclass(slots=True)
class _Page:
    """What is written so far: operators by kind, states of opacity, and the places of links."""

    font: EmbeddedFont
    stream: pydyf.Stream
    states: dict[tuple[float, float], str] = field(default_factory=dict)
    links: list[tuple[str, tuple[float, float, float, float]]] = field(default_factory=list)
    texts: list[tuple[int, list[int]]] = field(default_factory=list)
    """Where in the stream the glyphs of a line are written, once their numbers are known."""


def _place(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _begin(page: _Page, matrix: Matrix, style: InheritedStyle) -> None:
    """Write the place, colours, line and opacity of what follows."""
    stream = page.stream
    stream.push_state()
    stream.stream.extend(place_operators(matrix))
    stream.stream.extend(style_operators(style))
    opacity = (rounded(style.opacity * style.fill_opacity), rounded(style.opacity * style.stroke_opacity))
    if opacity != (1.0, 1.0):
        stream.set_state(page.states.setdefault(opacity, f"O{len(page.states)}"))


def _path(page: _Page, item: PathItem) -> None:
    style = item.style
    if not item.segments or not (style.fill or style.stroke):
        return
    _begin(page, item.matrix, style)
    page.stream.stream.extend(outline_operators(item.segments))
    if style.fill and style.stroke:
        page.stream.fill_and_stroke()
    elif style.fill:
        page.stream.fill()
    else:
        page.stream.stroke()
    page.stream.pop_state()


def _line(page: _Page, item: TextItem) -> None:
    """Write a line of text: its halo first where it has one, then its letters."""
    style, glyphs = item.style, page.font.encode(item.text)
    natural = page.font.width(glyphs) * style.font_size
    if not glyphs or not style.fill:
        return
    stretch = item.length / natural if item.length and natural else 1.0
    x = item.x - natural * stretch * {"middle": 0.5, "end": 1.0}.get(style.anchor, 0.0)
    for mode in (1, 0) if style.stroke and style.stroke_first else (0,):
        _begin(page, item.matrix, style)
        page.stream.begin_text()
        page.stream.set_font_size("F", rounded(style.font_size))
        if style.bold and mode == 0:
            page.stream.set_color_rgb(*map(rounded, style.fill), stroke=True)
            page.stream.set_line_width(rounded(style.font_size * _BOLD))
            page.stream.set_dash([], 0)
        page.stream.set_text_rendering(2 if style.bold and mode == 0 else mode)
        page.stream.set_text_matrix(rounded(stretch), 0, 0, -1, rounded(x), rounded(item.y))
        page.texts.append((len(page.stream.stream), glyphs))
        page.stream.show_text_string("")
        page.stream.end_text()
        page.stream.pop_state()


def _corners(item: PaintedItem, font: EmbeddedFont) -> Iterator[tuple[float, float]]:
    """Points between which everything of an item is."""
    if isinstance(item, LinkItem):
        for inner in item.items:
            yield from _corners(inner, font)
    elif isinstance(item, PathItem):
        for _, numbers in item.segments:
            for x, y in zip(numbers[::2], numbers[1::2], strict=True):
                yield _place(item.matrix, x, y)
    else:
        size = item.style.font_size
        wide = item.length or font.width(font.encode(item.text)) * size
        left = item.x - wide * {"middle": 0.5, "end": 1.0}.get(item.style.anchor, 0.0)
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


def missing_letters(svg: str, *, font: str = "") -> str:
    """The letters of a picture that *font* has no glyph for, sorted; the built-in font without a name."""
    embedded = EmbeddedFont(font_of(font))

    def texts(items: Iterable[PaintedItem]) -> Iterator[str]:
        for item in items:
            if isinstance(item, TextItem):
                yield item.text
            elif isinstance(item, LinkItem):
                yield from texts(item.items)

    return "".join(sorted(set().union(*map(embedded.missing, texts(read_svg(svg).items)))))


def to_pdf(svg: str, *, font: str = "") -> bytes:
    """A picture as a PDF of one page, as large as the picture at 96 px an inch.

    *svg* is a picture in plain colours; *font* the path of a TrueType font instead of the built-in one, which has
    Latin, Greek, Cyrillic and Hebrew letters. Raises RenderError where the picture has what cannot be printed.
    """
    drawing = read_svg(svg)
    to_page = _to_page(drawing)
    page = _Page(font=EmbeddedFont(font_of(font)), stream=pydyf.Stream(compress=True))
    page.stream.set_matrix(*map(rounded, to_page))
    _draw(page, drawing.items)
    pdf = pydyf.PDF()
    embedded, numbers = page.font.add_to(pdf)
    for place, glyphs in page.texts:
        page.stream.stream[place] = f"<{''.join(f'{numbers[glyph]:04x}' for glyph in glyphs)}> Tj".encode()
    pdf.add_object(page.stream)
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
                "Contents": page.stream.reference,
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
