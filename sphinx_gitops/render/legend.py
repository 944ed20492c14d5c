"""The legend: a part of the picture where pictures are images, and its signs one by one for pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_gitops.model import FlowKind, Mark
from sphinx_gitops.palette import STAGE
from sphinx_gitops.render.edges import draw_edge
from sphinx_gitops.render.ink import Ink, screen
from sphinx_gitops.render.layout import Rect, Route
from sphinx_gitops.render.pieces import MARK_SIZE, RING, as_text, ring, sign, tint
from sphinx_gitops.render.pieces import border as stroked
from sphinx_gitops.render.shapes import number, outline
from sphinx_gitops.render.text import width
from sphinx_gitops.scene import FLOW_MARKS, Border, Scene, Shape
from sphinx_gitops.words import LegendEntry

_SIZE = 12.0
_SWATCH, _GAP, _BETWEEN, _ROW = 30.0, 6.0, 18.0, 22.0
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
        wide = _SWATCH + _GAP + width(entry.words, _SIZE)
        if x and x + wide > limit:
            x, y = 0.0, y + _ROW
        placed.append((entry, x, y))
        widest = max(widest, x + wide)
        x += wide + _BETWEEN
    return Legend(tuple(placed), widest, y + _ROW if placed else 0.0)


def _outlined(scene: Scene, name: str, shape: Shape, border: Border, rect: Rect, ink: Ink) -> str:
    """An outline in the colours of a class, small, with lines as wide as the picture's."""
    fill, stroke = (tint(ink, name, role, scene.swatches[name]) for role in ("fill", "stroke"))
    box = Rect(0, 0, (rect.width - 4) / _SCALE, (rect.height - 8) / _SCALE)
    place = f'transform="translate({number(rect.x + 2)} {number(rect.y + 4)}) scale({_SCALE})"'
    return f'<g {place} fill="{fill}" stroke="{stroke}" {stroked(border, _SCALE)}>{outline(shape, box)}</g>'


def _class(scene: Scene, name: str, rect: Rect, ink: Ink) -> str:
    return _outlined(scene, name, Shape.RECTANGLE, Border.NORMAL, rect, ink)


def _shape(scene: Scene, name: str, rect: Rect, ink: Ink) -> str:
    colour = next(node.colour for node in scene.all_nodes() if node.shape.value == name)
    return _outlined(scene, colour, Shape(name), Border.NORMAL, rect, ink)


def _focus(scene: Scene, name: str, rect: Rect, ink: Ink) -> str:
    inside = Rect(rect.x + RING + 2, rect.y + RING + 2, rect.width - 2 * RING - 4, rect.height - 2 * RING - 4)
    return ring(inside, tint(ink, STAGE, "text", scene.swatches[STAGE]))


def _border(scene: Scene, name: str, rect: Rect, ink: Ink) -> str:
    node = next(node for node in scene.all_nodes() if node.border.value == name)
    return _outlined(scene, node.colour, node.shape, Border(name), rect, ink)


def _mark(scene: Scene, name: str, rect: Rect, ink: Ink) -> str:
    x, y = rect.x + (rect.width - MARK_SIZE) / 2, rect.y + (rect.height - MARK_SIZE) / 2
    return sign(Mark(name), x, y, tint(ink, STAGE, "text", scene.swatches[STAGE]))


def _flow(scene: Scene, name: str, rect: Rect, ink: Ink) -> str:
    kind, middle, start = FlowKind(name), rect.y + rect.height / 2, rect.x
    drawn, mark = "", FLOW_MARKS.get(FlowKind(name))
    if mark:
        drawn = sign(mark, rect.x, middle - MARK_SIZE / 2, tint(ink, STAGE, "text", scene.swatches[STAGE]))
        start += MARK_SIZE + 2
    return drawn + draw_edge(Route(((start, middle), (rect.right, middle))), kind, ink, scene.swatches, curved=False)


_SIGNS: Mapping[str, Callable[[Scene, str, Rect, Ink], str]] = {
    "class": _class,
    "shape": _shape,
    "focus": _focus,
    "border": _border,
    "mark": _mark,
    "flow": _flow,
}


def swatch(scene: Scene, entry: LegendEntry) -> str:
    """An entry's sign as an SVG of its own, for a page; the words beside it say what it is."""
    drawn = _SIGNS[entry.what](scene, entry.name, Rect(0, 0, _SWATCH, _ROW), screen)
    size = f'viewBox="0 0 {number(_SWATCH)} {number(_ROW)}" width="{number(_SWATCH)}" height="{number(_ROW)}"'
    return f'<svg class="gitops-sign" {size} aria-hidden="true">{drawn}</svg>'


def draw_legend(scene: Scene, legend: Legend, left: float, top: float, ink: Ink) -> Iterator[str]:
    """Each entry's sign and words."""
    colour = tint(ink, STAGE, "text", scene.swatches[STAGE])
    for entry, x, y in legend.entries:
        rect = Rect(left + x, top + y, _SWATCH, _ROW)
        yield _SIGNS[entry.what](scene, entry.name, rect, ink)
        yield (
            f'<text x="{number(rect.right + _GAP)}" y="{number(rect.y + _ROW / 2)}" dy=".35em" text-anchor="start" '
            f'font-size="{number(_SIZE)}" fill="{colour}">{as_text(entry.words)}</text>'
        )
