"""What a packing step decides: which items of a frame stand in which shelf, and what that costs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, RowContent, Shelf
from sphinx_gitops.render.layout.graph.spacing import (
    BOTTOM,
    EMPTY,
    LOOSE_GAP,
    NEST,
    NODE_GAP,
    PAD,
    ROW_GAP,
    SIBLING,
    TITLE_GAP,
    TITLE_INSET,
)
from sphinx_gitops.render.layout.graph.tree import CompoundGraph

_SIDEWAYS, _BACKWARDS, _PASSING = 0, 14, 48
_NEXT, _FURTHER, _UPWARDS = 6, 14, 40
_FOREIGN = 7
_BESIDE = 48


@dataclass(slots=True, eq=False)
class Arrangement:
    """One way to arrange a frame: its shelves, its size, how many rows of components it has, and its cost."""

    frame: Frame
    shelves: list[list[Cell | Arrangement]]
    width: int
    height: int
    rows: int
    cost: float

    def plant(self, *, reverse: bool, titled: bool) -> None:
        """Write the shelves into the tree, the last first where asked; *titled*: titles take rows."""
        frame = self.frame
        frame.shelves = [Shelf(RowContent.TITLE)] if frame.framed and titled else []
        for shelf in reversed(self.shelves) if reverse else self.shelves:
            items: list[Cell | Frame] = []
            for item in shelf:
                if isinstance(item, Arrangement):
                    item.plant(reverse=reverse, titled=titled)
                    items.append(item.frame)
                else:
                    items.append(item)
            frame.shelves.append(Shelf(RowContent.NODES, items))


Shelves: TypeAlias = "list[list[Cell | Arrangement]]"


def framed_width(frame: Frame, inner: int, pad: int, *, down: bool) -> int:
    """The width of a frame around an *inner* width."""
    if not frame.framed:
        return inner
    if down:
        return max(inner + 2 * pad, frame.caption + 2 * TITLE_INSET + 2)
    return inner + 2 * pad + frame.header


def framed_height(frame: Frame, inner: int, *, down: bool) -> int:
    """The height of a frame around an *inner* height."""
    if not frame.framed:
        return inner
    return inner + (frame.header + TITLE_INSET + TITLE_GAP + BOTTOM if down else 2 * BOTTOM)


def row_width(graph: CompoundGraph, row: list[Cell]) -> int:
    """The width that a row of cells needs."""
    wide = sum(cell.left + cell.right for cell in row)
    return wide + sum(graph.gap(one, other) or NODE_GAP for one, other in pairwise(row))


def leaf(graph: CompoundGraph, frame: Frame, rows: list[list[Cell]]) -> Arrangement:
    """The arrangement of a frame that holds components alone."""
    inner = max((row_width(graph, row) for row in rows), default=EMPTY)
    gap = ROW_GAP if graph.gaps else LOOSE_GAP
    high = sum(max(cell.height for cell in row) for row in rows) + gap * (len(rows) - 1) if rows else 0
    height = framed_height(frame, high, down=graph.down)
    shelves: Shelves = [list(row) for row in rows] if rows or graph.down else [[]]
    width = framed_width(frame, inner, PAD, down=graph.down)
    return Arrangement(frame, shelves, width, height, len(rows), height + _rows_cost(rows))


def _rows_cost(rows: list[list[Cell]]) -> float:
    """What the edges of a frame cost by where their ends stand, and those that must pass its rows."""
    at = {cell: (number, place) for number, row in enumerate(rows) for place, cell in enumerate(row)}
    last = len(rows) - 1
    total = 0.0
    for cell, (row, place) in at.items():
        total += _FOREIGN * (cell.entering * row + cell.leaving * (last - row))
        for other in cell.after:
            found, its = at[other]
            if found == row:
                total += _SIDEWAYS if its == place + 1 else _BACKWARDS if its == place - 1 else _PASSING
            elif found > row:
                total += _NEXT + _FURTHER * (found - row - 1)
            else:
                total += _UPWARDS + 8 * (row - found)
    return total


def nested(
    graph: CompoundGraph, frame: Frame, shelves: list[list[Arrangement]], joints: list[tuple[Cell, Cell]]
) -> Arrangement:
    """The arrangement of a frame that holds frames; *joints* are the edges from one to another."""
    widths = [sum(item.width for item in shelf) + (SIBLING + 4) * (len(shelf) - 1) for shelf in shelves]
    high = sum(max(item.height for item in shelf) for shelf in shelves) + (ROW_GAP - 6) * (len(shelves) - 1)
    height = framed_height(frame, high, down=graph.down)
    parts = {item.frame: (number, place) for number, shelf in enumerate(shelves) for place, item in enumerate(shelf)}
    total = height + sum(item.cost - item.height for shelf in shelves for item in shelf)
    for source, target in joints:
        one, other = _part(source, parts), _part(target, parts)
        if one[0] == other[0]:
            total += _BESIDE if abs(one[1] - other[1]) > 1 else _BESIDE // 2 if one[1] < other[1] else _BESIDE - 4
        elif one[0] < other[0]:
            total += _NEXT + _FURTHER * (other[0] - one[0] - 1)
        else:
            total += _UPWARDS + 8 * (one[0] - other[0])
    wide = framed_width(frame, max(widths), NEST, down=graph.down)
    rows = sum(max(item.rows for item in shelf) for shelf in shelves)
    return Arrangement(frame, [list(shelf) for shelf in shelves], wide, height, rows, total)


def _part(cell: Cell, parts: dict[Frame, tuple[int, int]]) -> tuple[int, int]:
    """The number of the shelf that a component is in, and its place there."""
    return parts[next(filter(parts.__contains__, cell.frame.ancestors()))]
