"""Boxes whose right sides stand further out than what they hold, made narrower."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sphinx_gitops.render.layout import Layout, Rect
from sphinx_gitops.scene import Box, Scene

_NODE, _TEXT = 16.0, 10.0
"""How far a side stands from what it holds: from outlines, and from titles, labels and arrows."""


def _inside(frame: Rect, rect: Rect) -> bool:
    return rect.x >= frame.x and rect.x < frame.right and rect.y < frame.bottom and rect.bottom > frame.y


def _held(box: Box, layout: Layout, texts: list[Rect]) -> Iterator[float]:
    """How far out the right side must be for each thing in a box, or running through it."""
    frame = layout.boxes[box.key]
    yield from (layout.nodes[node.key].right + _NODE for node in box.nodes)
    yield from (layout.boxes[inner.key].right + _NODE for inner in box.boxes)
    yield from (text.right + _TEXT for text in texts if _inside(frame, text))
    for route in layout.routes:
        for start, end in pairwise(route.points):
            low, high = sorted((start[1], end[1]))
            x = max(start[0], end[0])
            if frame.x < x < frame.right and low < frame.bottom and high > frame.y:
                yield x + _TEXT


def hug(scene: Scene, layout: Layout, texts: list[Rect]) -> Layout:
    """The layout with each box as narrow as what it holds lets it be, *texts* among it; the innermost first."""
    boxes = dict(layout.boxes)
    for box in reversed(list(scene.all_boxes())):
        narrowed = replace(layout, boxes=boxes)
        frame = boxes[box.key]
        right = min(frame.right, max(_held(box, narrowed, texts), default=frame.right))
        boxes[box.key] = replace(frame, width=right - frame.x)
    return replace(layout, boxes=boxes)
