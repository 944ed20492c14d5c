"""The lines of a component, a label or a title in, SVG out, the mark before the first line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.render.painting.signs.marks import sign
from sphinx_gitops.render.painting.svg import number, text_line
from sphinx_gitops.render.text_fitting.line_breaking import Measure
from sphinx_gitops.render.text_fitting.node_text import MARK_SIZE, SECOND_LINE, TextBlock
from sphinx_gitops.render.text_fitting.text_width import SECOND_SIZE

_HALO = 'stroke-width="5" stroke-linejoin="round" paint-order="stroke"'
_SECOND = Measure(size=SECOND_SIZE)


def halo(colour: str) -> str:
    """Attributes that keep a text apart from what is behind it."""
    return f' stroke="{colour}" {_HALO}'


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLook:
    """How text is painted: its colour, the attributes of second lines, and those of all lines."""

    colour: str
    second: str
    attributes: str = ""


def _line(block: TextBlock, count: int, x: float, middle: float, look: TextLook, anchor: str) -> str:
    line, indent = block.lines[count], 0.0 if count else block.measure.indent
    at = x + indent if anchor == "start" else x + indent / 2
    paint = f'fill="{look.colour}"{look.attributes}'
    return text_line(line, at, middle, paint, measure=block.measure, anchor=anchor)


def underline(block: TextBlock, x: float, y: float, look: TextLook) -> str:
    """A rule under each line around *x* and *y*: the outline of text is painted over the underline of its own."""
    parts = []
    for count, line in enumerate(block.lines):
        wide, indent = block.measure.width(line), 0.0 if count else block.measure.indent
        left, low = x + indent / 2 - wide / 2, y - block.height / 2 + (count + 0.5) * block.leading
        parts.append(f"M{number(left)} {number(low + block.measure.size / 2)}h{number(wide)}")
    return f'<path class="gitops-underline" d="{"".join(parts)}" stroke="{look.colour}" stroke-width="1"/>'


def draw_lines(block: TextBlock, x: float, y: float, look: TextLook, *, anchor: str = "middle") -> Iterator[str]:
    """The mark and all lines around the height *y*; *x* is their middle, or their left end with *anchor* start."""
    top = y - block.height / 2
    if block.mark:
        first = block.measure.width(block.lines[0]) + block.measure.indent
        left = x if anchor == "start" else x - first / 2
        yield sign(block.mark, left, top + (block.leading - MARK_SIZE) / 2, look.colour)
    for count in range(len(block.lines)):
        yield _line(block, count, x, top + (count + 0.5) * block.leading, look, anchor)
    under = top + len(block.lines) * block.leading
    for count, line in enumerate(block.second):
        middle = under + (count + 0.5) * SECOND_LINE
        yield text_line(line, x, middle, look.second + look.attributes, measure=_SECOND, anchor=anchor)
