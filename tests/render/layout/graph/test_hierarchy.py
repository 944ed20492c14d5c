"""Frames, shelves and cells: what holds what, and what may move."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, RowContent, Shelf
from support.small_scenes import cells, shelf


def nest() -> tuple[Frame, Frame, Frame]:
    """A picture with a stage in it that holds a group beside a cell, planted."""
    root = Frame("", -1, framed=False)
    outer = Frame("s", 0, parent=root)
    inner = Frame("g", 1, parent=outer)
    inner.shelves = [Shelf(RowContent.TITLE), shelf(*cells("a", "b", frame=inner)), shelf(*cells("c", frame=inner))]
    outer.shelves = [Shelf(RowContent.TITLE), shelf(*cells("d", frame=outer), inner, *cells("e", frame=outer))]
    root.shelves = [shelf(outer)]
    return root, outer, inner


def test_the_ancestors_of_a_frame_are_itself_and_what_it_stands_in() -> None:
    root, outer, inner = nest()
    assert inner.ancestors() == [inner, outer, root]
    assert root.ancestors() == [root]


def test_frames_are_walked_outermost_first_and_only_those_planted() -> None:
    root, outer, inner = nest()
    outer.frames.append(Frame("not planted", 1, parent=outer))
    assert list(root.walk()) == [root, outer, inner]
    assert list(inner.walk()) == [inner]


def test_the_cells_of_a_frame_are_those_of_its_frames_too_in_the_order_of_the_shelves() -> None:
    root, _, inner = nest()
    assert [cell.key for cell in root.all_cells()] == ["d", "a", "b", "c", "e"]
    assert [cell.key for cell in inner.all_cells()] == ["a", "b", "c"]


def test_a_cell_is_as_wide_as_both_its_sides() -> None:
    assert Cell(Frame("", 0), 12, 30, 9).width == 42


@pytest.mark.parametrize(
    ("column", "key", "fixed"),
    [(False, "a", True), (False, "", False), (True, "a", False), (None, "a", False)],
)
def test_only_a_component_of_a_box_that_runs_along_its_rows_is_fixed(
    column: bool | None, key: str, fixed: bool
) -> None:
    assert Cell(Frame("", 0, column=column), 1, 1, 1, key).fixed is fixed


def test_a_box_stands_where_it_is_written() -> None:
    frame = Frame("", 0)
    assert (frame.fixed, frame.pin) == (True, 0)
