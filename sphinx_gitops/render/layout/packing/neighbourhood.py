"""An arrangement in, those out that differ from it in one place of one row.

What edges join along a row keeps its place there when the row is ordered; so local search tries the neighbours of an
arrangement in which a component stands elsewhere in its row or in another, or its row is cut beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sphinx_gitops.render.layout.graph.hierarchy import Cell
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.packing.arrangement import Arrangement, leaf


def neighbours(graph: CompoundGraph, made: Arrangement, cells: set[Cell]) -> list[Arrangement]:
    """All arrangements that differ in the place of one of *cells*, the cheapest first."""
    return sorted(_neighbours(graph, made, cells), key=lambda one: one.cost)


def _neighbours(graph: CompoundGraph, made: Arrangement, cells: set[Cell]) -> Iterator[Arrangement]:
    if not made.frame.frames:
        rows = [[item for item in shelf if isinstance(item, Cell)] for shelf in made.shelves]
        for changed in _changed(graph, rows, cells) if made.frame.column is None else ():
            yield leaf(graph, made.frame, changed)
        return
    for number, shelf in enumerate(made.shelves):
        for place, item in enumerate(shelf):
            for other in _neighbours(graph, item, cells) if isinstance(item, Arrangement) else ():
                assert isinstance(item, Arrangement)
                changed_shelf = [*shelf[:place], other, *shelf[place + 1 :]]
                shelves = [*made.shelves[:number], changed_shelf, *made.shelves[number + 1 :]]
                yield replace(made, shelves=shelves, cost=made.cost + other.cost - item.cost)


def _changed(graph: CompoundGraph, rows: list[list[Cell]], cells: set[Cell]) -> Iterator[list[list[Cell]]]:
    for number, row in enumerate(rows):
        before, after = rows[:number], rows[number + 1 :]
        joined = {cell for pair in pairwise(row) if graph.gap(*pair) for cell in pair}
        for cut in range(1, len(row)):
            if row[cut - 1] in cells or row[cut] in cells:
                yield [*before, row[:cut], row[cut:], *after]
        for place, cell in enumerate(row):
            if cell not in cells:
                continue
            rest = [*row[:place], *row[place + 1 :]]
            for to in range(len(row)) if cell in joined else ():
                if to not in {place, place - 1}:
                    yield [*before, [*rest[:to], cell, *rest[to:]], *after]
            for to, other in enumerate(rows):
                if to != number and rest:
                    changed = [rest if row is some else some for some in rows]
                    changed[to] = [*other, cell]
                    yield changed
