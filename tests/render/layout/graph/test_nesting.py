"""The frames around the ends of an edge, up to the innermost that holds both."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.layout.graph.hierarchy import Cell, Frame, Item
from sphinx_gitops.render.layout.graph.nesting import nesting

ROOT = Frame("", -1)
OUTER = Frame("outer", 0, parent=ROOT)
LEFT, RIGHT = (Frame(key, 1, parent=OUTER) for key in ("left", "right"))
DEEP = Frame("deep", 2, parent=RIGHT)


def cell(key: str, frame: Frame) -> Cell:
    return Cell(frame, 10, 10, 10, key)


A, B, C = cell("a", LEFT), cell("b", LEFT), cell("c", DEEP)


@pytest.mark.parametrize(
    ("one", "other", "common", "children", "around"),
    [
        (A, B, LEFT, (A, B), ([], [])),
        (A, C, OUTER, (LEFT, RIGHT), ([LEFT], [DEEP, RIGHT])),
        (A, DEEP, OUTER, (LEFT, RIGHT), ([LEFT], [RIGHT])),
        (LEFT, RIGHT, OUTER, (LEFT, RIGHT), ([], [])),
        (A, A, LEFT, (A, A), ([], [])),
        (C, RIGHT, RIGHT, (C, RIGHT), ([], [])),
        (OUTER, C, OUTER, (OUTER, C), ([], [])),
    ],
)
def test_what_two_ends_have_in_common(
    one: Item, other: Item, common: Frame, children: tuple[Item, Item], around: tuple[list[Frame], list[Frame]]
) -> None:
    found = nesting(one, other)
    assert (found.common, found.children, found.around) == (common, children, around)
    assert (found.within(one), found.child(one)) == (around[0], children[0])
    if one is not other:
        assert (found.within(other), found.child(other)) == (around[1], children[1])


def test_an_edge_stays_in_what_it_leaves_until_that_ends_and_is_in_what_it_enters_from_its_title_on() -> None:
    LEFT.first, LEFT.last = 0, 3
    RIGHT.first, RIGHT.last, DEEP.first, DEEP.last = 5, 9, 7, 9
    rows = [LEFT, LEFT, OUTER, RIGHT, RIGHT, DEEP]
    assert [nesting(A, C).frame_at(row, A) for row in range(2, 8)] == rows
    assert [nesting(C, A).frame_at(row, A) for row in range(2, 8)] == rows
