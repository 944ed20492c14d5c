"""Layouts of a few stages: what stands where, and which way arrows run."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout import Budget, lay_out
from sphinx_gitops.render.layout.faults import faults
from sphinx_gitops.scene import Box
from support.small_scenes import edge, group, scene, stage


def test_stages_without_flows_stand_below_one_another_as_written() -> None:
    layout = lay_out(scene(stage("A", "a"), stage("B", "b"), stage("C", "c")), Budget())
    tops = [layout.boxes[key].y for key in "ABC"]
    assert tops == sorted(tops)
    assert len({(box.x, box.width) for box in layout.boxes.values()}) == 1


def test_the_gaps_between_stages_are_equal_whatever_runs_between_them() -> None:
    edges = (edge("a", "e"), edge("b", "d"), edge("c", "f"), edge("d", "g"))
    layout = lay_out(
        scene(stage("A", "a", "b", "c"), stage("B", "d", "e", "f"), stage("C", "g"), edges=edges), Budget()
    )
    boxes = [layout.boxes[key] for key in "ABC"]
    assert boxes[1].y - boxes[0].bottom == boxes[2].y - boxes[1].bottom


@pytest.mark.parametrize(("direction", "axis", "sign"), [("TB", 1, 1), ("BT", 1, -1), ("LR", 0, 1), ("RL", 0, -1)])
def test_arrows_run_the_way_of_the_direction(direction: str, axis: int, sign: int) -> None:
    shown = scene(stage("A", "a"), stage("B", "b"), edges=(edge("a", "b"),), direction=Direction(direction))
    points = lay_out(shown, Budget()).routes[0].points
    assert (points[-1][axis] - points[0][axis]) * sign > 0


def test_a_chain_runs_along_a_row_with_one_height_and_one_middle() -> None:
    layout = lay_out(scene(stage("A", "a", "b", "c"), edges=(edge("a", "b"), edge("b", "c"))), Budget())
    assert layout.nodes["a"].right < layout.nodes["b"].x
    assert len({(rect.y, rect.height) for rect in layout.nodes.values()}) == 1
    assert len(layout.routes[0].points) == 2


def test_groups_stand_in_the_order_written() -> None:
    layout = lay_out(scene(stage("A", boxes=(group("X", "a"), group("Y", "b"))), edges=(edge("b", "a"),)), Budget())
    first, second = layout.boxes["X"], layout.boxes["Y"]
    assert first.right < second.x or first.bottom < second.y


def test_two_loops_on_one_component_stand_apart() -> None:
    shown = scene(stage("A", "a"), edges=(edge("a", "a", label="every 3 minutes"), edge("a", "a", label="retry")))
    layout = lay_out(shown, Budget())
    assert faults(shown, layout) == []
    assert len({point for route in layout.routes for point in (route.points[0], route.points[-1])}) == 4


def test_more_than_can_be_followed_by_eye_is_laid_out_all_the_same() -> None:
    keys = [f"n{number}" for number in range(300)]
    boxes = tuple(stage(f"S{number}", *keys[number * 15 : number * 15 + 15]) for number in range(20))
    random = Random(1)  # noqa: S311 - no secret
    pairs = (random.sample(keys, 2) for _ in range(4000))
    edges = tuple(edge(source, target) for source, target in pairs)
    layout = lay_out(scene(*boxes, edges=edges), Budget())
    assert len(layout.routes) == 4000


@pytest.mark.parametrize("direction", [Direction.TB, Direction.LR])
@pytest.mark.parametrize("depth", [1, 4])
def test_groups_so_deep_that_nothing_of_the_width_is_left_are_drawn(depth: int, direction: Direction) -> None:
    inside: tuple[Box, ...] = ()
    for level in range(depth):
        inside = (replace(group(f"g{level}", f"n{level}", f"m{level}"), boxes=inside),)
    drawn = scene(stage("s", "a", "b", boxes=inside), edges=(edge("n0", "m0"), edge("a", "b")), direction=direction)
    for width in range(2, 101, 11):
        assert faults(drawn, lay_out(drawn, Budget(width=width))) == [], width
