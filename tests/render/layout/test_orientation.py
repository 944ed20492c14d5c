"""Axes are swapped for LR and RL alone."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.layout.orientation import oriented

LAYOUT = Layout(
    {"A": Rect(0, 1, 200, 50)},
    {"a": Rect(10, 20, 30, 40)},
    (Route(((1, 2), (3, 4)), Rect(5, 6, 70, 8)), Route(((9, 8), (9, 7)))),
    turned=True,
    unkept=("A",),
)


@pytest.mark.parametrize("direction", [Direction.TB, Direction.BT])
def test_a_layout_that_runs_along_the_y_axis_stays(direction: Direction) -> None:
    assert oriented(LAYOUT, direction) is LAYOUT


@pytest.mark.parametrize("direction", [Direction.LR, Direction.RL])
def test_boxes_components_arrows_and_labels_swap_their_axes(direction: Direction) -> None:
    found = oriented(LAYOUT, direction)
    assert found.boxes == {"A": Rect(1, 0, 50, 200)}
    assert found.nodes == {"a": Rect(20, 10, 40, 30)}
    assert found.routes == (Route(((2, 1), (4, 3)), Rect(6, 5, 8, 70)), Route(((8, 9), (7, 9))))
    assert (found.turned, found.unkept) == (True, ("A",))
