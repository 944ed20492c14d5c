"""Path data as lines and cubic curves."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_gitops.render.printing.outlines import arc, ellipse, path, rectangle


@pytest.mark.parametrize(
    ("data", "commands", "numbers"),
    [
        ("", "", []),
        ("M1 2L3 4Z", "MLZ", [1, 2, 3, 4]),
        ("m1 2l3 4h1v-1", "MLLL", [1, 2, 4, 6, 5, 6, 5, 5]),
        ("M1,2,3,4", "ML", [1, 2, 3, 4]),
        ("M0 0H9V-.5", "MLL", [0, 0, 9, 0, 9, -0.5]),
        ("M1e1 2E-1L1.e+1 4", "ML", [10, 0.2, 10, 4]),
        ("M0 0Q3 3 6 0", "MC", [0, 0, 2, 2, 4, 2, 6, 0]),
        ("M0 0Q3 3 6 0T12 0", "MCC", [0, 0, 2, 2, 4, 2, 6, 0, 8, -2, 10, -2, 12, 0]),
        ("M0 0C1 1 2 1 3 0S5-1 6 0", "MCC", [0, 0, 1, 1, 2, 1, 3, 0, 4, -1, 5, -1, 6, 0]),
        ("M1 1S3 2 4 1", "MC", [1, 1, 1, 1, 3, 2, 4, 1]),  # after no curve, its first control point is here
        ("M0 0Q3 3 6 0S7 2 8 0", "MCC", [0, 0, 2, 2, 4, 2, 6, 0, 6, 0, 7, 2, 8, 0]),
        ("M0 0C1 1 2 1 3 0L4 0S5 1 6 0", "MCLC", [0, 0, 1, 1, 2, 1, 3, 0, 4, 0, 4, 0, 5, 1, 6, 0]),
        ("M1 1T4 1", "MC", [1, 1, 1, 1, 2, 1, 4, 1]),
        ("M1 1A3 3 0 0 1 1 1L2 2", "ML", [1, 1, 2, 2]),  # an arc to where it starts is none
        ("M1 1A0 3 0 0 1 4 1", "MC", [1, 1, 1, 1, 4, 1, 4, 1]),  # one without a radius is a line
        ("M1 1a0 3 0 0 1 3 0", "MC", [1, 1, 1, 1, 4, 1, 4, 1]),
        ("M1 1l1 1zl2 2", "MLZL", [1, 1, 2, 2, 3, 3]),
    ],
)
def test_commands_become_absolute_lines_and_curves(data, commands, numbers):
    found = path(data)
    assert (found.commands, list(found.numbers)) == (commands, numbers)


@pytest.mark.parametrize("data", ["M 1", "X 1 2", "M 1 2 L 3", "M 1 L 2 3", "1 2 L 3 4", "M 1 2 Z 3", "M 1 2 e"])
def test_what_is_no_path_data_is_an_error(data):
    with pytest.raises(ValueError, match="path command"):
        path(data)


def test_the_same_data_is_one_outline():
    assert path("M3 5L7 9") is path("M3 5L7 9")


@given(st.floats(1, 50), st.floats(0.1, 6), st.booleans())
def test_an_arc_stays_on_its_circle(radius, angle, sweep):
    end = radius * math.cos(angle), radius * math.sin(angle) * (1 if sweep else -1)
    curves = list(arc(radius, 0, radius, radius, 0, float(angle > math.pi), float(sweep), *end))
    assert curves
    for curve in curves:
        assert math.hypot(*curve[4:]) == pytest.approx(radius, rel=1e-6)
    assert curves[-1][4:] == end


def test_a_rounded_rectangle_stays_in_its_box():
    numbers = rectangle(1, 2, 30, 10, 99).numbers
    assert (min(numbers[::2]), max(numbers[::2]), min(numbers[1::2]), max(numbers[1::2])) == (1, 31, 2, 12)


def test_the_corners_of_a_rectangle_are_arcs():
    rounded, drawn = (
        rectangle(1, 2, 30, 10, 4),
        path("M5 2H27A4 4 0 0 1 31 6V8A4 4 0 0 1 27 12H5A4 4 0 0 1 1 8V6A4 4 0 0 1 5 2Z"),
    )
    assert rounded.commands == drawn.commands
    assert rounded.numbers == pytest.approx(drawn.numbers)


def test_an_ellipse_ends_where_it_starts():
    found = ellipse(5, 5, 3, 2)
    assert found.numbers[:2] == found.numbers[-2:]
