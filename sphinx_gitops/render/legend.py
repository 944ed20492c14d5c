"""The legend as a part of the picture, for outputs whose pictures are images."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sphinx_gitops.model import FlowKind, Mark
from sphinx_gitops.palette import STAGE
from sphinx_gitops.render.edges import draw_edge
from sphinx_gitops.render.ink import Ink
from sphinx_gitops.render.layout import Rect, Route
from sphinx_gitops.render.pieces import MARK_SIZE, as_text, sign, tint
from sphinx_gitops.render.shapes import number
from sphinx_gitops.render.text import width
from sphinx_gitops.scene import Scene
from sphinx_gitops.words import LegendEntry

_SIZE = 12.0
_SWATCH, _GAP, _BETWEEN, _ROW = 30.0, 6.0, 18.0, 22.0
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


def _class(scene: Scene, name: str, rect: Rect, ink: Ink) -> str:
    swatch = scene.swatches[name]
    return (
        f'<rect x="{number(rect.x + 4)}" y="{number(rect.y + 4)}" width="22" height="14" rx="3" stroke-width="1.5" '
        f'fill="{tint(ink, name, "fill", swatch)}" stroke="{tint(ink, name, "stroke", swatch)}"/>'
    )


def _mark(name: str, rect: Rect, ink: Ink) -> str:
    x, y = rect.x + (rect.width - MARK_SIZE) / 2, rect.y + (rect.height - MARK_SIZE) / 2
    return sign(Mark(name), x, y, tint(ink, "stage", "text", STAGE))


def _flow(name: str, rect: Rect, ink: Ink) -> str:
    middle = rect.y + rect.height / 2
    return draw_edge(Route(((rect.x, middle), (rect.right, middle))), FlowKind(name), ink, curved=False)


def draw_legend(scene: Scene, legend: Legend, left: float, top: float, ink: Ink) -> Iterator[str]:
    """Each entry's sign and words."""
    signs: dict[str, Callable[[str, Rect, Ink], str]] = {
        "class": lambda name, rect, ink: _class(scene, name, rect, ink),
        "mark": _mark,
        "flow": _flow,
    }
    for entry, x, y in legend.entries:
        rect = Rect(left + x, top + y, _SWATCH, _ROW)
        yield signs[entry.what](entry.name, rect, ink)
        yield (
            f'<text x="{number(rect.right + _GAP)}" y="{number(rect.y + _ROW / 2)}" dy=".35em" text-anchor="start" '
            f'font-size="{number(_SIZE)}" fill="{tint(ink, "stage", "text", STAGE)}">{as_text(entry.words)}</text>'
        )
