"""Labels stand beside a title where there is room, else in rows of their own."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Direction, FlowKind
from sphinx_gitops.render.layout.graph.hierarchy import Frame, RowContent, Shelf
from sphinx_gitops.render.layout.graph.rows import align, number_rows
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path, classify
from sphinx_gitops.render.layout.packing.shelves import arrange
from sphinx_gitops.render.layout.routing.label_rows import place_labels
from sphinx_gitops.scene import Edge
from support.small_scenes import WIDE, edge, flows, graph_of, group, stage


def numbered(graph: CompoundGraph) -> list[Path]:
    """The ways of a tree that has rows, but no labels yet."""
    for frame in graph.root.frames:
        made = arrange(graph, frame, WIDE)[0]
        made.plant(reverse=graph.reverse, titled=graph.down)
        graph.root.shelves.append(Shelf(RowContent.NODES, [made.frame]))
    align(graph.root)
    number_rows(graph.root)
    return classify(graph)


def placed(graph: CompoundGraph, limit: int = WIDE) -> dict[int, tuple[int, int, int]]:
    return place_labels(graph, numbered(graph), limit)


def kinds(frame: Frame) -> list[RowContent]:
    return [shelf.kind for shelf in frame.shelves]


def two_stages(*edges: Edge, direction: Direction = Direction.TB) -> CompoundGraph:
    return graph_of(stage("A", "a", "b"), stage("B", "c", "d"), edges=edges, direction=direction)


def test_a_label_stands_in_the_row_of_the_title_that_its_edge_passes() -> None:
    graph = two_stages(edge("a", "c", label="signed"))
    found = placed(graph)
    assert found == {0: (graph.frames["B"].first, *graph.labels[0])}
    assert kinds(graph.frames["B"]) == [RowContent.TITLE, RowContent.NODES]


def test_edges_without_labels_and_those_along_a_row_get_none() -> None:
    graph = two_stages(edge("a", "c"), edge("a", "b", label="beside"))
    before = graph.root.last
    assert placed(graph) == {}
    assert before <= graph.root.last == 3


def test_a_title_without_room_beside_it_gets_a_row_for_the_label_at_the_end_of_the_stage_above() -> None:
    graph = two_stages(edge("a", "c", label="signed"))
    found = placed(graph, limit=graph.frames["B"].caption)
    row = found[0][0]
    assert kinds(graph.frames["A"]) == [RowContent.TITLE, RowContent.NODES, RowContent.BLANK]
    assert (row, graph.frames["B"].first) == (2, 3)


def test_labels_share_a_row_until_it_is_full() -> None:
    sent = [edge("a", "c", label="signed and sealed") for _ in range(3)]
    graph = two_stages(*sent)
    narrow = graph.frames["B"].caption
    wide = sum(label[0] for label in graph.labels) * 3
    rows = [row for row, _, _ in placed(graph, limit=narrow).values()]
    assert len(set(rows)) == 3
    again = two_stages(*sent)
    again.frames["B"].caption = wide
    assert len({row for row, _, _ in placed(again, limit=wide).values()}) == 1


def test_a_title_takes_as_many_labels_as_have_room_and_the_rest_a_row() -> None:
    graph = two_stages(*(edge("a", "c", label="signed and sealed") for _ in range(9)))
    found = [row for row, _, _ in placed(graph, limit=500).values()]
    title = graph.frames["B"].first
    assert 0 < found.count(title) < 9
    assert set(found) - {title} == set(range(graph.cells["a"].last + 1, title))


@pytest.mark.parametrize(("kind", "step"), [(FlowKind.AUTOMATION, 1), (FlowKind.FEEDBACK, -1)])
def test_the_label_of_a_loop_stands_in_a_row_below_or_above_its_own(kind: FlowKind, step: int) -> None:
    graph = graph_of(stage("A", "a", "b", "c"), edges=(*flows("ab bc"), edge("a", "c", kind, "again")))
    found = placed(graph)
    assert set(found) == {2}
    assert found[2][0] == graph.cells["a"].first + step
    assert kinds(graph.frames["A"]).count(RowContent.BLANK) == 1


def test_where_stages_stand_beside_each_other_no_title_has_a_row() -> None:
    graph = two_stages(edge("a", "c", label="signed"), direction=Direction.LR)
    found = placed(graph)
    assert kinds(graph.frames["A"]) == [RowContent.NODES, RowContent.BLANK]
    assert found[0][0] == graph.frames["A"].last


def test_a_label_between_rows_of_a_box_stands_between_them() -> None:
    box = stage("A", "a", "b", direction=Direction.TB)
    graph = graph_of(box, edges=(edge("a", "b", label="signed"),))
    found = placed(graph)
    assert kinds(graph.frames["A"]) == [RowContent.TITLE, RowContent.NODES, RowContent.BLANK, RowContent.NODES]
    assert found[0][0] == 2


def test_a_label_between_groups_of_a_stage_stands_beside_the_lower_ones_title_or_between_both() -> None:
    boxes = (group("G", "a"), group("H", "b", "c", "d", "e"))
    graph = graph_of(stage("A", boxes=boxes, direction=Direction.TB), edges=(edge("a", "b", label="x"),))
    assert placed(graph)[0][0] == graph.frames["H"].first
    small = graph_of(
        stage("A", boxes=(group("G", "a"), group("H", "b")), direction=Direction.TB),
        edges=(edge("a", "b", label="a label far too wide"),),
    )
    found = placed(small)[0][0]
    assert small.frames["G"].last < found < small.frames["H"].first
