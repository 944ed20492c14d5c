"""Edges with labels in, the row of each label out: a title's row with room beside the title, else a row of its own.

A label is a dummy with a size in a row between (Gansner, Koutsofios, North and Vo, 1993, section 5.3): nothing can lie
on it, since all that passes its row stands beside it.
"""

from __future__ import annotations

from collections import defaultdict

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Shelf
from sphinx_gitops.render.layout.graph.rows import insert_row, number_rows
from sphinx_gitops.render.layout.graph.spacing import LABEL_GAP, LEG, TITLE_INSET, TITLE_LEG
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path, Way

_SHARE = 0.7
"""How much of a row's width labels may take."""


def place_labels(graph: CompoundGraph, paths: list[Path], limit: int) -> dict[int, tuple[int, int, int]]:
    """The row, width and height of the label of each edge that has one in a row; rows are added, numbers are new."""
    chosen: dict[int, Shelf] = {}
    used: dict[Shelf, int] = defaultdict(int)
    wanted: dict[tuple[int, int, Frame | None], list[int]] = defaultdict(list)
    for path in paths:
        wide = graph.labels[path.edge][0]
        if not wide or path.way in {Way.SIDE, Way.INNER, Way.DIRECT}:
            continue
        title = _title_row(path, used, wide, limit) if graph.down and path.way is Way.DOWN else None
        if title is not None:
            used[title] += wide + LABEL_GAP + LEG
            chosen[path.edge] = title
            continue
        row, inside = _own_row(path)
        wanted[row, inside.depth if inside else -1, inside].append(path.edge)
    for row, _, inside in sorted(wanted, key=lambda key: (-key[0], key[1])):
        room = 0
        for edge in wanted[row, inside.depth if inside else -1, inside]:
            wide = graph.labels[edge][0] + LABEL_GAP + LEG
            if room < wide:
                room, shelf = int(limit * _SHARE), insert_row(graph.root, row, inside)
            room -= wide
            chosen[edge] = shelf
    number_rows(graph.root)
    return {edge: (shelf.first, *graph.labels[edge]) for edge, shelf in chosen.items()}


def _title_row(path: Path, used: dict[Shelf, int], wide: int, limit: int) -> Shelf | None:
    """The row of the outermost title that an edge passes, if the label has room beside the title."""
    for frame in reversed(path.nesting.within(path.stops[1])):
        if not frame.framed or not frame.header:
            continue
        whole = limit if frame.depth == 0 else _content(frame)
        room = whole - frame.caption - 2 * TITLE_INSET - 2 * TITLE_LEG - used[frame.shelves[0]]
        if room >= wide + LABEL_GAP:
            return frame.shelves[0]
        return None
    return None


def _content(frame: Frame) -> int:
    """About how wide a frame is."""
    return max(
        sum(item.width + LEG if isinstance(item, Cell) else _content(item) for item in shelf.items)
        for shelf in frame.shelves
    )


def _own_row(path: Path) -> tuple[int, Frame | None]:
    """Before which row of the picture a label's own row stands, and inside which frame."""
    if path.shelf is not None:
        inside = path.common
        return (path.shelf.last + 1 if path.way is Way.BELOW else path.shelf.first), inside
    upper = path.stops[0]
    child = path.nesting.child(upper)
    if path.common.depth >= 0:
        return upper.last + 1, path.common if child.last == upper.last else None
    assert isinstance(child, Frame)
    return child.last + 1, child
