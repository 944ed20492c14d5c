"""The legend: a part of the picture where pictures are images, and its signs one by one for pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_gitops.evidence import State
from sphinx_gitops.facts import LegendEntry
from sphinx_gitops.model import FlowKind, Mark
from sphinx_gitops.palette import STAGE
from sphinx_gitops.render.geometry.layout import Rect, Route
from sphinx_gitops.render.painting.edges import draw_edge
from sphinx_gitops.render.painting.ink import Ink, screen, tint
from sphinx_gitops.render.painting.outlines import outline
from sphinx_gitops.render.painting.signs.badges import draw_badge
from sphinx_gitops.render.painting.signs.glyphs import glyphs_of
from sphinx_gitops.render.painting.signs.marks import RING, ring, sign
from sphinx_gitops.render.painting.signs.marks import border as stroked
from sphinx_gitops.render.painting.signs.states import STATE_COLOURS, draw_state
from sphinx_gitops.render.painting.svg import number, text_line
from sphinx_gitops.render.text_fitting.line_breaking import Measure
from sphinx_gitops.render.text_fitting.node_text import MARK_SIZE
from sphinx_gitops.scene import FINDING, FLOW_MARKS, MARK_GLYPHS, STATE_GLYPHS, Border, Scene, Shape
from sphinx_gitops.styles import FLOW_STYLES

_TEXT = Measure(size=13.0)
_SWATCH, _GAP, _BETWEEN, _ROW = 28.0, 5.0, 14.0, 22.0
_SCALE = 0.5
TOP = 10.0
"""The blank between a picture and its legend, in px."""


@dataclass(frozen=True, slots=True)
class Legend:
    """Entries with their places, in px from the legend's top left corner."""

    entries: tuple[tuple[LegendEntry, float, float], ...]
    width: float
    height: float


def arrange(entries: Sequence[LegendEntry], limit: float) -> Legend:
    """Rows no wider than *limit* px, unless one entry alone is."""
    placed: list[tuple[LegendEntry, float, float]] = []
    x = y = widest = 0.0
    for entry in entries:
        wide = _SWATCH + _GAP + _TEXT.width(entry.words)
        if x and x + wide > limit:
            x, y = 0.0, y + _ROW
        placed.append((entry, x, y))
        widest = max(widest, x + wide)
        x += wide + _BETWEEN
    return Legend(tuple(placed), widest, y + _ROW if placed else 0.0)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws signs as a scene's picture has them; with ``signs`` as Mermaid has them, which knows text alone."""

    scene: Scene
    ink: Ink
    signs: bool = False

    def tint(self, name: str, role: str) -> str:
        return tint(self.ink, name, role, self.scene.swatches[name])

    def mark(self, mark: Mark, x: float, middle: float) -> str:
        colour = self.tint(STAGE, "text")
        if not self.signs:
            return sign(mark, x, middle - MARK_SIZE / 2, colour)
        place = f'x="{number(x)}" y="{number(middle)}" dy=".35em"'
        return f'<text {place} font-size="15" fill="{colour}">{MARK_GLYPHS[mark]}</text>'

    def outline(self, colour: str, shape: Shape, border: Border, rect: Rect) -> str:
        """An outline in the colours of a class, small, with lines as wide as the picture's."""
        box = Rect(0, 0, (rect.width - 4) / _SCALE, (rect.height - 8) / _SCALE)
        place = f'transform="translate({number(rect.x + 2)} {number(rect.y + 4)}) scale({_SCALE})"'
        paint = f'fill="{self.tint(colour, "fill")}" stroke="{self.tint(colour, "stroke")}"'
        return f"<g {place} {paint} {stroked(border, _SCALE)}>{outline(shape, box)}</g>"


def _class(pen: _Pen, name: str, rect: Rect) -> str:
    return pen.outline(name, Shape.RECTANGLE, Border.NORMAL, rect)


def _shape(pen: _Pen, name: str, rect: Rect) -> str:
    colour = next(node.colour for node in pen.scene.all_nodes() if node.shape.value == name)
    return pen.outline(colour, Shape(name), Border.NORMAL, rect)


