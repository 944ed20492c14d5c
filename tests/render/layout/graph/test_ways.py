"""How an arrow runs keeps it clear of components and of other arrows, before anything is laid out a second time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.layout import Budget, lay_out
from sphinx_gitops.render.layout.faults import faults
from sphinx_gitops.render.layout.graph.tree import build
from sphinx_gitops.render.layout.graph.ways import Way
from sphinx_gitops.render.layout.packing.arrangement import leaf
from sphinx_gitops.render.layout.pipeline import finished, planted
from sphinx_gitops.render.layout.search import best_order
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.small_scenes import WIDE, graph_of, stage
from support.small_scenes import flows as joined
from support.staged_scenes import staged_scene

WHY = {
    20340: "a box beside the arrow's lower end reaches past it",
    21945: "two arrows run between neighbouring boxes, each to another end",
    22159: "a loop turns below a box from whose lower side another arrow starts",
}


@pytest.mark.parametrize("seed", WHY, ids=WHY.get)
def test_the_first_layout_has_no_fault(seed: int) -> None:
    shown = replace(staged_scene(seed, 18), direction=Direction.TB)
    limit = Budget().inner
    assert faults(shown, finished(best_order(build(shown, down=True), limit), limit)) == []


@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("flows", ["[A --> h, g --> B]", "[A --> B, g --> h]", "[A --> h, h --> A, g --> B]"])
def test_arrows_between_two_boxes_and_what_they_hold_stand_apart(flows: str, direction: Direction) -> None:
    boxes = "g: {components: {A: One}}, h: {components: {B: Two}}"
    text = f"stages: {{s: {{direction: LR, groups: {{{boxes}}}}}}}\nflows: {flows}\n"
    workflow = read_text(text, locate=lambda line, _: Span("w", line + 1), default="w").workflow
    assert workflow is not None
    shown = scene(workflow, DEFAULT, direction=direction)
    assert faults(shown, lay_out(shown, Budget())) == []


@pytest.mark.parametrize(("passed", "above"), [("bx", True), ("wb", False), ("ax", False)])
def test_an_edge_that_leads_back_along_a_row_runs_on_the_side_where_it_crosses_less(passed: str, above: bool) -> None:
    boxes = (stage("W", "w"), stage("A", "a", "b", "c"), stage("X", "x"))
    graph = graph_of(*boxes, edges=joined(f"{passed} ca"))
    chosen = [leaf(graph, frame, [frame.cells]) for frame in graph.root.frames]
    assert planted(graph, chosen, WIDE)[1].way is (Way.ABOVE if above else Way.BELOW)
