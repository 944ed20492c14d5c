"""The tree and the paths in, what each row needs along the way of the arrows out."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_gitops.render.layout.graph.hierarchy import Frame, RowContent, Shelf
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
    for path in paths:
        _path(graph, lines, path)
    return lines


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


def _path(graph: CompoundGraph, lines: list[Line], path: Path) -> None:
    """Labels beside components."""
    first = lines[path.stops[0].first]
    if path.way is Way.SIDE and not graph.down:
        first.height = max(first.height, graph.labels[path.edge][1])