def _focus(pen: _Pen, name: str, rect: Rect) -> str:
    inside = Rect(rect.x + RING + 2, rect.y + RING + 2, rect.width - 2 * RING - 4, rect.height - 2 * RING - 4)
    return ring(inside, pen.tint(STAGE, "text"))


def _border(pen: _Pen, name: str, rect: Rect) -> str:
    node = next(node for node in pen.scene.all_nodes() if node.border.value == name)
    return pen.outline(node.colour, node.shape, Border(name), rect)


def _mark(pen: _Pen, name: str, rect: Rect) -> str:
    return pen.mark(Mark(name), rect.x + (rect.width - MARK_SIZE) / 2, rect.y + rect.height / 2)


def _flow(pen: _Pen, name: str, rect: Rect) -> str:
    kind, middle, start = FlowKind(name), rect.y + rect.height / 2, rect.x
    drawn, mark = "", FLOW_MARKS.get(FlowKind(name))
    if mark:
        drawn = pen.mark(mark, rect.x, middle)
        start += MARK_SIZE + 2
    way = Route(((start, middle), (rect.right, middle)))
    return drawn + draw_edge(way, kind, pen.tint(FLOW_STYLES[kind].colour, "stroke"))


def _kind(pen: _Pen, name: str, rect: Rect) -> str:
    colour = next(node.colour for node in pen.scene.all_nodes() if node.kind == name)
    middle = (rect.x + rect.width / 2, rect.y + rect.height / 2)
    return draw_badge(
        glyphs_of(pen.scene)[name], *middle, disc=pen.tint(colour, "stroke"), ink=pen.tint(colour, "fill")
    )


def _state(pen: _Pen, name: str, rect: Rect) -> str:
    state, middle = State(name), rect.y + rect.height / 2
    centre = rect.x + rect.width / 2
    colour = STATE_COLOURS[state]
    if not pen.signs:
        return draw_state(state, centre, middle, disc=pen.tint(colour, "stroke"), ink=pen.tint(colour, "fill"))
    place = f'x="{number(centre)}" y="{number(middle)}" dy=".35em" text-anchor="middle"'
    return f'<text {place} font-size="15" fill="{pen.tint(STAGE, "text")}">{STATE_GLYPHS[state]}</text>'


def _finding(pen: _Pen, name: str, rect: Rect) -> str:
    place = f'x="{number(rect.x + rect.width / 2)}" y="{number(rect.y + rect.height / 2)}" dy=".35em"'
    return f'<text {place} text-anchor="middle" font-size="15" fill="{pen.tint(STAGE, "text")}">{FINDING}</text>'


_SIGNS: Mapping[str, Callable[[_Pen, str, Rect], str]] = {
    "class": _class,
    "kind": _kind,
    "shape": _shape,
    "focus": _focus,
    "border": _border,
    "mark": _mark,
    "state": _state,
    "finding": _finding,
    "flow": _flow,
}


def swatch(scene: Scene, entry: LegendEntry, *, signs: bool = False) -> str:
    """An entry's sign as an SVG of its own, for a page; the words beside it say what it is."""
    drawn = _SIGNS[entry.what](_Pen(scene, screen, signs), entry.name, Rect(0, 0, _SWATCH, _ROW))
    size = f'viewBox="0 0 {number(_SWATCH)} {number(_ROW)}" width="{number(_SWATCH)}" height="{number(_ROW)}"'
    return f'<svg class="gitops-sign" {size} aria-hidden="true">{drawn}</svg>'


def draw_legend(scene: Scene, legend: Legend, left: float, top: float, ink: Ink) -> Iterator[str]:
    """Each entry's sign and words."""
    pen = _Pen(scene, ink)
    paint = f'fill="{pen.tint(STAGE, "text")}"'
    for entry, x, y in legend.entries:
        rect = Rect(left + x, top + y, _SWATCH, _ROW)
        yield _SIGNS[entry.what](pen, entry.name, rect)
        middle = rect.y + _ROW / 2
        yield text_line(entry.words, rect.right + _GAP, middle, paint, measure=_TEXT, anchor="start")
