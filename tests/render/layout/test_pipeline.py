"""The steps of a layout: rows and dummies, an order, and places that no arrow shares with another."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout import pipeline
from sphinx_gitops.render.layout.faults import crossings, faults
from sphinx_gitops.render.layout.graph.hierarchy import Frame
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.packing.arrangement import Arrangement
from sphinx_gitops.render.layout.packing.shelves import arrange
from sphinx_gitops.render.layout.pipeline import (
    crossing_ends,
    disturbed,
    finished,
    ordered,
    overflows,
    planted,
    straightened,
)
from support.small_scenes import WIDE, edge, flows, graph_of, group, stage


def cheapest(graph: CompoundGraph, limit: int = WIDE) -> list[Arrangement]:
    return [arrange(graph, frame, limit)[0] for frame in graph.root.frames]


def stages(graph: CompoundGraph) -> list[str]:
    """The stages in the order of their rows."""
    return [item.key for shelf in graph.root.shelves for item in shelf.items if isinstance(item, Frame)]


@pytest.mark.parametrize(("direction", "found"), [(Direction.TB, ["A", "B"]), (Direction.BT, ["B", "A"])])
def test_stages_are_planted_the_way_of_the_arrows_and_only_once(direction: Direction, found: list[str]) -> None:
    graph = graph_of(stage("A", "a"), stage("B", "b"), edges=flows("ab"), direction=direction)
    chosen = cheapest(graph)
    first = planted(graph, chosen, WIDE)
    rows = graph.root.last
    again = planted(graph, chosen, WIDE)
    assert (stages(graph), graph.root.last) == (found, rows)
    assert [len(path.stops) for path in first] == [len(path.stops) for path in again] == [3]


@pytest.mark.parametrize("direction", [Direction.TB, Direction.BT])
def test_an_order_counts_its_crossings_and_where_they_are_as_stages_are_written(direction: Direction) -> None:
    boxes = (stage("A", "a"), stage("B", "b", "c"), stage("C", "d", "e"))
    graph = graph_of(*boxes, edges=flows("bd be cd ce"), direction=direction)
    made = ordered(graph, cheapest(graph), WIDE)
    assert made.crossings == made.order.crossings() >= 1
    assert (len(made.crossed), made.crossed[0], made.crossed[2]) == (3, 0, made.crossings)


def test_rows_that_need_not_cross_do_not_and_an_order_goes_on_from_another() -> None:
    edges = flows("az by cx")
    graph = graph_of(stage("A", "a", "b", "c"), stage("B", "x", "y", "z"), edges=edges)
    first = ordered(graph, cheapest(graph), WIDE)
    again = ordered(graph, cheapest(graph), WIDE, first)
    assert (first.crossings, again.crossings) == (0, 0)
    assert again.positions.cells == first.positions.cells


def test_an_order_that_crosses_as_often_as_the_one_before_is_not_sifted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    edges = flows("ax ay bx by cz")
    graph = graph_of(stage("A", "a", "b", "c"), stage("B", "x", "y", "z"), edges=edges)
    first = ordered(graph, cheapest(graph), WIDE)
    sifted: list[object] = []
    monkeypatch.setattr(pipeline, "switch", sifted.append)
    again = ordered(graph, cheapest(graph), WIDE, first)
    assert (first.crossings, again.crossings, sifted) == (1, 1, [])
    assert again.positions.cells == first.positions.cells


def test_the_ends_of_arrows_that_cross_are_told() -> None:
    edges = flows("ax ay bx by cz")
    graph = graph_of(stage("A", "a", "b", "c"), stage("B", "x", "y", "z"), edges=edges)
    made = ordered(graph, cheapest(graph), WIDE)
    assert made.crossings == 1
    assert {cell.key for cell in crossing_ends(made)} == set("abxy")


def test_a_chain_is_turned_back_where_that_adds_no_crossing() -> None:
    graph = graph_of(stage("A", "a", "b", "c"), edges=flows("ab bc"))
    made = ordered(graph, cheapest(graph), WIDE)
    shelf = made.order.shelves[-1]
    made.order.reorder(shelf, [made.order.units[shelf][0][::-1]])
    assert made.order.disorder() == 2
    assert straightened(made).order.disorder() == 0


def test_an_order_without_crossings_is_not_disturbed_and_one_with_some_crosses_no_more() -> None:
    graph = graph_of(stage("A", "a", "b"), stage("B", "c", "d"), edges=flows("ac bd"))
    made = ordered(graph, cheapest(graph), WIDE)
    assert disturbed(made) is made
    graph = graph_of(stage("A", *"abcd"), stage("B", *"wxyz"), edges=flows("aw ax bz cw cy dx da bw dz"))
    crossed = ordered(graph, cheapest(graph), WIDE)
    assert 0 < disturbed(crossed).crossings <= crossed.crossings


def test_a_stage_that_is_wider_than_the_limit_is_told_with_what_is_too_much() -> None:
    graph = graph_of(stage("A", "a", "b", "c"), stage("B", boxes=(group("G", "d"),)), edges=flows("ad"))
    chosen = cheapest(graph)
    wide = chosen[0].width
    paths = planted(graph, chosen, WIDE)
    assert overflows(graph, paths, wide) == {}
    assert overflows(graph, paths, wide - 1) == {graph.frames["A"]: 1}
    both = overflows(graph, paths, 10)
    assert both[graph.frames["A"]] == wide - 10
    assert set(both) >= {graph.frames["A"], graph.frames["B"]}


def test_a_layout_is_finished_without_faults_within_its_limit() -> None:
    edges = (*flows("ac bd ad cf de ee"), edge("b", "f", label="signed"))
    graph = graph_of(stage("A", "a", "b"), stage("B", boxes=(group("G", "c", "d"),)), stage("C", "e", "f"), edges=edges)
    made = ordered(graph, cheapest(graph), WIDE)
    layout = finished(made, WIDE)
    assert faults(graph.scene, layout) == []
    assert crossings(layout) == made.crossings
    assert max(rect.right for rect in layout.boxes.values()) <= WIDE
    assert min(rect.x for rect in layout.boxes.values()) == 0


@pytest.mark.parametrize(("pairs", "tries"), [([(0, 1, 1)], 3), ([(0, 1, 1), (1, 0, 1)], 1)])
def test_what_would_lie_on_another_is_kept_apart_a_few_times_or_until_that_cannot_be(
    monkeypatch: pytest.MonkeyPatch, pairs: list[tuple[int, int, int]], tries: int
) -> None:
    graph = graph_of(stage("A", "a"), stage("B", "b"), edges=flows("ab"))
    made = ordered(graph, cheapest(graph), WIDE)
    plain, asked = finished(made, WIDE), []

    def conflicts(channels: object) -> list[tuple[int, int, int]]:
        asked.append(channels)
        return pairs

    monkeypatch.setattr(pipeline, "conflicts", conflicts)
    assert finished(made, WIDE) == plain
    assert len(asked) == tries
