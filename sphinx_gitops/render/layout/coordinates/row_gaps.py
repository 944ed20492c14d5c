"""Two neighbours in a row, or boxes, in, what they keep free between them or take at least out."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item, RowContent
from sphinx_gitops.render.layout.graph.rows import Entry
from sphinx_gitops.render.layout.graph.spacing import (
    EMPTY,
    LABEL_GAP,
    LEG,
    LEG_NODE,
    LEG_WALL,
    NEST,
    NODE_GAP,
    PAD,
    SIBLING,
    TITLE_INSET,
    TITLE_LEG,
)
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path, Way


def gap(graph: CompoundGraph, one: Entry, other: Entry, row: int) -> int:
    """What two neighbours in a row keep free between them."""
    if isinstance(one, Cell):
        if isinstance(other, Cell):
            return _apart(graph, one, other)
        return PAD if one.key else LEG_WALL
    if isinstance(other, Cell):
        return _at_wall(graph, one, other, row)
    if one[1] and not other[1]:
        return EMPTY
    title = one[0].header + TITLE_INSET // 2 if one[1] and not graph.down else 0
    return title + (SIBLING if other[1] and not one[1] else NEST)


def _apart(graph: CompoundGraph, one: Cell, other: Cell) -> int:
    if one.key and other.key:
        return graph.gap(one, other) or NODE_GAP
    if one.key or other.key:
        return LEG_NODE
    return LABEL_GAP if one.left or other.left else LEG


def _at_wall(graph: CompoundGraph, wall: tuple[Frame, bool], cell: Cell, row: int) -> int:
    frame, opens = wall
    plain = PAD if cell.key else LEG_WALL
    if not opens:
        return plain
    if graph.down and row == frame.first and frame.shelves and frame.shelves[0].kind is RowContent.TITLE:
        return TITLE_INSET + frame.caption + TITLE_LEG
    return plain + (0 if graph.down else frame.header + TITLE_INSET // 2)


def least_width(graph: CompoundGraph, box: Frame) -> int:
    """How wide a box is at least, whatever it holds."""
    return box.caption + 2 * TITLE_INSET + 2 if graph.down else EMPTY


def label_gaps(graph: CompoundGraph, paths: list[Path]) -> Iterator[tuple[Item, Item, int]]:
    """Neighbours in different boxes with an arrow from one to the other, the left one first, and the room for that."""
    for path in paths:
        if path.way is not Way.SIDE:
            continue
        one, other = path.stops
        if isinstance(one, Cell) and isinstance(other, Cell) and one.frame is other.frame:
            continue
        a, b = path.nesting.children
        items = path.common.shelf_of_row[a.first - path.common.first].items
        if items.index(a) > items.index(b):
            one, other = other, one
        yield one, other, graph.side_gap(path.edge) + SIBLING
