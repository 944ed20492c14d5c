"""The planted tree with its dummies in, an order of the items of each shelf with few crossings out.

Barycentre sweeps (Sugiyama, Tagawa and Toda, 1981) over the shelves, boxes staying in the order written and chains
together, then switching of neighbours (Eades and Kelly, 1986). The best order seen is kept.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from sphinx_gitops.render.layout.graph.dummies import Path, Way, child_of
from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item, Row, Shelf
from sphinx_gitops.render.layout.graph.tree import Graph
from sphinx_gitops.render.layout.ordering.crossings import count_crossings

_CELL, _DUMMY, _FRAME, _EMPTY = 22, 12, 30, 40
_SWEEPS = 8
_LARGE = 3000
"""From so many segments on, fewer sweeps are made."""


@dataclass(slots=True, eq=False)
class Order:
    """The shelves that have an order, their units, and the segments between rows by the upper row."""

    graph: Graph
    shelves: list[Shelf] = field(default_factory=list)
    units: dict[Shelf, list[list[Item]]] = field(default_factory=dict)
    frame_of_shelf: dict[Shelf, Frame] = field(default_factory=dict)
    segments: dict[int, list[tuple[Item, Item]]] = field(default_factory=dict)
    turns: dict[int, list[tuple[Item, Item]]] = field(default_factory=dict)
    partner: dict[Item, Item] = field(default_factory=dict)
    above: dict[Item, list[Item]] = field(default_factory=dict)
    below: dict[Item, list[Item]] = field(default_factory=dict)
    widths: dict[Item, int] = field(default_factory=dict)
    wide: dict[Shelf, int] = field(default_factory=dict)

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
        for item in shelf.items:
            width = self.widths[item]
            self.place(item, x + width // 2)
            x += width

    def crossings(self) -> int:
        """How many crossings the order has, about."""
        return sum(self.crossings_by_row().values())

    def crossings_by_row(self) -> dict[int, int]:
        """How many crossings there are below each row that has some."""
        found: dict[int, int] = {}
        for row, segments in self.segments.items():
            if len(segments) > 1 and (many := count_crossings([(one.x, other.x) for one, other in segments])):
                found[row] = many
        for row, turns in self.turns.items():
            for one, other in turns:
                low, high = (one.x, other.x) if one.x < other.x else (other.x, one.x)
                many = sum(low < upper.x < high for upper, _ in self.segments.get(row, ()))
                found[row] = found.get(row, 0) + many
        return found

    def disorder(self) -> int:
        """How many neighbours stand against the order written."""
        found = 0
        for shelf in self.shelves:
            written = [item.written for item in shelf.items if isinstance(item, Cell) and item.key]
            found += sum(one > other for one, other in pairwise(written))
        return found

    def snapshot(self) -> list[list[list[Item]]]:
        """The order as it is."""
        return [self.units[shelf] for shelf in self.shelves]

    def restore(self, saved: list[list[list[Item]]]) -> None:
        """The order as it was."""
        for shelf, units in zip(self.shelves, saved, strict=True):
            self.units[shelf] = units
            shelf.items = [item for unit in units for item in unit]
        self.place(self.graph.root, 0)


def prepare(graph: Graph, paths: list[Path]) -> Order:
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
            order.units[shelf] = _units(graph, shelf, glued)
            if len(shelf.items) > 1 and any(isinstance(item, Cell) for item in shelf.items):
                order.shelves.append(shelf)
    order.shelves.sort(key=lambda shelf: shelf.first)
    _measure(order, graph.root)
    order.place(graph.root, 0)
    return order


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
    one, other = (child_of(stop, path.common) for stop in path.stops)
    return [(one, other), (other, one)]


def _units(graph: Graph, shelf: Shelf, glued: set[tuple[Item, Item]]) -> list[list[Item]]:
    """The items that keep together: what edges join along the row."""
    units: list[list[Item]] = []
    for item in shelf.items:
        last = units[-1][-1] if units else None
        if last is not None and ((last, item) in glued or _chained(graph, last, item)):
            units[-1].append(item)
        else:
            units.append([item])
    return units


def _chained(graph: Graph, one: Item, other: Item) -> bool:
    """Whether an edge joins two components."""
    if not isinstance(one, Cell) or not isinstance(other, Cell) or not one.key or not other.key:
        return False
    return graph.gap(one, other) > 0


def _measure(order: Order, item: Item) -> int:
    """About how wide each item and each shelf is."""
    if isinstance(item, Cell):
        order.widths[item] = item.left + item.right + (_CELL if item.key else _DUMMY)
        return order.widths[item]
    for shelf in item.shelves:
        order.wide[shelf] = sum(_measure(order, inner) for inner in shelf.items)
        if shelf.kind is Row.TITLE:
            order.wide[shelf] += item.caption
    order.widths[item] = max((order.wide[shelf] for shelf in item.shelves), default=_EMPTY) + _FRAME
    return order.widths[item]


def sweep(order: Order, *, upward: bool) -> None:
    """Sort each shelf by the middle of what its items join in the rows looked at before."""
    near, far = (order.below, order.above) if upward else (order.above, order.below)
    for shelf in reversed(order.shelves) if upward else order.shelves:
        keyed = []
        for number, unit in enumerate(order.units[shelf]):
            first = unit[0]
            if first.fixed:
                keyed.append((max(unit, key=_pinned).pin, first.x, 0, number, unit))
                continue
            xs = [other.x for item in unit for other in near[item]] or [o.x for item in unit for o in far[item]]
            middle = sum(xs) // len(xs) if xs else (first.x + unit[-1].x) // 2
            turned = order.partner.get(first)
            keyed.append((max(unit, key=_pinned).pin, middle, -turned.x if turned else 0, number, unit))
        keyed.sort(key=lambda one: one[:4])
        if any(place != one[3] for place, one in enumerate(keyed)):
            order.units[shelf] = [one[4] for one in keyed]
            middle = order.frame_of_shelf[shelf].x
            shelf.items = [item for unit in order.units[shelf] for item in unit]
            order.place_shelf(shelf, middle)


def _pinned(item: Item) -> int:
    return abs(item.pin)


def minimise(order: Order, *, sweeps: int = 0) -> None:
    """Sweep down and up as long as that helps, at most *sweeps* times; the best order stays."""
    best = (order.crossings(), order.disorder())
    kept = order.snapshot()
    sweeps = (sweeps or _SWEEPS) if order.size < _LARGE else 2
    since = 0
    for turn in range(sweeps):
        sweep(order, upward=bool(turn % 2))
        found = (order.crossings(), order.disorder())
        since += 1
        if found < best:
            best, kept, since = found, order.snapshot(), 0
        if since > 3:
            break
    order.restore(kept)
