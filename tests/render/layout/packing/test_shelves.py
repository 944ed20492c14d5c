"""Boxes beside and below one another in the order written, the cheapest way first."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.packing.arrangement import Arrangement
from sphinx_gitops.render.layout.packing.shelves import arrange
from support.small_scenes import flows, graph_of, group, stage


def graph_with(count: int, edges: str = "", direction: Direction | None = None) -> CompoundGraph:
    boxes = tuple(group(letter.upper(), letter) for letter in "abcdefghij"[:count])
    return graph_of(stage("S", boxes=boxes, direction=direction), edges=flows(edges))


def shelves(made: Arrangement) -> list[str]:
    return ["".join(item.frame.key for item in shelf if isinstance(item, Arrangement)) for shelf in made.shelves]


def ways(graph: CompoundGraph, limit: int) -> list[Arrangement]:
    return arrange(graph, graph.frames["S"], limit)


def test_boxes_that_fit_stand_beside_each_other_and_no_wider_than_the_limit() -> None:
    graph = graph_with(3)
    whole = ways(graph, 5000)[0]
    assert shelves(whole) == ["ABC"]
    assert shelves(ways(graph, whole.width)[0]) == ["ABC"]
    narrower = ways(graph, whole.width - 1)[0]
    assert shelves(narrower) in (["AB", "C"], ["A", "BC"])
    assert narrower.width < whole.width


def test_where_nothing_fits_each_box_has_a_shelf() -> None:
    assert [shelves(made) for made in ways(graph_with(3), 10)] == [["A", "B", "C"]]


def test_boxes_joined_by_many_edges_stand_below_one_another() -> None:
    assert shelves(ways(graph_with(2, "ab"), 5000)[0]) == ["AB"]
    assert shelves(ways(graph_with(2, "ab " * 9), 5000)[0]) == ["A", "B"]


def test_an_edge_that_closes_a_circle_counts_as_one_that_leads_on() -> None:
    one, other = (ways(graph_with(2, edges), 5000)[0] for edges in ("ab ba ab", "ab ab ab"))
    assert (shelves(one), one.cost) == (shelves(other), other.cost)


@pytest.mark.parametrize(
    ("own", "limit", "found"),
    [
        (Direction.TB, 5000, ["A", "B", "C"]),
        (Direction.BT, 5000, ["C", "B", "A"]),
        (Direction.LR, 5000, ["ABC"]),
        (Direction.RL, 5000, ["CBA"]),
        (Direction.LR, 10, ["A", "B", "C"]),
    ],
)
def test_a_boxs_own_direction_is_kept_where_it_fits(own: Direction, limit: int, found: list[str]) -> None:
    assert [shelves(made) for made in ways(graph_with(3, "", own), limit)] == [found]


@pytest.mark.parametrize("count", [6, 7])
def test_every_way_keeps_the_order_written_and_the_cheapest_that_fits_is_first(count: int) -> None:
    found = ways(graph_with(count), 500)
    assert {"".join(shelves(made)) for made in found} == {"ABCDEFGHIJ"[:count]}
    assert [(max(0, made.width - 500), made.cost) for made in found] == sorted(
        (max(0, made.width - 500), made.cost) for made in found
    )
    assert len(found) <= 6


def test_from_seven_boxes_on_shelves_are_filled_one_after_the_other() -> None:
    graph = graph_with(7)
    three = ways(graph_with(3), 5000)[0].width
    found = [shelves(made) for made in ways(graph, three)]
    assert found == [["ABC", "DEF", "G"], list("ABCDEFG")]
    assert {len(made.shelves) for made in ways(graph, 10)} == {7}


def test_groups_beside_each_other_are_narrowed_where_only_so_they_fit() -> None:
    graph = graph_of(stage("S", boxes=(group("A", "a", "b"), group("B", "c", "d"))))
    wide = ways(graph, 5000)[0]
    assert (shelves(wide), wide.rows) == (["AB"], 1)
    found = [made for made in ways(graph, wide.width - 1) if shelves(made) == ["AB"]]
    assert [made.rows for made in found] == [2]


def test_a_frame_without_boxes_is_packed() -> None:
    graph = graph_of(stage("S", "a", "b"))
    assert [len(row) for row in ways(graph, 5000)[0].shelves] == [2]
