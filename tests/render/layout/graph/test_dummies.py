"""A dummy in each row that an edge passes, in the box where the edge is there."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sphinx_gitops.model import Direction, FlowKind
from sphinx_gitops.render.layout.graph.hierarchy import Cell
from sphinx_gitops.render.layout.graph.ways import Way
from sphinx_gitops.scene import Edge
from support.small_scenes import Planted, edge, flows, graph_of, group, planted_graph, stage


def three_stages(*edges: Edge, direction: Direction = Direction.TB) -> Planted:
    graph = graph_of(stage("A", "a"), stage("B", "b"), stage("C", "c"), edges=edges, direction=direction)
    return planted_graph(graph)


def dummies(made: Planted, number: int = 0) -> list[Cell]:
    path = made.paths[number]
    return [stop for stop in (*path.stops, *path.other) if isinstance(stop, Cell) and not stop.key]


def test_an_edge_passes_every_row_between_its_ends_once() -> None:
    made = three_stages(edge("a", "c"))
    stops = made.paths[0].stops
    assert stops[0] is made.cell("a")
    assert stops[-1] is made.cell("c")
    assert len(stops) == 5
    assert all(one.last + 1 == other.first for one, other in pairwise(stops))
    assert all(stop in stop.frame.shelf_of_row[stop.first - stop.frame.first].items for stop in dummies(made))


def test_a_dummy_stands_in_the_stage_that_it_passes_and_in_the_one_it_enters_from_its_title_on() -> None:
    assert [stop.frame.key for stop in dummies(three_stages(edge("a", "c")))] == ["B", "B", "C"]


def test_an_edge_to_the_next_row_of_its_box_needs_none() -> None:
    made = planted_graph(graph_of(stage("A", "a", "b", direction=Direction.TB), edges=flows("ab")))
    assert made.paths[0].stops == [made.cell("a"), made.cell("b")]


def test_an_edge_out_of_a_group_stands_in_it_until_it_ends() -> None:
    inside = (group("G", "a", "b"), group("H", "c"))
    made = planted_graph(graph_of(stage("A", boxes=inside), stage("B", "d"), edges=flows("ab bc cd ad")), limit=200)
    frames = [stop.frame.key for stop in dummies(made, 3)]
    assert frames[0] == "G"
    assert frames[-1] == "B"
    assert frames == sorted(frames, key="GAB".index)


@pytest.mark.parametrize(
    ("sent", "direction", "pinned"),
    [
        (edge("a", "c"), Direction.TB, False),
        (edge("c", "a"), Direction.TB, True),
        (edge("a", "c", FlowKind.FEEDBACK), Direction.TB, True),
        (edge("a", "c"), Direction.BT, False),
        (edge("c", "a"), Direction.BT, True),
    ],
)
def test_an_edge_that_leads_back_passes_stages_at_their_right_end(
    sent: Edge, direction: Direction, pinned: bool
) -> None:
    found = dummies(three_stages(sent, direction=direction))
    assert {stop.pin for stop in found if stop.frame.key == "B"} == {int(pinned)}
    assert {stop.pin for stop in found if stop.frame.key != "B"} <= {0}


def test_the_dummy_in_the_row_of_the_label_has_its_size() -> None:
    made = three_stages(edge("a", "c", label="signed"))
    wide, high = made.graph.labels[0]
    assert [(stop.width, stop.height) for stop in dummies(made)].count((wide // 2 * 2, high)) == 1
    assert sum(stop.width for stop in dummies(made)) == wide // 2 * 2


@pytest.mark.parametrize(("kind", "way"), [(FlowKind.AUTOMATION, Way.BELOW), (FlowKind.FEEDBACK, Way.ABOVE)])
@pytest.mark.parametrize("label", ["", "again"])
def test_an_edge_round_its_row_turns_beside_it_or_beyond_its_label(kind: FlowKind, way: Way, label: str) -> None:
    made = planted_graph(graph_of(stage("A", "a", "b", "c"), edges=(*flows("ab bc"), edge("a", "c", kind, label))))
    path = made.paths[2]
    row = made.cell("a").first
    assert path.way is way
    away = 1 if label else 0
    assert path.turn == (row + away if way is Way.BELOW else row - 1 - away)
    assert (len(path.stops), len(path.other)) == (1 + away, 1 + away)
    assert [stop.width > 0 for stop in dummies(made, 2)] == [True, False][: 2 * away]
