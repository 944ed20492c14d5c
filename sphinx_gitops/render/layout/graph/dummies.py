"""The numbered tree and how its edges run in, a dummy in each row that an edge passes out.

Long edges are cut into edges between neighbouring rows by dummy vertices (Sugiyama, Tagawa and Toda, 1981). In a tree
of boxes a dummy stands in the box that the edge leaves until that ends, and in the box that it enters from its title on
(as in Sander, "Layout of compound directed graphs", 1996).
"""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item
from sphinx_gitops.render.layout.graph.tree import BACK, CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path, Way


def plant(graph: CompoundGraph, paths: list[Path], labelled: dict[int, tuple[int, int, int]]) -> None:
    """Add the dummies of all edges; *labelled* has the row, width and height of a label that stands on one."""
    for path in paths:
        label = labelled.get(path.edge)
        if path.way is Way.DOWN:
            upper, lower = path.stops
            path.stops = [upper, *_through(graph, path, upper, lower, label), lower]
        elif path.shelf is not None:
            below = path.way is Way.BELOW
            path.turn = path.shelf.last if below else path.shelf.first - 1
            if label is not None:
                path.turn = label[0] if below else label[0] - 1
            path.stops += _out(graph, path, path.stops[0], label)
            path.other += _out(graph, path, path.other[0], None)


def _dummy(path: Path, frame: Frame, row: int, label: tuple[int, int, int] | None) -> Cell:
    shelf = frame.shelf_of_row[row - frame.first]
    cell = Cell(frame, 0, 0, 0, edge=path.edge)
    cell.first, cell.last = shelf.first, shelf.last
    if label is not None and shelf.first <= label[0] <= shelf.last:
        cell.left = cell.right = label[1] // 2
        cell.height = label[2]
    shelf.items.append(cell)
    return cell


def _through(
    graph: CompoundGraph, path: Path, upper: Item, lower: Item, label: tuple[int, int, int] | None
) -> Iterator[Cell]:
    """The dummies in all rows between two ends."""
    common = path.common
    back = graph.scene.edges[path.edge].kind in BACK or (graph.ends[path.edge][0] is lower) is not graph.reverse
    row = upper.last + 1
    while row < lower.first:
        frame = path.nesting.frame_at(row, upper)
        foreign = frame is common
        if foreign and frame.depth < 0:
            stage = frame.shelf_of_row[row - frame.first].items[0]
            assert isinstance(stage, Frame)
            frame = stage
        cell = _dummy(path, frame, row, label)
        if foreign and back and common.depth < 0:
            cell.pin = 1
        yield cell
        row = cell.last + 1


def _out(graph: CompoundGraph, path: Path, item: Item, label: tuple[int, int, int] | None) -> list[Item]:
    """The dummies from an end of a loop to where it turns."""
    frames = path.nesting.within(item)
    found: list[Item] = []
    if path.way is Way.BELOW:
        row = item.last + 1
        while row <= path.turn:
            found.append(_dummy(path, next((frame for frame in frames if frame.last >= row), path.common), row, label))
            row = found[-1].last + 1
    else:
        row = item.first - 1
        while row > path.turn:
            found.append(_dummy(path, next((frame for frame in frames if frame.first <= row), path.common), row, label))
            row = found[-1].first - 1
    return found
