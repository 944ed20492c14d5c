"""Rows across the whole picture: boxes beside each other share them."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, RowContent, Shelf
from sphinx_gitops.render.layout.graph.rows import align, flatten, height_of, insert_row, number_rows
from support.small_scenes import cells, shelf

KINDS = {"T": RowContent.TITLE, "N": RowContent.NODES, "B": RowContent.BLANK}


def frame(key: str, kinds: str, *, framed: bool = True) -> Frame:
    """A frame with one shelf for each letter, a component in each row of components."""
    made = Frame(key, 1, framed=framed)
    for number, letter in enumerate(kinds):
        some = cells(f"{key}{number}", frame=made) if letter == "N" else []
        made.shelves.append(Shelf(KINDS[letter], list(some)))
    return made


def kinds(made: Frame) -> str:
    letters = {kind: letter for letter, kind in KINDS.items()}
    return "".join(letters[one.kind] for one in made.shelves)


def around(*shelves: Shelf) -> Frame:
    made = Frame("out", 0, framed=False, shelves=list(shelves))
    for one in shelves:
        for item in one.items:
            if isinstance(item, Frame):
                item.parent = made
    return made


@pytest.mark.parametrize(
    ("one", "other", "rows", "first", "second"),
    [
        ("TNN", "TN", "TNN", "TNN", "TNB"),
        ("TN", "N", "TN", "TN", "BN"),
        ("NTN", "TN", "TNTN", "BNTN", "TNBB"),
        ("TN", "", "TN", "TN", "BB"),
    ],
)
def test_titles_stand_beside_titles_and_components_beside_components(
    one: str, other: str, rows: str, first: str, second: str
) -> None:
    a, b = frame("a", one), frame("b", other)
    found = align(around(shelf(a, b)))
    assert found == [KINDS[letter] for letter in rows]
    assert (kinds(a), kinds(b)) == (first, second)


def test_a_frame_alone_in_its_shelf_gets_no_rows_and_shelves_follow_one_another() -> None:
    a, b = frame("a", "TN"), frame("b", "TNN")
    out = around(Shelf(RowContent.TITLE), shelf(a), shelf(b))
    assert align(out) == [KINDS[letter] for letter in "TTNTNN"]
    assert (kinds(a), kinds(b)) == ("TN", "TNN")


def test_a_shelf_is_as_high_as_the_boxes_in_it() -> None:
    a = frame("a", "TNN")
    out = frame("o", "T")
    out.shelves.append(shelf(a))
    assert height_of(out.shelves[0]) == 1
    assert height_of(shelf(a)) == 3
    assert height_of(shelf(out)) == 4


@pytest.mark.parametrize(("at", "found"), [(0, "BTNN"), (1, "TBNN"), (3, "TNNB"), (9, "TNNB")])
def test_a_row_is_put_before_the_row_asked_for_and_past_the_last_at_the_end(at: int, found: str) -> None:
    made = frame("a", "TNN")
    row = insert_row(made, at)
    assert kinds(made) == found
    assert made.shelves[min(at, 3)] is row


def test_a_row_in_the_midst_of_boxes_is_put_into_all_beside_each_other() -> None:
    a, b = frame("a", "TN"), frame("b", "TN")
    out = around(shelf(a, b))
    row = insert_row(out, 1)
    assert (kinds(a), kinds(b), len(out.shelves)) == ("TBN", "TBN", 1)
    assert a.shelves[1] is row


def test_a_row_where_boxes_end_stands_between_them_unless_it_is_to_stand_inside_one() -> None:
    a, b, c = frame("a", "TN"), frame("b", "TN"), frame("c", "TN")
    out = around(shelf(a, b), shelf(c))
    insert_row(out, 2)
    assert (kinds(a), kinds(b), kinds(c), out.shelves[1].kind) == ("TN", "TN", "TN", RowContent.BLANK)
    row = insert_row(out, 2, inside=b)
    assert (kinds(a), kinds(b), kinds(c)) == ("TNB", "TNB", "TN")
    assert b.shelves[2] is row


def test_a_row_inside_the_frame_itself_is_one_of_its_own() -> None:
    a = frame("a", "TN")
    out = around(shelf(a))
    assert insert_row(out, 2, inside=out) is out.shelves[1]
    assert kinds(a) == "TN"


def test_frames_shelves_and_cells_are_told_their_rows() -> None:
    a, b = frame("a", "TN"), frame("b", "TNN")
    out = around(Shelf(RowContent.TITLE), shelf(a), shelf(b))
    assert number_rows(out, 4) == 10
    assert [(one.first, one.last) for one in out.shelves] == [(4, 4), (5, 6), (7, 9)]
    assert [(one.first, one.last) for one in (out, a, b)] == [(4, 9), (5, 6), (7, 9)]
    assert [(cell.key, cell.first, cell.last) for cell in out.all_cells()] == [("a1", 6, 6), ("b1", 8, 8), ("b2", 9, 9)]
    assert out.shelf_of_row == [out.shelves[0], *[out.shelves[1]] * 2, *[out.shelves[2]] * 3]


def test_rows_have_cells_and_where_boxes_open_and_close() -> None:
    a, bare = frame("a", "TN"), frame("b", "BN", framed=False)
    out = around(shelf(a, bare))
    number_rows(out)
    (cell,), (other,) = a.cells, bare.cells
    assert flatten(out) == [[(a, True), (a, False)], [(a, True), cell, (a, False), other]]


def test_a_cell_beside_a_high_box_stands_in_all_its_rows() -> None:
    a = frame("a", "TN")
    out = around()
    dummy = Cell(out, 0, 0, 0)
    out.shelves = [shelf(dummy, a)]
    number_rows(out)
    dummy.last = 1
    assert [row[0] for row in flatten(out)] == [dummy, dummy]
