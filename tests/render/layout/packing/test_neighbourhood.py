"""The neighbours of an arrangement differ from it in where one component stands, or in a row cut beside it."""

from __future__ import annotations

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout.graph.hierarchy import Cell
from sphinx_gitops.render.layout.packing.arrangement import Arrangement, leaf
from sphinx_gitops.render.layout.packing.neighbourhood import neighbours
from sphinx_gitops.render.layout.packing.shelves import arrange
from sphinx_gitops.scene import Box
from support.small_scenes import WIDE, flows, graph_of, group, stage


def rows(made: Arrangement) -> list[str]:
    """The components of each row, boxes beside each other in brackets."""
    found = []
    for shelf in made.shelves:
        texts = [item.key if isinstance(item, Cell) else f"({' '.join(rows(item))})" for item in shelf]
        found.append("".join(texts))
    return found


def around(box: Box, edges: str) -> tuple[Arrangement, list[Arrangement]]:
    graph = graph_of(box, edges=flows(edges))
    made = arrange(graph, graph.root.frames[0], WIDE)[0]
    return made, neighbours(graph, made, set(graph.cells.values()))


def test_a_joined_component_stands_anywhere_else_in_its_row_or_the_row_is_cut() -> None:
    made, found = around(stage("A", "a", "b", "c"), "ab bc")
    assert rows(made) == ["abc"]
    assert sorted(map(rows, found)) == [["a", "bc"], ["ab", "c"], ["acb"], ["bac"], ["bca"], ["cab"]]
    assert [one.cost for one in found] == sorted(one.cost for one in found)
    assert rows(made) == ["abc"]


def test_what_no_edge_joins_is_left_to_the_order_within_its_row() -> None:
    assert sorted(map(rows, around(stage("A", "a", "b", "c"), "")[1])) == [["a", "bc"], ["ab", "c"]]


def test_a_component_of_several_rows_goes_to_another() -> None:
    graph = graph_of(stage("A", *"abcd", direction=None), edges=flows("ac bd"))
    made = leaf(graph, graph.root.frames[0], [[graph.cells[key] for key in row] for row in ("ab", "cd")])
    found = [rows(one) for one in neighbours(graph, made, {graph.cells["a"]})]
    assert ["b", "cda"] in found
    assert ["ab", "cd"] not in found
    assert not any("c" in row for one in found for row in one[:1])


def test_a_box_inside_is_changed_in_its_place_and_the_whole_costs_as_much_more() -> None:
    made, found = around(stage("A", boxes=(group("G", "a", "b"), group("H", "c"))), "ab")
    assert rows(made) == ["(ab)(c)"]
    assert [rows(one) for one in found] == [["(ba)(c)"], ["(a b)(c)"]]
    assert all(one.cost > made.cost for one in found)


def test_a_box_keeps_its_own_direction() -> None:
    assert around(stage("A", "a", "b", direction=Direction.LR), "ab")[1] == []
