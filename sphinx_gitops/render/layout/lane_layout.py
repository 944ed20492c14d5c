"""A scene and a budget in, its layout in stage lanes out."""

from __future__ import annotations

from dataclasses import replace

from sphinx_gitops.model import Direction
from sphinx_gitops.render.geometry.layout import Layout
from sphinx_gitops.render.layout.budget import Budget
from sphinx_gitops.render.layout.faults import faults
from sphinx_gitops.render.layout.graph.hierarchy import Frame
from sphinx_gitops.render.layout.graph.spacing import BOTTOM, STAGE_GAP
from sphinx_gitops.render.layout.graph.tree import DOWN, CompoundGraph, build
from sphinx_gitops.render.layout.orientation import oriented
from sphinx_gitops.render.layout.pipeline import finished
from sphinx_gitops.render.layout.search import best_order
from sphinx_gitops.scene import Scene

_UPRIGHT = {Direction.LR: Direction.TB, Direction.RL: Direction.BT}
_NARROWER = (14, 30, 50)
"""By how many px a layout with a fault is made narrower, until it has none."""
_CHECKED = 130
"""Layouts of more edges are not looked at again."""
_ACROSS = 620
"""How high stages beside each other may be, in px."""


def lay_out(scene: Scene, budget: Budget) -> Layout:
    """The layout of a scene, no wider than the budget where that can be.

    Stages that would stand beside each other but do not fit stand below one another; ``turned`` says so.
    """
    if scene.direction in DOWN:
        return _lanes(scene, budget.inner)
    graph = build(scene, down=False)
    if _least_length(graph) <= budget.widest:
        beside = oriented(finished(best_order(graph, _ACROSS), _ACROSS), scene.direction)
        if _width(beside) <= budget.widest:
            return beside
    return replace(_lanes(replace(scene, direction=_UPRIGHT[scene.direction]), budget.inner), turned=True)


def _least_length(graph: CompoundGraph) -> int:
    """How long stages beside each other are at least: the widest component of each, and what lies between them."""
    longest: dict[Frame, int] = {}
    for cell in graph.cells.values():
        stage = cell.frame.ancestors()[-2]
        longest[stage] = max(longest.get(stage, 0), cell.height + 2 * BOTTOM if stage.framed else cell.height)
    return sum(longest.values()) + STAGE_GAP * (len(longest) - 1)


def _width(layout: Layout) -> float:
    rects = [*layout.boxes.values(), *layout.nodes.values()]
    return max((rect.right for rect in rects), default=0.0) - min((rect.x for rect in rects), default=0.0)


def _lanes(scene: Scene, limit: int) -> Layout:
    """The layout in a width; a narrower one where that has fewer faults or fits, which is seldom."""

    def cost(layout: Layout) -> tuple[int, float]:
        return len(faults(scene, layout)), max(0.0, _width(layout) - limit)

    best = _attempt(scene, limit)
    if len(scene.edges) > _CHECKED:
        return best
    least = cost(best)
    for less in _NARROWER if least > (0, 0) else ():
        other = _attempt(scene, limit - less)
        if cost(other) < least:
            least, best = cost(other), other
        if least == (0, 0):
            break
    return best


def _attempt(scene: Scene, limit: int) -> Layout:
    return finished(best_order(build(scene, down=True), limit), limit)
