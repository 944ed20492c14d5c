"""The numbered tree and its edges in, how each runs out: down the rows, along one, or round what stands between."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeAlias

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item, Shelf
from sphinx_gitops.render.layout.graph.nesting import Nesting, frame_of
from sphinx_gitops.render.layout.graph.tree import BACK, CompoundGraph

_PIECES = 24_000
"""Edges in more pieces than this run straight on: no order of theirs could be followed by eye."""
PINNED = 2
"""Stronger than the place of what runs past."""


_Turns: TypeAlias = "dict[tuple[Shelf, bool], list[tuple[int, int]]]"
"""For each shelf and side, below or not, the places between which loops run."""


class Way(Enum):
    """How an edge runs: down the rows, beside, round below or above, from a box to what it holds, or straight on."""

    DOWN = auto()
    SIDE = auto()
    BELOW = auto()
    ABOVE = auto()
    INNER = auto()
    DIRECT = auto()


@dataclass(slots=True, eq=False, kw_only=True)
class Path:
    """An edge's way: its stops from the upper end to the lower; of a loop, those of the one half and of the other.

    ``nesting`` has the frames around its ends; a loop runs round ``shelf`` and turns in the channel below
    the row ``turn``.
    """

    edge: int
    way: Way
    stops: list[Item]
    other: list[Item] = field(default_factory=list)
    nesting: Nesting
    shelf: Shelf | None = None
    turn: int = -1

    @property
    def common(self) -> Frame:
        """The innermost frame that holds both ends."""
        return self.nesting.common


_Beside: TypeAlias = "dict[frozenset[Item], list[tuple[int, int]]]"
"""For two neighbours the rows, first and last, that arrows between them or between what they hold run along."""


def classify(graph: CompoundGraph) -> list[Path]:
    """How each edge runs; dummies are not planted yet."""
    beside: _Beside = {}
    for cell in graph.cells.values():
        cell.pin = 0
    turns: _Turns = {}
    paths = [_path(graph, number, beside, turns) for number in range(len(graph.ends))]
    if sum(path.stops[-1].first - path.stops[0].last for path in paths if path.way is Way.DOWN) > _PIECES:
        for path in paths:
            if path.way is not Way.SIDE:
                path.way, path.stops, path.other, path.shelf = Way.DIRECT, [*path.stops, *path.other], [], None
    return paths


def _path(graph: CompoundGraph, number: int, beside: _Beside, turns: _Turns) -> Path:
    one, two = graph.ends[number]
    nested = graph.nestings[number]
    common = nested.common
    if one is two:
        shelf = common.shelf_of_row[one.first - common.first]
        return Path(edge=number, way=Way.BELOW, stops=[one], other=[one], nesting=nested, shelf=shelf)
    if common is one or common is two:
        return Path(edge=number, way=Way.INNER, stops=[one, two], nesting=nested)
    a, b = nested.children
    items = common.shelf_of_row[a.first - common.first].items
    apart = items.index(b) - items.index(a) if b in items else 0
    if abs(apart) > 1:
        return _loop(graph, number, turns)  # a leg from box to box would run through what stands between
    if one.last < two.first or two.last < one.first:
        upper, lower = (one, two) if one.last < two.first else (two, one)
        if _passable(nested, upper, lower):
            return Path(edge=number, way=Way.DOWN, stops=[upper, lower], nesting=nested)
    elif _neighbours(graph, (one, two) if apart > 0 else (two, one), common):
        rows = (max(one.first, two.first), min(one.last, two.last))
        taken = beside.setdefault(frozenset((a, b)), [])
        many = 2 if not graph.down and graph.labels[number][0] else 1  # a label on it is as wide as the way is high
        if sum(first <= rows[1] and rows[0] <= last for first, last in taken) + many <= 2:
            taken += [rows] * many
            return Path(edge=number, way=Way.SIDE, stops=[one, two], nesting=nested)
    return _loop(graph, number, turns)


def _passable(nested: Nesting, upper: Item, lower: Item) -> bool:
    """Whether the shelves between two items lie between them: in boxes beside each other one may reach past an end."""
    row = upper.last + 1
    while row < lower.first:
        frame = nested.frame_at(row, upper)
        if frame is nested.common:
            return True
        shelf = frame.shelf_of_row[row - frame.first]
        if shelf.first <= upper.last or shelf.last >= lower.first:
            return False
        row = shelf.last + 1
    return True


def _neighbours(graph: CompoundGraph, ends: tuple[Item, Item], common: Frame) -> bool:
    """Whether an arrow can run straight from one end's side to that of the other, which stands right of it."""
    left, right = ends
    if not graph.down and frame_of(right) is not common:
        return False  # its title stands at that side
    rows = range(max(left.first, right.first), min(left.last, right.last) + 1)
    if not any(_outermost(left, common, row, -1) and _outermost(right, common, row, 0) for row in rows):
        return False
    for item, pin in ((left, PINNED), (right, -PINNED)):
        if isinstance(item, Cell) and item.frame is not common:
            item.pin = pin
    return True


def _outermost(item: Item, common: Frame, row: int, end: int) -> bool:
    """Whether nothing stands between an item and the side of what *common* holds of it."""
    while (frame := frame_of(item)) is not common:
        items = frame.shelf_of_row[row - frame.first].items
        if items[end] is not item:
            return False
        item = frame
    return True


def _loop(graph: CompoundGraph, number: int, turns: _Turns) -> Path:
    """An edge between items beside each other that runs round what stands between, where it crosses no other loop.

    One that leads back along its row runs on the side where it crosses fewer edges of what stands between.
    """
    one, two = graph.ends[number]
    nested = graph.nestings[number]
    shelf = nested.common.shelf_of_row[nested.children[0].first - nested.common.first]
    low = (shelf.last - one.last) + (shelf.last - two.last)
    high = (one.first - shelf.first) + (two.first - shelf.first)
    back = graph.scene.edges[number].kind in BACK or graph.turned[number]
    start, end = map(shelf.items.index, nested.children)
    at, to = min(start, end), max(start, end)
    down = _enclosed(graph, shelf, shelf.items[at + 1 : to]) if low == high and start > end else 0
    below = low < high or (low == high and (down < 0 or (down == 0 and not back)))
    sides = [turns.setdefault((shelf, side), []) for side in (False, True)]
    crossed = [any(a < at < b < to or at < a < to < b for a, b in spans) for spans in sides]
    if low == high and crossed[below] and not crossed[not below]:
        below = not below
    sides[below].append((at, to))
    way = Way.BELOW if below else Way.ABOVE
    return Path(edge=number, way=way, stops=[one], other=[two], nesting=nested, shelf=shelf)


def _enclosed(graph: CompoundGraph, shelf: Shelf, between: list[Item]) -> int:
    """How many more edges a loop would cross below what stands between its ends than above it."""
    inside: set[Item] = set()
    for item in between:
        inside.update([item] if isinstance(item, Cell) else [*item.walk(), *item.all_cells()])
    found = 0
    for ends in graph.ends if inside else ():
        for item, other in (ends, ends[::-1]):
            if item in inside and other not in inside:
                found += (other.first > shelf.last) - (other.last < shelf.first)
    return found
