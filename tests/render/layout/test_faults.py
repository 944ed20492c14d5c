"""What a reader would stumble on is found in a layout, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.layout.faults import crossings, faults, title_rects
from support.small_scenes import edge, flows, group, node, scene, stage

THREE = {"a": Rect(20, 40, 50, 30), "b": Rect(90, 40, 50, 30), "c": Rect(160, 40, 50, 30)}
STAGE = {"A": Rect(0, 0, 230, 90)}


def arrow(*points: tuple[float, float], label: Rect | None = None) -> Route:
    return Route(points, label)


def test_an_arrow_through_a_component_is_found() -> None:
    shown = scene(stage("A", "a", "b", "c"), edges=flows("ac"))
    assert faults(shown, Layout(STAGE, THREE, (arrow((70, 55), (160, 55)),))) == ["a>c through b"]


@pytest.mark.parametrize(
    ("start", "end", "step"),
    [
        ((75, 40), (155, 40), (0, 2)),
        ((75, 70), (155, 70), (0, -2)),
        ((90, 35), (90, 80), (2, 0)),
        ((140, 35), (140, 80), (-2, 0)),
    ],
)
def test_an_arrow_along_a_components_side_is_none_but_one_just_inside_is(
    start: tuple[int, int], end: tuple[int, int], step: tuple[int, int]
) -> None:
    shown = scene(stage("A", "a", "b", "c"), edges=flows("ac"))
    inside = [(x + step[0], y + step[1]) for x, y in (start, end)]
    assert faults(shown, Layout(STAGE, THREE, (arrow(start, end),))) == []
    assert faults(shown, Layout(STAGE, THREE, (arrow(*inside),))) == ["a>c through b"]


def test_an_arrow_may_leave_the_group_of_its_end_but_not_pass_another() -> None:
    shown = scene(stage("A", boxes=(group("G", "a"), group("H", "b"), group("I", "c"))), edges=flows("ac"))
    boxes = {"G": Rect(10, 30, 65, 50), "H": Rect(80, 30, 65, 50), "I": Rect(150, 30, 65, 50)}
    nodes = {"a": Rect(20, 50, 50, 20), "b": Rect(90, 50, 50, 20), "c": Rect(160, 50, 50, 20)}
    layout = Layout({**STAGE, **boxes}, nodes, (arrow((70, 75), (160, 75)),))
    assert [found for found in faults(shown, layout) if "through" in found] == ["a>c through H"]


def test_an_arrow_through_a_title_is_found() -> None:
    shown = scene(stage("A", "a", "b", "c"), edges=flows("ac"))
    layout = Layout(STAGE, THREE, (arrow((45, 40), (45, 12), (185, 12), (185, 40)),))
    assert faults(shown, layout) == ["a>c through title A"]


def test_a_label_on_a_component_a_title_or_another_label_is_found() -> None:
    shown = scene(stage("A", "a", "b", "c"), edges=(edge("a", "b", label="one"), edge("b", "c", label="two")))
    routes = (
        arrow((70, 55), (90, 55), label=Rect(60, 48, 40, 14)),
        arrow((140, 50), (160, 50), label=Rect(95, 58, 10, 4)),
    )
    assert faults(shown, Layout(STAGE, THREE, routes)) == [
        "label 'one' on a",
        "label 'one' on b",
        "label 'two' on b",
        "label 'one' on label 'two'",
    ]
    on_title = (replace(routes[0], label=Rect(12, 8, 10, 10)), replace(routes[1], label=None))
    assert faults(shown, Layout(STAGE, THREE, on_title)) == ["title A on label 'one'"]


def test_an_arrow_runs_on_its_own_label_but_not_through_anothers() -> None:
    shown = scene(stage("A", "a", "b", "c"), edges=(edge("a", "b", label="own"), edge("b", "c")))
    label = Rect(72, 52, 16, 6)
    own = Layout(STAGE, THREE, (arrow((70, 55), (90, 55), label=label), arrow((140, 55), (160, 55))))
    assert faults(shown, own) == []
    other = arrow((80, 40), (80, 75), (185, 75), (185, 70))
    assert faults(shown, replace(own, routes=(own.routes[0], other))) == ["b>c through label 'own'"]


@pytest.mark.parametrize(("apart", "found"), [(0, ["a>b on c>d"]), (3, ["a>b on c>d"]), (4, [])])
@pytest.mark.parametrize("vertical", [True, False])
def test_two_arrows_nearer_than_four_px_look_like_one(vertical: bool, apart: int, found: list[str]) -> None:
    shown = scene(edges=flows("ab cd"), nodes=tuple(map(node, "abcd")))
    nodes = {key: Rect(500 + 20 * place, 500, 10, 10) for place, key in enumerate("abcd")}
    lines = [[(0, 0), (0, 50)], [(apart, 10), (apart, 60)]]
    if not vertical:
        lines = [[(y, x) for x, y in line] for line in lines]
    assert faults(shown, Layout({}, nodes, tuple(arrow(*line) for line in lines))) == found


def test_arrows_with_an_end_in_common_may_share_a_line() -> None:
    shown = scene(edges=flows("ab ac"), nodes=tuple(map(node, "abc")))
    nodes = {key: Rect(500 + 20 * place, 500, 10, 10) for place, key in enumerate("abc")}
    assert faults(shown, Layout({}, nodes, (arrow((0, 0), (0, 50)), arrow((0, 0), (0, 60))))) == []


@pytest.mark.parametrize(
    ("direction", "second", "sound"),
    [
        ("TB", Rect(0, 60, 100, 50), True),
        ("TB", Rect(0, 40, 100, 50), False),
        ("TB", Rect(5, 60, 100, 50), False),
        ("TB", Rect(0, 60, 90, 50), False),
        ("BT", Rect(0, -60, 100, 50), True),
        ("BT", Rect(0, 60, 100, 50), False),
        ("LR", Rect(110, 0, 90, 50), True),
        ("LR", Rect(110, 0, 90, 60), False),
        ("LR", Rect(90, 0, 90, 50), False),
        ("RL", Rect(-120, 0, 110, 50), True),
        ("RL", Rect(110, 0, 90, 50), False),
    ],
)
def test_stages_are_bands_of_one_size_in_their_order(direction: str, second: Rect, sound: bool) -> None:
    shown = scene(stage("A"), stage("B"), direction=Direction(direction))
    layout = Layout({"A": Rect(0, 0, 100, 50), "B": second}, {}, ())
    assert faults(shown, layout) == ([] if sound else ["A is no band beside the next"])


def test_stages_that_found_no_room_beside_each_other_are_bands_below_one_another() -> None:
    shown = scene(stage("A"), stage("B"), direction=Direction.LR)
    below = Layout({"A": Rect(0, 0, 100, 50), "B": Rect(0, 60, 100, 70)}, {}, ())
    assert faults(shown, below) == ["A is no band beside the next"]
    assert faults(shown, replace(below, turned=True)) == []


def test_arrows_cross_where_one_runs_through_the_other_not_where_they_touch() -> None:
    across = arrow((0, 10), (20, 10))
    assert crossings(Layout({}, {}, (across, arrow((10, 0), (10, 20))))) == 1
    assert crossings(Layout({}, {}, (across, arrow((10, 0), (10, 10))))) == 0
    assert crossings(Layout({}, {}, (across, arrow((20, 0), (20, 20))))) == 0
    assert crossings(Layout({}, {}, (across, arrow((5, 0), (5, 20), (15, 20), (15, 0))))) == 2
    assert crossings(Layout({}, {}, (across, arrow((5, 10), (30, 10))))) == 0


def test_a_title_stands_at_the_top_left_of_its_box() -> None:
    shown = scene(stage("A", boxes=(group("G", "a"),)))
    found = title_rects(shown, Layout({"A": Rect(100, 200, 90, 90), "G": Rect(110, 230, 60, 50)}, {}, ()))
    assert [(rect.x, rect.y) for rect in found.values()] == [(110, 206), (120, 236)]
    assert all(rect.width > 20 and rect.height > 8 for rect in found.values())
