"""How long a layout with another direction or other line breaks must be, told from one that is there.

Engines put components on layers by what feeds what, and not by their sizes: what stands one after the other in one
layout does so in each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from sphinx_gitops.model import Direction
from sphinx_gitops.render.geometry.layout import DOWN, Layout, Rect
from sphinx_gitops.render.text_fitting.node_text import node_text
from sphinx_gitops.scene import Box, Node, Scene

_BETWEEN = 12.0
"""How far apart things stand at least, and how far from the sides of their box, in px."""
_SAME = 0.5

_Stretch = tuple[float, float, float]
"""From where to where a thing stands along the flow, and how long it would be."""


def _longest(stretches: Iterable[_Stretch]) -> float:
    """How long those things are together that stand one after the other."""
    ends: list[float] = []
    longest = [0.0]
    for low, high, length in sorted(stretches, key=lambda stretch: stretch[1]):
        before = longest[bisect_right(ends, low + _SAME)]
        ends.append(high)
        longest.append(max(longest[-1], before + length + _BETWEEN))
    return max(0.0, longest[-1] - _BETWEEN)


def _text(node: Node, wrap: float, direction: Direction) -> float:
    """How long a node's text is along the flow, in px."""
    text = node_text(node, wrap)
    return text.height if direction in DOWN else text.width


def least_length(scene: Scene, layout: Layout, *, direction: Direction, wrap: float) -> float:
    """How long at least, in px, a layout of *scene* is along *direction*, its lines broken at *wrap* px.

    *layout* is one of the same scene as written.
    """

    def stretch(rect: Rect, length: float) -> _Stretch:
        low, high = (rect.y, rect.bottom) if scene.direction in DOWN else (rect.x, rect.right)
        return low, high, length

    def node(node: Node) -> _Stretch:
        rect = layout.nodes[node.key]
        blank = (rect.height if direction in DOWN else rect.width) - _text(node, layout.wrap, direction)
        return stretch(rect, _text(node, wrap, direction) + blank)

    def box(box: Box) -> _Stretch:
        return stretch(layout.boxes[box.key], inside(box.nodes, box.boxes) + 2 * _BETWEEN)

    def inside(nodes: Iterable[Node], boxes: Iterable[Box]) -> float:
        return _longest([*map(node, nodes), *map(box, boxes)])

    return inside(scene.nodes, scene.boxes)
