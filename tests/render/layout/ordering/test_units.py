"""What edges join along a row keeps together; what is pinned keeps to an end."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame
from sphinx_gitops.render.layout.ordering.units import free, pin, pinned, units_of
from support.small_scenes import flows, graph_of, keys, planted_graph, stage


@pytest.mark.parametrize(
    ("edges", "units"), [("", ["a", "b", "c"]), ("ab", ["ab", "c"]), ("ab bc", ["abc"]), ("ac", ["ac", "b"])]
)
def test_what_edges_join_along_a_row_is_one_unit(edges: str, units: list[str]) -> None:
    made = planted_graph(graph_of(stage("A", "a", "b", "c", direction=Direction.LR), edges=flows(edges)))
    shelf = next(shelf for shelf in made.frame("A").shelves if made.cell("a") in shelf.items)
    cells = [
        [item for item in unit if isinstance(item, Cell) and item.key] for unit in units_of(made.graph, shelf, set())
    ]
    assert keys([unit for unit in cells if unit]) == units


def test_neighbouring_boxes_with_an_arrow_between_them_are_one_unit() -> None:
    made = planted_graph(graph_of(stage("A", "a", "b"), edges=flows("")))
    one, other = made.cell("a"), made.cell("b")
    shelf = next(shelf for shelf in made.frame("A").shelves if one in shelf.items)
    assert len(units_of(made.graph, shelf, {(one, other)})) == len(units_of(made.graph, shelf, set())) - 1


@pytest.mark.parametrize(("pins", "stronger"), [([0], 0), ([2], 2), ([0, 0], 0), ([-2, 1], -2), ([0, 1], 1)])
def test_a_unit_is_pinned_as_the_strongest_of_its_items(pins: list[int], stronger: int) -> None:
    unit = [Cell(Frame("", 0), 1, 1, 1, "a", pin=one) for one in pins]
    assert (pin([*unit]), pinned([*unit]), free([*unit])) == (stronger, bool(stronger), not stronger)


def test_a_component_of_a_box_along_whose_rows_flows_run_is_not_free() -> None:
    assert not free([Cell(Frame("", 0, column=False), 1, 1, 1, "a")])
