"""A component, label or title in, its lines and its size out: whole even px, so that a middle is a whole number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from sphinx_gitops.model import Mark
from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.text_fitting.line_breaking import WRAP, Measure, break_lines
from sphinx_gitops.render.text_fitting.outline_room import outline_size, text_room
from sphinx_gitops.render.text_fitting.text_width import FONT_SIZE, SECOND_SIZE
from sphinx_gitops.scene import Box, Edge, Node, Shape

LINE = 22.5
"""The height of a line, in px."""
SECOND_LINE = 16.0
"""The height of a second line, in px."""
MARK_SIZE = 12.0
"""The side of a mark's square, in px."""
MARK_GAP = 3.0
"""Between a mark and the first letter, in px."""
STAGE_TITLE, GROUP_TITLE = 16.0, 13.0
"""The sizes of the titles of stages and of groups, in px."""
TITLE_INSET = 10.0
"""From a box's corner to its title, both ways, in px."""
_TITLE_LINE = 1.2
_BOX, _PATH = 300.0, 400.0
"""The widest outline of a title, and of a path or an image reference, in px."""
_TITLE = 300.0
"""The width at which the title of a stage or a group breaks, in px."""
_NARROWEST = 48.0
_SECOND = Measure(size=SECOND_SIZE)


def even(value: float) -> int:
    """The next whole even number."""
    return 2 * ceil(value / 2 - 1e-9)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Lines as they are drawn, the smaller ones below them, and how they are measured; ``mark`` stands on the first."""

    lines: tuple[str, ...]
    second: tuple[str, ...] = ()
    mark: Mark | None = None
    measure: Measure = Measure()
    leading: float = LINE

    @property
    def width(self) -> float:
        """The width of the longest line, its mark counted, in px."""
        first, *others = self.lines
        wide = [self.measure.width(first) + self.measure.indent, *map(self.measure.width, others)]
        return max([*wide, *map(_SECOND.width, self.second)])

    @property
    def height(self) -> float:
        """The height of all lines, in px."""
        return len(self.lines) * self.leading + len(self.second) * SECOND_LINE


def _indent(mark: Mark | None) -> float:
    return MARK_SIZE + MARK_GAP if mark else 0.0


def _widest(text: str, shape: Shape) -> float:
    """How wide the longest line of a title may be: a path is read better in long ones."""
    path = any(sign in word for word in text.split() for sign in "/@:")
    return text_room(shape, Rect(0, 0, _PATH if path else _BOX, LINE * 3))


@lru_cache(maxsize=4096)
def _block(text: str, second: tuple[str, ...], mark: Mark | None, limit: float, most: float) -> TextBlock:
    measure = Measure(indent=_indent(mark))
    lines = break_lines(text, limit, max(limit, most), measure)
    small = tuple(line for words in second if words for line in break_lines(words, limit, max(limit, most), _SECOND))
    return TextBlock(lines=lines, second=small, mark=mark, measure=measure)


def node_text(node: Node, rect: Rect | None = None) -> TextBlock:
    """The lines of a component: as narrow as they read well, or as wide as an outline of a given size takes."""
    most = _widest(node.title, node.shape)
    limit = WRAP if rect is None else max(WRAP, text_room(node.shape, rect))
    return _block(node.title, (node.under,), node.mark, limit, most)


def node_size(node: Node) -> tuple[int, int]:
    """The width and height of a component's outline, in px."""
    shown = node_text(node)
    wide, high = outline_size(node.shape, shown.width, shown.height)
    return even(max(_NARROWEST, wide)), even(high)


def label_text(edge: Edge, limit: float = WRAP) -> TextBlock:
    """The lines of an arrow's label."""
    return _block(edge.label, (), edge.mark, limit, _BOX)


def label_size(edge: Edge) -> tuple[int, int]:
    """The width and height of an arrow's label, in px; nothing where it has none."""
    if not edge.label:
        return 0, 0
    shown = label_text(edge)
    return even(shown.width), even(shown.height)


def title_text(box: Box, room: float = 0.0) -> TextBlock:
    """The lines of the title of a stage or a group, in a box with so much *room* for it, in px."""
    stage = box.level == 0
    measure = Measure(size=STAGE_TITLE if stage else GROUP_TITLE, bold=stage)
    limit = max(_TITLE, room)
    lines = break_lines(box.title, limit, limit, measure)
    return TextBlock(lines=lines, measure=measure, leading=measure.size * _TITLE_LINE)


def title_size(box: Box) -> tuple[int, int]:
    """The width and height of the title of a stage or a group, in px."""
    shown = title_text(box)
    return even(shown.width), even(shown.height)
