"""Boxes whose right sides stand further out than what they hold, made narrower."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sphinx_gitops.render.geometry.layout import Layout, Rect
from sphinx_gitops.scene import Box, Scene

_NODE, _TEXT = 16.0, 10.0
"""How far a side stands from what it holds: from outlines, and from titles, labels and arrows."""


def _inside(frame: Rect, rect: Rect) -> bool:
    return rect.x >= frame.x and rect.x < frame.right and rect.y < frame.bottom and rect.bottom > frame.y


def _legs(layout: Layout) -> list[tuple[float, float, float]]:
    """From where to where, and how far out at most, each leg of an arrow runs."""
    legs = [leg for route in layout.routes for leg in pairwise(route.points)]
    return [(min(y, other), max(y, other), max(x, end)) for (x, y), (end, other) in legs]


def _held(
    box: Box, layout: Layout, boxes: dict[str, Rect], texts: list[Rect], legs: list[tuple[float, float, float]]
) -> Iterator[float]:
    """How far out the right side must be for each thing in a box, or running through it."""
    frame = boxes[box.key]
    left, right, top, bottom = frame.x, frame.right, frame.y, frame.bottom
    yield from (layout.nodes[node.key].right + _NODE for node in box.nodes)
    yield from (boxes[inner.key].right + _NODE for inner in box.boxes)
    yield from (text.right + _TEXT for text in texts if _inside(frame, text))
    yield from (x + _TEXT for low, high, x in legs if left < x < right and low < bottom and high > top)


def _ends(scene: Scene, layout: Layout, box: Box) -> Iterator[float]:
    """How far out the right side must be for each arrow that ends at a box."""
    for edge, route in zip(scene.edges, layout.routes, strict=True):
        for key, (x, _) in ((edge.source, route.points[0]), (edge.target, route.points[-1])):
            if key == box.key:
                yield x + _TEXT


def hug(scene: Scene, layout: Layout, texts: list[Rect]) -> Layout:
    """The layout with each box as narrow as what it holds lets it be, *texts* among it; the innermost first."""
    boxes, legs = dict(layout.boxes), _legs(layout)
    for box in reversed(list(scene.all_boxes())):
        frame = boxes[box.key]
        held = (*_held(box, layout, boxes, texts, legs), *_ends(scene, layout, box))
        right = min(frame.right, max(held, default=frame.right))
        boxes[box.key] = replace(frame, width=right - frame.x)
    return replace(layout, boxes=boxes)
