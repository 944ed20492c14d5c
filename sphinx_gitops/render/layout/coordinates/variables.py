"""The ordered tree in, difference constraints over the places of cells, ports and box sides across the rows out."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from sphinx_gitops.render.layout.coordinates.constraints import Constraints
from sphinx_gitops.render.layout.coordinates.row_gaps import gap, label_gaps, least_width
from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item
from sphinx_gitops.render.layout.graph.rows import Entry, flatten
from sphinx_gitops.render.layout.graph.spacing import INSET, PORT
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path, Way
from sphinx_gitops.render.layout.ordering.ports import PortSide, assign_ports


@dataclass(slots=True, eq=False)
class Leg:
    """A piece of a path in the channel below row ``channel``: the variables of its upper and its lower end."""

    edge: int
    channel: int
    upper: int
    lower: int
    inner: bool


@dataclass(slots=True, eq=False)
class Variables:
    """All variables: the picture's two sides, those of boxes in ``Frame.left`` and ``right``, cells and ports."""

    graph: CompoundGraph
    space: Constraints
    left: int
    right: int
    ports: dict[tuple[int, int], int] = field(default_factory=dict)
    sides: dict[PortSide, list[tuple[int, int]]] = field(default_factory=dict)
    legs: list[list[Leg]] = field(default_factory=list)
    walls: list[Frame] = field(default_factory=list)
    rows: list[list[Entry]] = field(default_factory=list)

    def end(self, path: Path, half: int) -> int:
        """The variable at which a half of a loop turns."""
        stop = (path.other if half else path.stops)[-1]
        return stop.number if isinstance(stop, Cell) and not stop.key else self.ports[path.edge, half]


def measure(graph: CompoundGraph, paths: list[Path]) -> Variables:
    """All variables with what must hold between them."""
    space = Constraints()
    made = Variables(graph, space, space.add(), space.add())
    for frame in graph.root.walk():
        _frame(made, frame)
    made.rows = flatten(graph.root)
    _rows(made, made.rows)
    _ports(made, paths)
    for one, other, free in label_gaps(graph, paths):
        _apart(made, one, other, free)
    made.legs = [_legs(made, path) for path in paths]
    return made


def _frame(made: Variables, frame: Frame) -> None:
    """The variables of a box and of the cells that stand in it alone."""
    space = made.space
    if frame.depth <= 0:
        frame.left, frame.right = made.left, made.right
    elif frame.framed:
        frame.left, frame.right = space.add(), space.add()
        made.walls.append(frame)
    if frame.framed:
        space.least(frame.left, frame.right, least_width(made.graph, frame))
    for shelf in frame.shelves:
        for item in shelf.items:
            if isinstance(item, Cell):
                item.number = space.add()


def _apart(made: Variables, one: Item, other: Item, free: int) -> None:
    left, before = (one.number, one.right) if isinstance(one, Cell) else (one.right, 0)
    right, after = (other.number, other.left) if isinstance(other, Cell) else (other.left, 0)
    made.space.least(left, right, before + free + after)


def _rows(made: Variables, rows: list[list[Entry]]) -> None:
    """What stands beside each other in a row keeps apart."""
    space = made.space
    for number, row in enumerate(rows):
        for one, other in pairwise(row):
            left, before = _side(one, right=True)
            right, after = _side(other, right=False)
            space.least(left, right, before + gap(made.graph, one, other, number) + after)
        first, last = row[0], row[-1]
        if isinstance(first, Cell):
            space.least(made.left, first.number, first.left)
        if isinstance(last, Cell):
            space.least(last.number, made.right, last.right)


def _side(entry: Entry, *, right: bool) -> tuple[int, int]:
    """The variable of an entry and how far it reaches to one side."""
    if isinstance(entry, Cell):
        return entry.number, entry.right if right else entry.left
    frame, opens = entry
    return frame.left if opens else frame.right, 0


def _ports(made: Variables, paths: list[Path]) -> None:
    space = made.space
    made.sides = assign_ports(paths)
    for (item, _), ends in made.sides.items():
        names = [space.add() for _ in ends]
        made.ports.update(zip(ends, names, strict=True))
        gap = PORT
        if isinstance(item, Cell):
            inset = min(INSET, item.left // 2)
            reach = item.left - inset
            if len(ends) > 1:
                gap = min(PORT, 2 * reach // (len(ends) - 1))
            for name in names:
                space.least(item.number, name, -reach)
                space.least(name, item.number, -reach)
        else:
            space.least(item.left, names[0], INSET)
            space.least(names[-1], item.right, INSET)
        for one, other in pairwise(names):
            space.least(one, other, gap)


def _legs(made: Variables, path: Path) -> list[Leg]:
    """The legs of a path: of one that leads down from its upper end, of a loop from both of its ends."""
    if path.way is Way.DOWN:
        return _half(made, path, path.stops, {0: 0, len(path.stops) - 1: 1})
    if path.way is Way.BELOW or path.way is Way.ABOVE:
        return [*_half(made, path, path.stops, {0: 0}), *_half(made, path, path.other, {0: 1})]
    return []


def _half(made: Variables, path: Path, stops: list[Item], ends: dict[int, int]) -> list[Leg]:
    names = []
    for place, stop in enumerate(stops):
        half = ends.get(place)
        names.append(made.ports[path.edge, half] if half is not None else stop.number if isinstance(stop, Cell) else -1)
    found = []
    for place, (one, other) in enumerate(pairwise(stops)):
        inner = place not in ends and place + 1 not in ends
        if path.way is Way.ABOVE:
            found.append(Leg(path.edge, other.last, names[place + 1], names[place], inner))
        else:
            found.append(Leg(path.edge, one.last, names[place], names[place + 1], inner))
    return found
