"""What an arrangement is wide, high and costs, and how it is written into the tree."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, RowContent
from sphinx_gitops.render.layout.graph.spacing import (
    BOTTOM,
    EMPTY,
    NEST,
    NODE_GAP,
    PAD,
    ROW_GAP,
    SIBLING,
    TITLE_GAP,
    TITLE_INSET,
)
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.packing.arrangement import (
    Arrangement,
    framed_height,
    framed_width,
    leaf,
    nested,
    row_width,
)
from support.small_scenes import edge, flows, graph_of, group, stage


def leaf_of(graph: CompoundGraph, rows: str, key: str = "A") -> Arrangement:
    """The components of a frame in rows: ``ab c``."""
    return leaf(graph, graph.frames[key], [[graph.cells[name] for name in row] for row in rows.split()])


def cost(edges: str, rows: str) -> float:
    """What an arrangement costs beyond its height."""
    graph = graph_of(stage("A", *sorted(rows.replace(" ", ""))), stage("B", "z"), edges=flows(edges))
    made = leaf_of(graph, rows)
    return made.cost - made.height


def two_groups(edges: str = "") -> tuple[CompoundGraph, Arrangement, Arrangement]:
    graph = graph_of(stage("A", boxes=(group("G", "a"), group("H", "b", "c"))), edges=flows(edges))
    return graph, leaf_of(graph, "a", "G"), leaf_of(graph, "b c", "H")


def test_a_frame_is_as_wide_as_what_it_holds_or_its_title() -> None:
    frame = Frame("a", 0, caption=60, header=15)
    title = 60 + 2 * TITLE_INSET + 2
    assert framed_width(frame, 200, PAD, down=True) == 200 + 2 * PAD
    assert framed_width(frame, 10, PAD, down=True) == title
    assert framed_width(frame, 10, PAD, down=False) == 10 + 2 * PAD + 15
    assert framed_height(frame, 50, down=True) == 50 + 15 + TITLE_INSET + TITLE_GAP + BOTTOM
    assert framed_height(frame, 50, down=False) == 50 + 2 * BOTTOM


@pytest.mark.parametrize("down", [True, False])
def test_what_has_no_frame_takes_no_room_of_its_own(down: bool) -> None:
    bare = Frame("", 0, framed=False, caption=60, header=15)
    assert framed_width(bare, 10, PAD, down=down) == framed_height(bare, 10, down=down) == 10


def test_a_row_is_as_wide_as_its_components_and_what_they_keep_free() -> None:
    graph = graph_of(stage("A", "a", "b", "c"), edges=(edge("a", "b", label="signed"),))
    a, b, c = graph.cells.values()
    assert row_width(graph, [a, b, c]) == a.width + b.width + c.width + graph.side_gap(0) + NODE_GAP
    assert row_width(graph, [a, c, b]) == a.width + b.width + c.width + 2 * NODE_GAP
    assert row_width(graph, [a]) == a.width


def test_a_leaf_is_as_wide_as_its_widest_row_and_as_high_as_all() -> None:
    graph = graph_of(stage("A", "a", "b", "c"), edges=flows("ac"))
    made, frame = leaf_of(graph, "ab c"), graph.frames["A"]
    a, b, c = graph.cells.values()
    assert made.width == row_width(graph, [a, b]) + 2 * PAD
    assert made.height == framed_height(frame, max(a.height, b.height) + ROW_GAP + c.height, down=True)
    assert made.rows == 2


def test_a_box_without_components_keeps_its_room_and_has_a_row_where_titles_take_none() -> None:
    down, across = (graph_of(stage("A"), direction=way) for way in (Direction.TB, Direction.LR))
    one, other = leaf(down, down.frames["A"], []), leaf(across, across.frames["A"], [])
    assert (one.rows, one.shelves, other.shelves) == (0, [], [[]])
    assert other.width == EMPTY + 2 * PAD + across.frames["A"].header


@pytest.mark.parametrize(
    ("better", "worse", "edges"),
    [
        ("ab", "ba", "ab"),
        ("ab", "a b", "ab"),
        ("a b", "ba", "ab"),
        ("abc", "acb", "ab"),
        ("a b", "b a", "ab"),
        ("a b c", "a c b", "ab"),
        ("b a", "a b", "az"),
        ("b a", "a b", "za"),
    ],
)
def test_edges_cost_less_the_nearer_and_the_more_they_lead_on(better: str, worse: str, edges: str) -> None:
    assert cost(edges, better) < cost(edges, worse)


def test_an_edge_upwards_costs_more_the_further_it_leads() -> None:
    assert 0 < cost("ab", "b a c") < cost("ab", "b c a")


def test_arrangements_beside_each_other_are_as_wide_as_both_and_below_each_other_as_the_wider() -> None:
    graph, one, other = two_groups()
    frame = graph.frames["A"]
    beside = nested(graph, frame, [[one, other]], [])
    below = nested(graph, frame, [[one], [other]], [])
    title = frame.caption + 2 * TITLE_INSET + 2
    assert beside.width == max(one.width + other.width + SIBLING + 4 + 2 * NEST, title)
    assert below.width == max(one.width, other.width, title - 2 * NEST) + 2 * NEST
    assert (beside.rows, below.rows) == (2, 3)
    assert beside.height == framed_height(frame, max(one.height, other.height), down=True)
    assert below.height == framed_height(frame, one.height + other.height + ROW_GAP - 6, down=True)


def test_edges_between_parts_cost_least_to_the_next_shelf_and_most_upwards() -> None:
    graph, one, other = two_groups("ab")
    frame = graph.frames["A"]
    joint = [(graph.cells["a"], graph.cells["b"])]

    def joined(shelves: list[list[Arrangement]]) -> float:
        return nested(graph, frame, shelves, joint).cost - nested(graph, frame, shelves, []).cost

    below, beside, against, above = map(joined, ([[one], [other]], [[one, other]], [[other, one]], [[other], [one]]))
    assert 0 < below < beside < against < above


def test_an_arrangement_is_planted_with_its_title_and_the_last_shelf_first_where_asked() -> None:
    graph, one, other = two_groups()
    made = nested(graph, graph.frames["A"], [[one], [other]], [])
    found = []
    for reverse, titled in ((False, True), (True, False)):
        made.plant(reverse=reverse, titled=titled)
        kinds = [shelf.kind for shelf in made.frame.shelves]
        inner = [item.key for shelf in made.frame.shelves for item in shelf.items]
        cells = [cell.key for cell in made.frame.all_cells() if isinstance(cell, Cell)]
        found.append((kinds, inner, cells))
    assert found == [
        ([RowContent.TITLE, RowContent.NODES, RowContent.NODES], ["G", "H"], ["a", "b", "c"]),
        ([RowContent.NODES, RowContent.NODES], ["H", "G"], ["c", "b", "a"]),
    ]
