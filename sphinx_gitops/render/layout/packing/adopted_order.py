"""Arrangements and the order found in their rows in, arrangements that are written in that order out.

What the order has put beside each other is then joined along the row, not round it.
"""

from __future__ import annotations

from dataclasses import replace

from sphinx_gitops.render.layout.graph.hierarchy import Cell
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path
from sphinx_gitops.render.layout.packing.arrangement import Arrangement, Shelves, leaf


def passed_by(paths: list[Path]) -> bool:
    """Whether an edge runs round a row though its two ends have become neighbours in it."""
    return any(path.shelf is not None and _neighbours(path) for path in paths)


def _neighbours(path: Path) -> bool:
    one, other = path.stops[0], path.other[0]
    if one is other or not isinstance(one, Cell) or not isinstance(other, Cell) or one.frame is not other.frame:
        return False
    items = one.frame.shelf_of_row[one.first - one.frame.first].items
    return other in items and abs(items.index(one) - items.index(other)) == 1


def adopted(graph: CompoundGraph, made: Arrangement) -> Arrangement:
    """The arrangement with the cells of each row as they stand."""
    if not made.frame.frames:
        rows = [[item for item in row if isinstance(item, Cell)] for row in made.shelves]
        return leaf(graph, made.frame, [sorted(row, key=lambda cell: cell.x) for row in rows if row])
    shelves: Shelves = []
    cost = made.cost
    for shelf in made.shelves:
        items = [adopted(graph, item) if isinstance(item, Arrangement) else item for item in shelf]
        cost += sum(
            new.cost - old.cost
            for new, old in zip(items, shelf, strict=True)
            if isinstance(new, Arrangement) and isinstance(old, Arrangement)
        )
        shelves.append(items)
    return replace(made, shelves=shelves, cost=cost)
