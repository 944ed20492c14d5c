"""The tree and the paths in, what each row needs along the way of the arrows out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sphinx_gitops.render.layout.graph.hierarchy import Frame, Item, RowContent, Shelf
from sphinx_gitops.render.layout.graph.spacing import CLEAR, ONE_LINE, PAIR, TITLE_GAP
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path, Way


@dataclass(slots=True, eq=False)
class Line:
    """A row: its height, and whether components or a label stand in it."""

    height: int = 0
    nodes: bool = False
    label: bool = False


def row_lines(graph: CompoundGraph, paths: list[Path], count: int) -> list[Line]:
    """What each of *count* rows needs: neighbours have one height."""
    lines = [Line() for _ in range(count)]
    for frame in graph.root.walk():
        for shelf in frame.shelves:
            _shelf(lines, frame, shelf)
    beside = [path for path in paths if path.way is Way.SIDE]
    pairs = Counter(ends_beside(path) for path in beside)
    for path in beside:
        _label(graph, lines[path.stops[0].first], path, paired=pairs[ends_beside(path)] > 1)
    return lines


def ends_beside(path: Path) -> frozenset[Item]:
    """The neighbours that an arrow along a row joins."""
    return frozenset(path.nesting.children)


def _shelf(lines: list[Line], frame: Frame, shelf: Shelf) -> None:
    if shelf.kind is RowContent.TITLE:
        line = lines[shelf.first]
        line.height = max(line.height, frame.header)
    for item in shelf.items:
        if isinstance(item, Frame) or not (item.key or item.left):
            continue
        line = lines[item.last]
        line.height = max(line.height, item.height)
        if item.key:
            line.nodes = True
        else:
            line.label = True


def _label(graph: CompoundGraph, line: Line, path: Path, *, paired: bool) -> None:
    """A label beside components: at its arrow, or above or below it, where that of a pair stands further out."""
    wide, high = graph.labels[path.edge]
    if not graph.down:
        line.height = max(line.height, high)
    elif wide and paired and high <= ONE_LINE:
        line.height = max(line.height, 2 * (PAIR + CLEAR + high - TITLE_GAP))
