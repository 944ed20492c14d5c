"""Where boxes, components, arrows and labels are once all places are known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_gitops.model import Direction, FlowKind
from sphinx_gitops.render.geometry.layout import Rect
from sphinx_gitops.render.layout import Budget, lay_out
from sphinx_gitops.render.layout.coordinates.coordinates import assign
from sphinx_gitops.render.layout.coordinates.variables import measure
from sphinx_gitops.render.layout.graph.hierarchy import Cell
from sphinx_gitops.render.layout.graph.ways import Way
from sphinx_gitops.render.layout.routing.channels import make_channels
from sphinx_gitops.render.layout.routing.heights import assign_heights
from sphinx_gitops.render.layout.routing.routes import Placement, simplified
from sphinx_gitops.scene import Shape
from support.small_scenes import WIDE, Planted, edge, flows, graph_of, group, node, planted_graph, scene, stage


def placed(made: Planted, moved: dict[Cell, int] | None = None) -> Placement:
    """Everything placed, some cells *moved* aside."""
    variables = measure(made.graph, made.paths)
    across = assign(variables, made.paths, WIDE)
    assert across is not None
    for cell, step in (moved or {}).items():
        across[cell.number] += step
    channels = make_channels(variables, made.paths, across, made.graph.root.last + 1)
    return Placement(made=variables, across=across, along=assign_heights(made.graph, made.paths, channels, across))


def centre(rect: Rect) -> tuple[float, float]:
    return rect.x + rect.width / 2, rect.y + rect.height / 2


@pytest.mark.parametrize(
    ("points", "found"),
    [
        ([(0, 0), (0, 5), (0, 9)], [(0, 0), (0, 9)]),
        ([(0, 0), (4, 0), (9, 0), (9, 3)], [(0, 0), (9, 0), (9, 3)]),
        ([(0, 0), (0, 0), (0, 5)], [(0, 0), (0, 5)]),
        ([(0, 0), (0, 5), (4, 5), (4, 9)], [(0, 0), (0, 5), (4, 5), (4, 9)]),
        ([(3, 3)], [(3, 3), (3, 3)]),
        ([(3, 3), (3, 3)], [(3, 3), (3, 3)]),
    ],
)
def test_only_corners_that_turn_are_kept_and_always_two(
    points: list[tuple[int, int]], found: list[tuple[int, int]]
) -> None:
    assert simplified(points) == found


def test_a_component_is_as_high_as_its_row_where_arrows_run_down_else_as_itself() -> None:
    for direction in (Direction.TB, Direction.LR):
        made = planted_graph(graph_of(stage("A", "a", "b"), direction=direction))
        made.cell("a").height = 31
        made.cell("b").height = 71
        where = placed(made)
        one, other = where.cell(made.cell("a")), where.rect(made.cell("b"))
        assert other.height == 71
        assert one.height == (71 if direction is Direction.TB else 31)
        assert abs(centre(one)[1] - centre(other)[1]) <= 1


@pytest.mark.parametrize("shape", Shape)
def test_a_component_of_a_short_word_stands_in_the_middle_of_a_high_row_and_not_upright(shape: Shape) -> None:
    short = replace(node("a", "QA"), shape=shape)
    box = replace(stage("A", "b"), nodes=(short, node("b", "A title of several lines, so that its row is a high one")))
    layout = lay_out(scene(box), Budget())
    one, other = layout.nodes["a"], layout.nodes["b"]
    assert one.width >= 1.25 * one.height
    assert one.width >= 1.7 * one.height or shape not in {Shape.STADIUM, Shape.DISPLAY}
    assert centre(one)[1] == centre(other)[1]


def test_a_box_is_around_what_it_holds() -> None:
    made = planted_graph(graph_of(stage("A", boxes=(group("G", "a", "b"),))))
    where = placed(made)
    inner, outer = where.rect(made.frame("G")), where.box(made.frame("A"))
    for key in "ab":
        cell = where.cell(made.cell(key))
        assert inner.x < cell.x < cell.right < inner.right
        assert inner.y < cell.y < cell.bottom < inner.bottom
    assert outer.x < inner.x < inner.right < outer.right
    assert outer.y < inner.y < inner.bottom < outer.bottom


@pytest.mark.parametrize(("pair", "down"), [("ab", True), ("ba", False)])
def test_an_arrow_begins_at_its_source_and_ends_at_its_target_on_their_sides(pair: str, down: bool) -> None:
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b"), edges=(edge(*pair),)))
    layout = placed(made).layout(made.paths)
    points = layout.routes[0].points
    one, other = layout.nodes["a"], layout.nodes["b"]
    ends = (one.bottom, other.y)
    assert (points[0][1], points[-1][1]) == (ends if down else ends[::-1])
    assert len(points) == 2


def test_an_arrow_through_a_stage_turns_at_its_runs() -> None:
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b"), stage("C", "c"), edges=flows("ac")))
    straight = placed(made).layout(made.paths).routes[0].points
    assert len(straight) == 2
    (aside,) = [stop for stop in made.paths[0].stops if isinstance(stop, Cell) and stop.first == made.cell("b").first]
    where = placed(made, {aside: 40})
    points = where.layout(made.paths).routes[0].points
    assert len(points) == 6
    assert {x for x, _ in points} == {straight[0][0], straight[0][0] + 40}
    assert {y for _, y in points[1:-1]} == set(where.along.runs.values())


def test_the_label_of_an_arrow_is_in_its_row_around_the_arrow() -> None:
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b"), edges=(edge("a", "b", label="signed"),)))
    where = placed(made)
    route = where.layout(made.paths).routes[0]
    assert route.label is not None
    assert (route.label.width, route.label.height) == made.graph.labels[0]
    assert abs(centre(route.label)[0] - route.points[0][0]) <= 1
    top, bottom = where.along.rows[made.frame("B").first]
    assert top <= route.label.y
    assert route.label.bottom <= bottom


@pytest.mark.parametrize("kind", [FlowKind.AUTOMATION, FlowKind.FEEDBACK])
@pytest.mark.parametrize("label", ["", "again"])
@pytest.mark.parametrize("pair", ["ac", "ca"])
def test_a_loop_leaves_and_enters_at_the_same_side_and_its_label_is_on_it(
    pair: str, label: str, kind: FlowKind
) -> None:
    made = planted_graph(graph_of(stage("A", "a", "b", "c"), edges=(*flows("ab bc"), edge(*pair, kind, label))))
    layout = placed(made).layout(made.paths)
    route, below = layout.routes[2], made.paths[2].way is Way.BELOW
    source, target = layout.nodes[pair[0]], layout.nodes[pair[1]]
    assert [y for _, y in (route.points[0], route.points[-1])] == [rect.bottom if below else rect.y for rect in (source, target)]  # fmt: skip
    assert source.x < route.points[0][0] < source.right
    assert target.x < route.points[-1][0] < target.right
    assert all((y >= source.bottom) if below else (y <= source.y) for _, y in route.points)
    assert (route.label is not None) is bool(label)
    if route.label:
        assert route.label.y >= source.bottom if below else route.label.bottom <= source.y


@pytest.mark.parametrize("kind", [FlowKind.AUTOMATION, FlowKind.FEEDBACK])
def test_a_half_of_a_loop_that_is_not_straight_turns_at_its_run(kind: FlowKind) -> None:
    made = planted_graph(graph_of(stage("A", "a", "b", "c"), edges=(*flows("ab bc"), edge("a", "c", kind, "again"))))
    path = made.paths[2]
    dummy = path.stops[-1]
    assert isinstance(dummy, Cell)
    straight = placed(made).layout(made.paths).routes[2].points
    where = placed(made, {dummy: 4})
    points = where.layout(made.paths).routes[2].points
    assert len(points) == len(straight) + 2
    assert points[1][1] == points[2][1] == where.along.runs[2, 0]
    assert points[2][0] == points[1][0] + 4


def test_an_arrow_along_a_row_runs_from_side_to_side_with_its_label_over_it_or_on_it() -> None:
    for direction in (Direction.TB, Direction.LR):
        graph = graph_of(stage("A", "a", "b"), edges=(edge("a", "b", label="x"),), direction=direction)
        made = planted_graph(graph)
        layout = placed(made).layout(made.paths)
        (start, end), label = layout.routes[0].points, layout.routes[0].label
        one, other = layout.nodes["a"], layout.nodes["b"]
        assert (start[0], end[0]) == (one.right, other.x)
        assert start[1] == end[1] == int(centre(one)[1])
        assert label is not None
        assert abs(centre(label)[0] - (start[0] + end[0]) / 2) <= 1
        assert (label.bottom < start[1]) if direction is Direction.TB else label.y < start[1] < label.bottom


def test_two_arrows_between_neighbours_stand_apart_with_their_labels_on_different_sides() -> None:
    edges = (edge("a", "b", label="x"), edge("b", "a", label="y"))
    made = planted_graph(graph_of(stage("A", "a", "b"), edges=edges))
    assert [path.way for path in made.paths] == [Way.SIDE, Way.SIDE]
    layout = placed(made).layout(made.paths)
    one, other = layout.routes
    assert abs(one.points[0][1] - other.points[0][1]) == 12
    upper, lower = sorted(layout.routes, key=lambda route: route.points[0][1])
    assert upper.label is not None
    assert lower.label is not None
    assert upper.label.bottom < upper.points[0][1] < lower.points[0][1] < lower.label.y
    assert [route.points[0][0] < route.points[-1][0] for route in (one, other)] == [True, False]


def test_an_arrow_that_runs_straight_on_joins_two_middles() -> None:
    made = planted_graph(graph_of(stage("A", "a"), stage("B", "b"), edges=(edge("a", "b", label="x"), edge("a", "b"))))
    where = placed(made)
    for path in made.paths:
        path.way = Way.DIRECT
    layout = where.layout(made.paths)
    labelled, bare = layout.routes
    ends = tuple(tuple(map(int, centre(layout.nodes[key]))) for key in "ab")
    assert labelled.points == bare.points == ends
    assert bare.label is None
    assert labelled.label is not None
    middle = centre(labelled.label)
    assert abs(middle[0] - (ends[0][0] + ends[1][0]) / 2) <= 1
    assert abs(middle[1] - (ends[0][1] + ends[1][1]) / 2) <= 1


@pytest.mark.parametrize("pair", [("A", "a"), ("a", "A")])
def test_an_arrow_between_a_box_and_what_it_holds_joins_their_upper_sides(pair: tuple[str, str]) -> None:
    made = planted_graph(graph_of(stage("A", "a"), edges=(edge(*pair),)))
    layout = placed(made).layout(made.paths)
    box, cell = layout.boxes["A"], layout.nodes["a"]
    x = int(centre(cell)[0])
    points = ((x, int(box.y)), (x, int(cell.y)))
    assert layout.routes[0].points == (points if pair[0] == "A" else points[::-1])
