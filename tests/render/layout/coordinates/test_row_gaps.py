"""What two neighbours in a row keep free between them, and what boxes need."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout.coordinates.row_gaps import gap, label_gaps, least_width
from sphinx_gitops.render.layout.graph.hierarchy import Cell
from sphinx_gitops.render.layout.graph.spacing import (
    EMPTY,
    LABEL_GAP,
    LEG,
    LEG_NODE,
    LEG_WALL,
    NEST,
    NODE_GAP,
    PAD,
    SIBLING,
    TITLE_INSET,
    TITLE_LEG,
)
from support.small_scenes import edge, flows, graph_of, group, planted_graph, stage


@pytest.mark.parametrize(
    ("one", "other", "free"),
    [("a", "c", NODE_GAP), ("a", "", LEG_NODE), ("", "a", LEG_NODE), ("", "", LEG), ("label", "", LABEL_GAP)],
)
def test_components_arrows_and_labels_keep_apart(one: str, other: str, free: int) -> None:
    graph = graph_of(stage("A", "a", "b", "c"), edges=flows("ab"))
    frame = graph.frames["A"]
    dummies = {"": Cell(frame, 0, 0, 0), "label": Cell(frame, 20, 20, 14)}
    assert gap(graph, *(graph.cells.get(key) or dummies[key] for key in (one, other)), 1) == free


def test_components_with_an_arrow_between_them_keep_room_for_it() -> None:
    graph = graph_of(stage("A", "a", "b"), edges=(edge("a", "b", label="signed"),))
    assert gap(graph, graph.cells["b"], graph.cells["a"], 1) == graph.side_gap(0) > NODE_GAP


def test_the_sides_of_boxes_keep_apart() -> None:
    graph = graph_of(stage("A", boxes=(group("G", "a"), group("H", "b"))))
    outer, one, other = (graph.frames[key] for key in "AGH")
    assert gap(graph, (outer, True), (one, True), 1) == gap(graph, (one, False), (outer, False), 1) == NEST
    assert gap(graph, (one, False), (other, True), 1) == SIBLING
    assert gap(graph, (one, True), (one, False), 1) == EMPTY


def test_components_and_arrows_keep_off_the_side_of_their_box() -> None:
    made = planted_graph(graph_of(stage("A", "a")))
    frame, cell = made.frame("A"), made.cell("a")
    dummy = Cell(frame, 0, 0, 0)
    for one, free in ((cell, PAD), (dummy, LEG_WALL)):
        assert gap(made.graph, (frame, True), one, frame.last) == gap(made.graph, one, (frame, False), 1) == free
        assert gap(made.graph, (frame, False), one, frame.first) == free
    assert gap(made.graph, (frame, True), dummy, frame.first) == TITLE_INSET + frame.caption + TITLE_LEG


def test_beside_each_other_boxes_have_their_titles_at_their_sides() -> None:
    made = planted_graph(graph_of(stage("A", "a", boxes=(group("G", "b"),)), direction=Direction.LR))
    frame = made.frame("A")
    title = frame.header + TITLE_INSET // 2
    assert gap(made.graph, (frame, True), made.cell("a"), frame.first) == PAD + title
    assert gap(made.graph, (frame, True), (made.frame("G"), True), frame.first) == NEST + title
    assert least_width(made.graph, frame) == EMPTY


def test_a_box_is_as_wide_as_its_title_where_that_stands_over_what_it_holds() -> None:
    graph = graph_of(stage("A", "a"))
    assert least_width(graph, graph.frames["A"]) == graph.frames["A"].caption + 2 * TITLE_INSET + 2


@pytest.mark.parametrize("pair", ["ab", "ba"])
def test_only_neighbours_in_different_boxes_need_room_for_the_label_between_them(pair: str) -> None:
    inside = (group("G", "a", "c"), group("H", "b"))
    made = planted_graph(graph_of(stage("A", boxes=inside), edges=(edge("c", "a"), edge(*pair, label="signed"))))
    left, right = (made.cell(key) for key in "ab")
    assert list(label_gaps(made.graph, made.paths)) == [(left, right, made.graph.side_gap(1) + SIBLING)]
