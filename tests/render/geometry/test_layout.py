"""Rectangles, and the directions in which arrows run down."""

from __future__ import annotations

from sphinx_gitops.model import Direction
from sphinx_gitops.render.geometry.layout import DOWN, Layout, Rect, Route


def test_a_rectangle_has_its_right_and_its_bottom():
    rect = Rect(1, 2, 30, 40)
    assert (rect.right, rect.bottom) == (31, 42)


def test_arrows_run_down_or_up_in_two_directions():
    assert {Direction.TB, Direction.BT} == DOWN


def test_equal_layouts_are_equal():
    one, other = (Layout({"a": Rect(0, 0, 1, 1)}, {}, (Route(((0, 0), (1, 1))),)) for _ in range(2))
    assert one == other
    assert (one.turned, one.unkept) == (False, ())
