"""The ordered tree in, the boxes out whose own direction is not kept because what follows in it found no room."""

from __future__ import annotations

from itertools import pairwise

from sphinx_gitops.render.layout.graph.hierarchy import Frame, Item
from sphinx_gitops.render.layout.graph.tree import CompoundGraph


def unkept(graph: CompoundGraph) -> tuple[str, ...]:
    """The keys of boxes with a direction in which a flow between their components, or the next box, does not follow."""
    return tuple(frame.key for frame in graph.frames.values() if frame.column is not None and not _kept(graph, frame))


def _kept(graph: CompoundGraph, frame: Frame) -> bool:
    parts = [frame, *(part for part in frame.frames if not part.framed)]
    flows: list[tuple[Item, Item]] = [(cell, other) for part in parts for cell in part.cells for other in cell.after]
    boxes = [inner for inner in frame.frames if inner.framed]
    return all(_follows(graph, frame, one, other) for one, other in (*flows, *pairwise(boxes)))


def _follows(graph: CompoundGraph, frame: Frame, one: Item, other: Item) -> bool:
    """Whether the one stands before the other, the way of the frame."""
    if frame.column:
        if frame.reverse is not graph.reverse:
            one, other = other, one
        return one.last < other.first
    if frame.reverse:
        one, other = other, one
    return one.first == other.first and one.x < other.x
