"""The planted tree with its dummies in, the order of the items of each shelf out, and what crosses in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item, RowContent, Shelf
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path, Way
from sphinx_gitops.render.layout.ordering.crossings import count_crossings
from sphinx_gitops.render.layout.ordering.gaps import Gaps, gaps_between
from sphinx_gitops.render.layout.ordering.segments import Segments
from sphinx_gitops.render.layout.ordering.units import units_of

_CELL, _DUMMY, _FRAME, _EMPTY = 22, 12, 30, 40


SavedOrder: TypeAlias = "tuple[list[list[list[Item]]], list[int], dict[object, int], dict[int, Segments]]"
"""The units of each shelf, the last change of each row, when what was tried, and the segments of each row."""


@dataclass(slots=True, eq=False)
class Order:
    """The shelves that have an order, their units, and the segments between rows by the upper row.

    ``clock`` counts the changes; ``changed`` has the last one of each row, the row above the first at its head, so that
    what has been counted, or tried in vain, is not again where nothing has moved.
    """

    graph: CompoundGraph
    shelves: list[Shelf] = field(default_factory=list)
    units: dict[Shelf, list[list[Item]]] = field(default_factory=dict)
    frame_of_shelf: dict[Shelf, Frame] = field(default_factory=dict)
    segments: dict[int, list[tuple[Item, Item]]] = field(default_factory=dict)
    turns: dict[int, list[tuple[Item, Item]]] = field(default_factory=dict)
    crossed: list[int] = field(default_factory=list)
    partner: dict[Item, Item] = field(default_factory=dict)
    above: dict[Item, list[Item]] = field(default_factory=dict)
    below: dict[Item, list[Item]] = field(default_factory=dict)
    widths: dict[Item, int] = field(default_factory=dict)
    wide: dict[Shelf, int] = field(default_factory=dict)
    clock: int = 0
    changed: list[int] = field(default_factory=list)
    counted: dict[int, Segments] = field(default_factory=dict)
    tried: dict[object, int] = field(default_factory=dict)
    spaces: dict[Shelf, Gaps] = field(default_factory=dict)
    strays: dict[Shelf, int] = field(default_factory=dict)
    held: set[Item] = field(default_factory=set)
    boxed: set[Shelf] = field(default_factory=set)
    work: int = 0

    @property
    def size(self) -> int:
        """How many segments there are."""
        return sum(map(len, self.segments.values()))

    def place(self, item: Item, middle: int) -> None:
        """Put an item, with all that it holds, around a middle."""
        item.x = middle
        if isinstance(item, Frame):
            for shelf in item.shelves:
                self.place_shelf(shelf, middle)

    def place_shelf(self, shelf: Shelf, middle: int) -> None:
        """Put the items of a shelf beside each other around a middle."""
        x = middle - self.wide[shelf] // 2
        widths = self.widths
        for item in shelf.items:
            width = widths[item]
            item.x = x + width // 2
            x += width
        for item in shelf.items if shelf in self.boxed else ():
            self.place(item, item.x)

    def reorder(self, shelf: Shelf, units: list[list[Item]]) -> None:
        """Put the units of a shelf in another order."""
        self.units[shelf] = units
        shelf.items = [item for unit in units for item in unit]
        self.place_shelf(shelf, self.frame_of_shelf[shelf].x)
        clock, changed, counted = self.clock + 1, self.changed, self.counted
        self.clock = clock
        self.strays.pop(shelf, None)
        if shelf in self.boxed:
            self.spaces.clear()
        else:
            self.spaces.pop(shelf, None)
        counted.pop(shelf.first - 1, None)
        for row in range(shelf.first, shelf.last + 1):
            changed[row + 1] = clock
            counted.pop(row, None)

    def since(self, first: int, last: int) -> int:
        """The last change of any of the rows."""
        return max(self.changed[first + 1 : last + 2])

    def below_row(self, row: int) -> Segments:
        """The segments below a row."""
        found = self.counted.get(row)
        if found is None:
            pairs = sorted([(one.x, other.x) for one, other in self.segments.get(row, ())])
            many = count_crossings(pairs)
            loops = [_loop(row, *turn) for turn in self.turns[row]] if row in self.turns else []
            for low, high, side in loops:
                many += sum([low < pair[side] < high for pair in pairs])
            found = self.counted[row] = Segments(pairs, loops, many)
        return found

    def crosses(self, shelf: Shelf) -> bool:
        """Whether edges cross above, below or in a shelf."""
        counted = self.counted
        for row in range(shelf.first - 1, shelf.last + 1):
            if (counted.get(row) or self.below_row(row)).crossings:
                return True
        return False

    def crossings(self) -> int:
        """How many crossings the order has, about."""
        counted = self.counted
        return sum([(counted.get(row) or self.below_row(row)).crossings for row in self.crossed])

    def crossings_by_row(self) -> dict[int, int]:
        """How many crossings there are below each row that has some."""
        return {row: many for row in self.crossed if (many := self.below_row(row).crossings)}

    def gaps(self, shelf: Shelf) -> Gaps:
        """The gaps between the units of a shelf."""
        found = self.spaces.get(shelf)
        if found is None:
            found = self.spaces[shelf] = gaps_between(self.units[shelf], self.widths)
        return found

    def disorder(self) -> int:
        """How many neighbours stand against the order written."""
        return sum([self.strays_of(shelf) for shelf in self.shelves])

    def strays_of(self, shelf: Shelf) -> int:
        """How many neighbours of a shelf stand against the order written."""
        found = self.strays.get(shelf)
        if found is None:
            written = [item.written for item in shelf.items if isinstance(item, Cell) and item.key]
            found = self.strays[shelf] = sum([one > other for one, other in pairwise(written)])
        return found

    def snapshot(self) -> SavedOrder:
        """The order as it is."""
        units = [self.units[shelf] for shelf in self.shelves]
        return units, self.changed.copy(), self.tried.copy(), self.counted.copy()

    def restore(self, saved: SavedOrder) -> None:
        """The order as it was, and what was known of it."""
        units, changed, tried, counted = saved
        for shelf, some in zip(self.shelves, units, strict=True):
            if self.units[shelf] is not some:
                self.reorder(shelf, some)
        self.changed, self.tried, self.counted = changed.copy(), tried.copy(), counted.copy()


def prepare(graph: CompoundGraph, paths: list[Path]) -> Order:
    """The order as planted, with all that sweeps look at."""
    order = Order(graph)
    segments: dict[int, list[tuple[Item, Item]]] = defaultdict(list)
    above: dict[Item, list[Item]] = defaultdict(list)
    below: dict[Item, list[Item]] = defaultdict(list)
    for path in paths:
        for one, other in joined(path):
            segments[one.last].append((one, other))
            below[one].append(other)
            above[other].append(one)
        if path.shelf is not None:
            one, other = path.stops[-1], path.other[-1]
            order.turns.setdefault(path.turn, []).append((one, other))
            order.partner.update(((one, other), (other, one)) if len(path.stops) > 1 else ())
    glued = {pair for path in paths if path.way is Way.SIDE for pair in _beside(path)}
    order.segments, order.above, order.below = dict(segments), above, below
    for frame in graph.root.walk():
        for shelf in frame.shelves:
            order.frame_of_shelf[shelf] = frame
            order.units[shelf] = units_of(graph, shelf, glued)
            order.held.update(unit[0] for unit in order.units[shelf] if unit[0].fixed)
            if any(isinstance(item, Frame) for item in shelf.items):
                order.boxed.add(shelf)
            if len(shelf.items) > 1 and any(isinstance(item, Cell) for item in shelf.items):
                order.shelves.append(shelf)
    order.shelves.sort(key=lambda shelf: shelf.first)
    _measure(order, graph.root)
    order.place(graph.root, 0)
    order.crossed = sorted({*order.segments, *order.turns})
    order.changed = [0] * (graph.root.last + 4)
    return order


def _loop(row: int, one: Item, other: Item) -> tuple[int, int, int]:
    return min(one.x, other.x), max(one.x, other.x), int(one.last != row)


def joined(path: Path) -> list[tuple[Item, Item]]:
    """The pairs of items in neighbouring rows that a path joins, the upper one first."""
    if path.way is Way.DOWN:
        return list(pairwise(path.stops))
    if path.way is Way.BELOW:
        return [*pairwise(path.stops), *pairwise(path.other)]
    if path.way is Way.ABOVE:
        return [(other, one) for half in (path.stops, path.other) for one, other in pairwise(half)]
    return []


def _beside(path: Path) -> list[tuple[Item, Item]]:
    """The two boxes, or a box and a component, between which an arrow runs straight, both ways round."""
    one, other = path.nesting.children
    return [(one, other), (other, one)]


def _measure(order: Order, item: Item) -> int:
    """About how wide each item and each shelf is."""
    if isinstance(item, Cell):
        order.widths[item] = item.left + item.right + (_CELL if item.key else _DUMMY)
        return order.widths[item]
    for shelf in item.shelves:
        order.wide[shelf] = sum(_measure(order, inner) for inner in shelf.items)
        if shelf.kind is RowContent.TITLE:
            order.wide[shelf] += item.caption
    order.widths[item] = max((order.wide[shelf] for shelf in item.shelves), default=_EMPTY) + _FRAME
    return order.widths[item]
