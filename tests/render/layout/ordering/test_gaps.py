"""An edge may stand between any two units of a shelf, but not beyond what is pinned to its ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.layout import Budget, lay_out
from sphinx_gitops.render.layout.faults import faults
from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item
from sphinx_gitops.render.layout.graph.ways import PINNED
from sphinx_gitops.render.layout.ordering.gaps import gaps_between
from support.staged_scenes import staged_scene

FRAME = Frame("", 0)


def cell(x: int, pin: int = 0) -> Cell:
    return Cell(FRAME, 5, 5, 10, x=x, pin=pin)


def row(*cells: Cell) -> tuple[list[list[Item]], dict[Item, int]]:
    return [[one] for one in cells], dict.fromkeys(cells, 20)


def test_a_gap_lies_in_the_middle_between_two_units_and_beside_the_outermost() -> None:
    cells = [cell(100), cell(200), cell(300)]
    found = gaps_between(*row(*cells))
    assert found.gaps == [(84, 0), (150, 1), (250, 2), (316, 3)]
    assert found.without(cells[1]) == [(84, 0), (200, 2), (316, 3)]
    assert found.without(cells[0]) == [(184, 1), (250, 2), (316, 3)]
    assert found.without(cells[2]) == [(84, 0), (150, 1), (216, 3)]


def test_one_alone_stays_where_it_stands() -> None:
    alone = cell(70)
    assert gaps_between(*row(alone)).without(alone) == [(70, 1)]


@pytest.mark.parametrize(
    ("pins", "numbers"),
    [((0, 0, 0, 0), [0, 2, 3, 4]), ((-PINNED, 0, 0, 0), [2, 3, 4]), ((0, 0, 0, PINNED), [0, 2, 3])],
)
def test_nothing_stands_beyond_what_is_pinned(pins: tuple[int, ...], numbers: list[int]) -> None:
    cells = [cell(100 * number, pin) for number, pin in enumerate(pins)]
    assert [number for _, number in gaps_between(*row(*cells)).without(cells[1])] == numbers


@pytest.mark.parametrize(
    ("pins", "at", "numbers"), [((0, 0, PINNED, 0), 3, [0, 1, 2]), ((0, -PINNED, 0, 0), 0, [2, 3, 4])]
)
def test_what_stands_beyond_what_is_pinned_has_no_gap_there(pins: tuple[int, ...], at: int, numbers: list[int]) -> None:
    cells = [cell(100 * number, pin) for number, pin in enumerate(pins)]
    assert [number for _, number in gaps_between(*row(*cells)).without(cells[at])] == numbers


@pytest.mark.parametrize("direction", list(Direction))
def test_a_way_that_is_planted_beyond_what_is_pinned_is_drawn_without_fault(direction: Direction) -> None:
    shown = replace(staged_scene(367, 12), direction=direction)
    assert faults(shown, lay_out(shown, Budget())) == []


def test_a_chain_is_no_gap() -> None:
    one, two, three = cell(100), cell(130), cell(200)
    found = gaps_between([[one, two], [three]], dict.fromkeys([one, two, three], 20))
    assert found.gaps == [(84, 0), (165, 1), (216, 2)]
