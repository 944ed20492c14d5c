"""Components in rows: as even as may be, breaking few edges, no wider than they may be."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout.graph.hierarchy import Cell
from sphinx_gitops.render.layout.graph.spacing import NODE_GAP, PAD
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.packing.arrangement import Arrangement, framed_width, row_width
from sphinx_gitops.render.layout.packing.packing import grid, pack, split
from support.small_scenes import cells, edge, flows, graph_of, keys, stage

W = 100
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def two(edges: str = "", written: str = "abcdefgh", direction: Direction | None = None) -> CompoundGraph:
    return graph_of(stage("A", *written, direction=direction), edges=flows(edges))


def rows(made: Arrangement) -> list[str]:
    return keys([[item for item in shelf if isinstance(item, Cell)] for shelf in made.shelves])


@pytest.mark.parametrize(
    ("count", "limit", "found"),
    [
        (4, 4 * W + 3 * NODE_GAP, ["abcd"]),
        (4, 4 * W + 3 * NODE_GAP - 1, ["ab", "cd"]),
        (5, 4 * W + 3 * NODE_GAP, ["abc", "de"]),
        (3, W, ["a", "b", "c"]),
        (2, W - 1, ["a", "b"]),
        (2, -50, ["a", "b"]),
    ],
)
def test_a_grid_has_as_many_columns_as_fit_as_even_as_may_be(count: int, limit: int, found: list[str]) -> None:
    assert keys(grid(cells(*LETTERS[:count], width=W), limit)) == found


def test_a_column_of_a_grid_is_as_wide_as_its_widest_component() -> None:
    some = [*cells("a", width=20), *cells("b", width=W), *cells("c", width=W), *cells("d", width=20)]
    assert keys(grid(some, 2 * W + NODE_GAP)) == ["ab", "cd"]
    assert keys(grid(some, 2 * W + NODE_GAP - 1)) == ["a", "b", "c", "d"]


def test_rows_are_as_few_as_can_be_then_even() -> None:
    graph = two()
    order = [*graph.cells.values()]
    wide = row_width(graph, order[:3])
    assert keys(split(graph, order, wide)) in (["abc", "def", "gh"], ["abc", "de", "fgh"], ["ab", "cde", "fgh"])
    assert keys(split(graph, order[:4], wide)) == ["ab", "cd"]
    assert keys(split(graph, order[:3], wide)) == ["abc"]


def test_a_row_is_broken_where_no_edge_is() -> None:
    graph = two("ab bc")
    order = [*graph.cells.values()][:4]
    assert keys(split(graph, order, row_width(graph, order) - 1)) == ["abc", "d"]


@pytest.mark.parametrize("limit", [0, -10, 1])
def test_where_nothing_of_the_width_is_left_each_component_has_a_row(limit: int) -> None:
    graph = two()
    assert keys(split(graph, [*graph.cells.values()], limit)) == list("abcdefgh")


def test_a_frame_without_components_has_one_way() -> None:
    graph = graph_of(stage("A"))
    (found,) = pack(graph, graph.frames["A"], 400)
    assert (found.shelves, found.rows) == ([], 0)


def test_what_fits_comes_first_then_what_costs_least() -> None:
    graph = two("ab bc cd de ef fg gh")
    found = pack(graph, graph.frames["A"], 400)
    assert 1 < len(found) <= 6
    assert [(max(0, made.width - 400), made.cost) for made in found] == sorted(
        (max(0, made.width - 400), made.cost) for made in found
    )
    assert found[0].width <= 400
    assert len({tuple(rows(made)) for made in found}) == len(found)


def test_a_chain_that_fits_stands_in_a_row_of_its_frame_with_its_padding() -> None:
    graph = two("ab bc", "abc")
    whole = row_width(graph, [*graph.cells.values()]) + 2 * PAD
    assert rows(pack(graph, graph.frames["A"], whole)[0]) == ["abc"]
    assert rows(pack(graph, graph.frames["A"], whole - 1)[0]) != ["abc"]


def test_no_grid_is_wider_than_the_limit_with_its_frame() -> None:
    graph = two(written="abcdef")
    wide = graph.cells["a"].width
    for limit in range(wide + 2 * PAD, 6 * wide, 7):
        title = framed_width(graph.frames["A"], 0, PAD, down=True)
        assert max(made.width for made in pack(graph, graph.frames["A"], limit)) <= max(limit, title)


@pytest.mark.parametrize(
    ("own", "edges", "found"),
    [
        (Direction.TB, "", [["a", "b", "c"]]),
        (Direction.BT, "", [["c", "b", "a"]]),
        (Direction.LR, "ab bc", [["abc"]]),
        (Direction.RL, "ab bc", [["cba"]]),
        (Direction.TB, "ab bc", [["a", "b", "c"]]),
        (Direction.BT, "ab bc", [["c", "b", "a"]]),
        (Direction.TB, "ab ac", [["a", "bc"], ["a", "b", "c"]]),
    ],
)
def test_a_boxs_own_direction_leaves_the_ways_that_follow_it(
    own: Direction, edges: str, found: list[list[str]]
) -> None:
    graph = two(edges, "abc", own)
    assert sorted(rows(made) for made in pack(graph, graph.frames["A"], 900)) == sorted(found)


def test_more_components_than_are_searched_are_split_as_written() -> None:
    names = [f"n{number}" for number in range(400)]
    graph = graph_of(stage("A", *names), edges=(edge("n5", "n0"),))
    found = pack(graph, graph.frames["A"], 900)
    assert names in [[cell.key for row in made.shelves for cell in row if isinstance(cell, Cell)] for made in found]
