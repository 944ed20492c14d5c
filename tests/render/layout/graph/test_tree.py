"""The tree of a scene: its frames and cells, what edges join, and what they keep free."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Direction, FlowKind
from sphinx_gitops.render.layout.graph.hierarchy import Frame
from sphinx_gitops.render.layout.graph.sizes import label_size, node_size
from sphinx_gitops.render.layout.graph.spacing import ARROW_GAP, ON_LINE, PORT, SIDE_LABEL
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.scene import Border
from support.small_scenes import edge, flows, graph_of, group, node, stage


def stages(graph: CompoundGraph) -> list[str]:
    """Each stage, one without a frame by its components."""
    return [frame.key or "".join(cell.key for cell in frame.cells) for frame in graph.root.frames]


def parts(frame: Frame) -> list[str]:
    return [part.key or "".join(cell.key for cell in part.cells) for part in frame.frames]


def test_boxes_and_components_are_numbered_as_written() -> None:
    graph = graph_of(stage("A", "a", "b"), stage("B", "c"))
    assert stages(graph) == ["A", "B"]
    assert [(key, cell.written, cell.frame.key) for key, cell in graph.cells.items()] == [
        ("a", 0, "A"),
        ("b", 1, "A"),
        ("c", 2, "B"),
    ]


@pytest.mark.parametrize(("direction", "turned"), [(Direction.TB, False), (Direction.LR, True)])
def test_a_component_lies_across_its_row(direction: Direction, turned: bool) -> None:
    graph = graph_of(stage("A", "a"), edges=(edge("a", "a", label="x"),), direction=direction)
    size = node_size(node("a"))
    across, along = size[::-1] if turned else size
    assert (graph.cells["a"].width, graph.cells["a"].height) == (across // 2 * 2, along)
    words = label_size(edge("a", "a", label="x"))
    assert graph.labels == [words[::-1] if turned else words]


@pytest.mark.parametrize(
    ("whole", "own", "column", "reverse"),
    [
        ("TB", None, None, False),
        ("TB", "TB", True, False),
        ("TB", "BT", True, True),
        ("TB", "LR", False, False),
        ("TB", "RL", False, True),
        ("BT", "BT", True, False),
        ("BT", "TB", True, True),
        ("BT", "RL", False, True),
        ("LR", "TB", False, False),
        ("LR", "RL", True, True),
        ("RL", "RL", True, False),
    ],
)
def test_a_boxs_own_direction_is_along_or_across_and_with_or_against_the_rest(
    whole: str, own: str | None, column: bool | None, reverse: bool
) -> None:
    box = stage("A", "a", direction=own and Direction(own))
    frame = graph_of(box, direction=Direction(whole)).frames["A"]
    assert (frame.column, frame.reverse) == (column, reverse)


def test_a_node_outside_all_boxes_stands_before_what_it_leads_to_else_after_what_feeds_it() -> None:
    outside = tuple(node(key, border=Border.FOREIGN) for key in "xyz")
    boxes = (stage("A", "a"), stage("B", "b"))
    graph = graph_of(*boxes, edges=flows("xb ay"), nodes=outside)
    assert stages(graph) == ["A", "xy", "B", "z"]
    assert stages(graph_of(*boxes, edges=flows("bx xa"), nodes=outside[:1])) == ["x", "A", "B"]


def test_a_component_of_the_workflow_without_a_box_is_a_stage_after_the_boxes() -> None:
    graph = graph_of(stage("A", "a"), edges=flows("xy"), nodes=(node("x"), node("y")))
    assert stages(graph) == ["A", "x", "y"]
    assert not graph.root.frames[1].framed


def test_what_neighbours_keep_free_is_the_most_that_an_edge_between_them_needs() -> None:
    graph = graph_of(
        stage("A", "a", "b", "c"), edges=(edge("a", "b"), edge("b", "a", label="long words"), edge("c", "c"))
    )
    a, b, c = graph.cells.values()
    assert graph.gap(a, b) == graph.gap(b, a) == graph.side_gap(1) > graph.side_gap(0)
    assert graph.gap(a, c) == 0
    assert graph.gap(c, c) == 0


def test_an_arrow_along_a_row_is_as_long_as_its_label_where_that_stands_over_it_and_longer_where_on_it() -> None:
    over, on = (
        graph_of(stage("A", "a", "b"), edges=(edge("a", "b", label="x"), edge("a", "b")), direction=direction)
        for direction in (Direction.TB, Direction.LR)
    )
    assert over.side_gap(0) == over.labels[0][0] + SIDE_LABEL
    assert on.side_gap(0) == on.labels[0][0] + ON_LINE
    assert over.side_gap(1) == on.side_gap(1) == ARROW_GAP


def test_a_label_of_several_lines_stands_on_its_arrow() -> None:
    words = "a label that is far too long for a single line of its own"
    graph = graph_of(stage("A", "a", "b"), edges=(edge("a", "b", label=words),))
    assert graph.side_gap(0) == graph.labels[0][0] + ON_LINE


@pytest.mark.parametrize(("count", "wider"), [(1, False), (4, True)])
def test_a_component_is_wide_enough_for_the_ends_of_its_loops(count: int, wider: bool) -> None:
    plain, looped = (graph_of(stage("A", "a"), edges=flows(text)).cells["a"] for text in ("", "aa " * count))
    assert (looped.width > plain.width) is wider
    assert looped.width >= (2 * count - 1) * PORT


def test_components_beside_groups_are_split_into_connected_parts_by_what_they_feed() -> None:
    box = stage("A", "a", "b", "c", "d", "e", boxes=(group("G", "g"),))
    graph = graph_of(box, edges=flows("ab bg gc cd"))
    frame = graph.frames["A"]
    assert frame.cells == []
    assert parts(frame) == ["e", "ab", "G", "cd"]
    part = frame.frames[1]
    assert (part.framed, part.depth, part.parent) == (False, 0, frame)
    assert {cell.frame for cell in part.cells} == {part}


def test_components_without_groups_beside_them_are_not_split() -> None:
    frame = graph_of(stage("A", "a", "b")).frames["A"]
    assert (frame.frames, [cell.key for cell in frame.cells]) == ([], ["a", "b"])


def test_edges_within_a_box_lead_on_and_those_to_others_are_counted() -> None:
    graph = graph_of(stage("A", "a", "b"), stage("B", "c"), edges=flows("ab ab ba bc ca"))
    a, b, c = graph.cells.values()
    assert graph.turned == [False, False, True, False, True]
    assert (a.after, a.before, b.after, b.before) == ([b], [], [], [a])
    assert [(cell.entering, cell.leaving) for cell in (a, b, c)] == [(0, 1), (0, 1), (2, 0)]


def test_an_edge_to_a_box_counts_for_its_component_alone() -> None:
    graph = graph_of(stage("A", "a"), stage("B", "c"), edges=(edge("a", "B"), edge("B", "a", FlowKind.FEEDBACK)))
    assert [(cell.entering, cell.leaving) for cell in graph.cells.values()] == [(0, 2), (0, 0)]
    assert graph.turned == [False, True]
