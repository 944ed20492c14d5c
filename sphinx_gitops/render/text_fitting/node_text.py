"""A component, label or title in, its lines and its size out: whole even px, so that a middle is a whole number."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import ceil

from sphinx_gitops.model import Mark
from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.text_fitting.line_breaking import PLAIN, WRAP, Measure, break_lines
from sphinx_gitops.render.text_fitting.notes import is_note
from sphinx_gitops.render.text_fitting.outline_room import least_ratio, outline_size, text_room
from sphinx_gitops.render.text_fitting.text_width import SECOND_SIZE
from sphinx_gitops.scene import Box, Edge, Node, Shape

LINE = 22.5
"""The height of a line, in px."""
SECOND_LINE = 17.0
"""The height of a second line, or of a line of a note, in px."""
MARK_SIZE = 12.0
"""The side of a mark's square, in px."""
MARK_GAP = 3.0
"""Between a mark and the first letter, in px."""
STAGE_TITLE, GROUP_TITLE = 16.0, 14.0
"""The sizes of the titles of stages and of groups, in px."""
NOTE_FOLD = 10.0
"""The side of a note's folded corner, in px."""
NOTE_TIE = 18.0
"""The length of the tie between a title and its note, in px."""
_TITLE_LINE = 1.2
_BOX, _PATH = 300.0, 400.0
"""The widest outline of a title, and of a path or an image reference, in px."""
_TITLE = 300.0
"""The width at which the title of a stage or a group breaks, in px."""
_NOTE = 180.0
"""The width at which a note breaks, in px."""
_NOTE_PAD = (20.0, 12.0)
_NARROWEST = 48.0
_LEAST = 20.0
_SECOND = Measure(size=SECOND_SIZE)
_OF_STAGE, _OF_GROUP = Measure(size=STAGE_TITLE, bold=True), Measure(size=GROUP_TITLE)
_MARKED = Measure(indent=MARK_SIZE + MARK_GAP)
_SIGNS = frozenset("/@:")
"""The signs that a path, an image reference or an address has in its words."""


def even(value: float) -> int:
    """The next whole even number."""
    return 2 * ceil(value / 2 - 1e-9)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Lines as they are drawn, the smaller ones below, and how they are measured; ``mark`` goes before the first."""

    lines: tuple[str, ...]
    second: tuple[str, ...] = ()
    mark: Mark | None = None
    measure: Measure = PLAIN
    leading: float = LINE
    width: float = field(init=False)
    "The width of the longest line, its mark counted, in px."
    height: float = field(init=False)
    "The height of all lines, in px."

    def __post_init__(self) -> None:
        """Measure the lines once: they are asked for their size again and again."""
        first, measure = self.measure.width(self.lines[0]) + self.measure.indent, self.measure
        wide = max([first, *map(measure.width, self.lines[1:]), *map(_SECOND.width, self.second)])
        object.__setattr__(self, "width", wide)
        object.__setattr__(self, "height", len(self.lines) * self.leading + len(self.second) * SECOND_LINE)


def _second(texts: tuple[str, ...], limit: float, most: float) -> tuple[str, ...]:
    if not any(texts):
        return ()
    return tuple(line for text in texts if text for line in break_lines(text, limit, max(limit, most), _SECOND))


def _is_path(text: str) -> bool:
    return not _SIGNS.isdisjoint(text) and any(not _SIGNS.isdisjoint(word.strip("/@:")) for word in text.split())


@cache
def _title_room(shape: Shape, outline: float) -> float:
    return text_room(shape, Rect(0, 0, outline, LINE * 3))


def _widest(text: str, shape: Shape) -> float:
    """How wide the longest line of a title may be: a path is read better in long ones."""
    return _title_room(shape, _PATH if _is_path(text) else _BOX)


@lru_cache(maxsize=4096)
def _block(text: str, second: tuple[str, ...], mark: Mark | None, limit: float, most: float) -> TextBlock:
    measure = _MARKED if mark else PLAIN
    lines = break_lines(text, limit + measure.indent, max(limit, most) + measure.indent, measure)
    return TextBlock(lines=lines, second=_second(second, limit, most), mark=mark, measure=measure)


def note_text(text: str) -> TextBlock:
    """The lines of a note."""
    return TextBlock(lines=break_lines(text, _NOTE, _BOX, _SECOND), measure=_SECOND, leading=SECOND_LINE)


def note_size(text: str) -> tuple[int, int]:
    """The width and height of a note's outline, in px."""
    shown = note_text(text)
    return even(shown.width + _NOTE_PAD[0]), even(shown.height + _NOTE_PAD[1])


def node_text(node: Node, limit: float = WRAP) -> TextBlock:
    """The lines of a component, about *limit* px wide."""
    if is_note(node.key):
        return note_text(node.title)
    return _block(node.title, (node.subtitle, node.under), node.mark, limit, _widest(node.title, node.shape))


def fitted_text(node: Node, rect: Rect, limit: float = WRAP) -> TextBlock:
    """The lines of a component in an outline that a layout has made for it, wide or narrow."""
    room = text_room(node.shape, rect)
    indent = _MARKED.indent if node.mark else 0.0
    shown = node_text(node, limit)
    if len(shown.lines) > 1 or shown.second:
        shown = node_text(node, max(limit, room - indent))
    if shown.width <= room + 1 or is_note(node.key):
        return shown
    wide, high = node_size(node)  # of an outline that is higher, round sides stand less far in beside the same lines
    if room < limit and rect.width >= wide and rect.height >= high:
        return shown
    narrow = max(_LEAST, room - indent)
    return _block(node.title, (node.subtitle, node.under), node.mark, narrow, narrow)


def node_size(node: Node) -> tuple[int, int]:
    """The width and height of a component's outline, in px."""
    if is_note(node.key):
        return note_size(node.title)
    shown = node_text(node)
    wide, high = outline_size(node.shape, shown.width, shown.height)
    return even(max(_NARROWEST, wide, least_ratio(node.shape) * even(high))), even(high)


def most_height(shape: Shape, wide: int, high: int) -> int:
    """How high an outline of this size may be in a row of higher ones: it does not stand upright."""
    return max(high, 2 * int(wide / least_ratio(shape) / 2))


def label_text(edge: Edge, limit: float = WRAP) -> TextBlock:
    """The lines of an arrow's label."""
    return _block(edge.words, (), edge.mark, limit, _BOX)


def label_size(edge: Edge) -> tuple[int, int]:
    """The width and height of an arrow's label, in px; nothing where it has none."""
    if not edge.words:
        return 0, 0
    shown = label_text(edge)
    return even(shown.width), even(shown.height)


def title_text(box: Box) -> TextBlock:
    """The lines of the title of a stage or a group, and its second line."""
    return _title_block(box.title, box.subtitle, _OF_STAGE if box.level == 0 else _OF_GROUP)


@lru_cache(maxsize=1024)
def _title_block(title: str, subtitle: str, measure: Measure) -> TextBlock:
    lines = break_lines(title, _TITLE, _TITLE, measure)
    second = _second((subtitle,), _TITLE, _TITLE)
    return TextBlock(lines=lines, second=second, measure=measure, leading=measure.size * _TITLE_LINE)


def title_size(box: Box) -> tuple[int, int]:
    """The width and height of the title of a stage or a group with its second line, in px."""
    shown = title_text(box)
    return even(shown.width), even(shown.height)


def header_size(box: Box) -> tuple[int, int]:
    """The width and height of a title and the note beside it, in px."""
    wide, high = title_size(box)
    if not box.note:
        return wide, high
    across, along = note_size(box.note)
    return even(wide + NOTE_TIE + across), max(high, along)
