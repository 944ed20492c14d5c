"""The boxes of a box in, the cheapest way to put them beside and below one another out.

All partitions of the boxes, in the order written, into consecutive shelves are compared (strip packing by shelves:
Coffman, Garey, Johnson and Tarjan, 1980); from seven boxes on shelves are filled one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TypeAlias

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame
from sphinx_gitops.render.layout.graph.spacing import NEST, SIBLING
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.packing.arrangement import Arrangement, nested
from sphinx_gitops.render.layout.packing.packing import pack

_Shelf: TypeAlias = "Callable[[int, int], list[Arrangement] | None]"
"""The boxes from one number to before another beside each other, if they fit."""
_ALL = 6
_KEPT = 6


def arrange(graph: CompoundGraph, frame: Frame, limit: int) -> list[Arrangement]:
    """Ways to arrange a frame no wider than *limit* where that can be, the cheapest first."""
    if not frame.frames:
        return pack(graph, frame, limit)
    inner = limit - (2 * NEST if frame.framed else 0) - (0 if graph.down else frame.header)
    options = [arrange(graph, item, inner) for item in frame.frames]
    count = len(options)
    joints = _joints(graph, frame)
    fits: dict[tuple[int, int], list[Arrangement] | None] = {}

    def shelf(start: int, end: int) -> list[Arrangement] | None:
        if (start, end) not in fits:
            fits[start, end] = _beside(options[start:end], inner)
        return fits[start, end]

    chosen = [
        [shelf(start, end) or [item[0] for item in options[start:end]] for start, end in cuts]
        for cuts in _partitions(count, shelf, frame.column)
    ]
    chosen += [other for made in chosen for other in _others(made, options)]
    found = [nested(graph, frame, _reversed(frame, made), joints) for made in chosen]
    found.sort(key=lambda made: (max(0, made.width - limit), made.cost))
    return found[:_KEPT]


def _others(made: list[list[Arrangement]], options: list[list[Arrangement]]) -> Iterator[list[list[Arrangement]]]:
    """The shelves with one box that stands alone in its shelf arranged otherwise."""
    first = 0
    for number, shelf in enumerate(made):
        for other in options[first][1:] if len(shelf) == 1 else ():
            yield [*made[:number], [other], *made[number + 1 :]]
        first += len(shelf)


def _reversed(frame: Frame, made: list[list[Arrangement]]) -> list[list[Arrangement]]:
    """The shelves against their way where the box asks for that."""
    if not frame.reverse:
        return made
    return made[::-1] if frame.column else [some[::-1] for some in made]


def _joints(graph: CompoundGraph, frame: Frame) -> list[tuple[Cell, Cell]]:
    """The edges from a part of a frame to another, as they lead on."""
    found: list[tuple[Cell, Cell]] = []
    part: dict[Cell, Frame] = {}
    for item in frame.frames:
        for cell in _cells(item):
            part[cell] = item
    for (one, other), turned in zip(graph.ends, graph.turned, strict=True):
        if not isinstance(one, Cell) or not isinstance(other, Cell) or one not in part or other not in part:
            continue
        if part[one] is not part[other]:
            found.append((other, one) if turned else (one, other))
    return found


def _cells(frame: Frame) -> Iterator[Cell]:
    yield from frame.cells
    for inner in frame.frames:
        yield from _cells(inner)


def _beside(options: list[list[Arrangement]], limit: int) -> list[Arrangement] | None:
    """One way for each box so that all stand beside each other within *limit*, the cheapest."""
    if len(options) == 1:
        return [options[0][0]]
    room = limit - (SIBLING + 4) * (len(options) - 1)
    best: tuple[float, list[Arrangement]] | None = None
    for rows in sorted({made.rows for some in options for made in some}):
        made = [min(some, key=lambda one: (max(0, one.rows - rows), one.width)) for some in options]
        if sum(one.width for one in made) <= room:
            cost = max(one.height for one in made) + sum(one.cost - one.height for one in made)
            if best is None or cost < best[0]:
                best = (cost, made)
    return best[1] if best else None


def _partitions(count: int, shelf: _Shelf, column: bool | None) -> list[list[tuple[int, int]]]:
    """Consecutive shelves by their first item and the one after their last."""
    single = [[(k, k + 1) for k in range(count)]]
    if column is True:
        return single
    if column is False and shelf(0, count):
        return [[(0, count)]]
    if count > _ALL:
        return [*single, _filled(count, shelf)]
    found: list[list[tuple[int, int]]] = []
    for mask in range(1 << (count - 1)):
        cuts = [0, *(k for k in range(1, count) if mask >> (k - 1) & 1), count]
        parts = list(pairwise(cuts))
        if all(end - start == 1 or shelf(start, end) for start, end in parts):
            found.append(parts)
    return found


def _filled(count: int, shelf: _Shelf) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    start = 0
    while start < count:
        end = start + 1
        while end < count and shelf(start, end + 1):
            end += 1
        parts.append((start, end))
        start = end
    return parts
