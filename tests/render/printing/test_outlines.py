"""Path data as lines and cubic curves."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_gitops.render.printing.outlines import arc, ellipse, polyline, rectangle, segments


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 2L3 4Z", [("M", (1, 2)), ("L", (3, 4)), ("Z", ())]),
        ("m1 2l3 4h1v-1", [("M", (1, 2)), ("L", (4, 6)), ("L", (5, 6)), ("L", (5, 5))]),
        ("M1,2,3,4", [("M", (1, 2)), ("L", (3, 4))]),
        ("M0 0H9V-.5", [("M", (0, 0)), ("L", (9, 0)), ("L", (9, -0.5))]),
        ("M0 0Q3 3 6 0", [("M", (0, 0)), ("C", (2, 2, 4, 2, 6, 0))]),
        ("M0 0Q3 3 6 0T12 0", [("M", (0, 0)), ("C", (2, 2, 4, 2, 6, 0)), ("C", (8, -2, 10, -2, 12, 0))]),
        ("M0 0C1 1 2 1 3 0S5-1 6 0", [("M", (0, 0)), ("C", (1, 1, 2, 1, 3, 0)), ("C", (4, -1, 5, -1, 6, 0))]),
        ("M1 1S3 2 4 1", [("M", (1, 1)), ("C", (1, 1, 3, 2, 4, 1))]),  # after no curve, its first control point is here
        ("M0 0Q3 3 6 0S7 2 8 0", [("M", (0, 0)), ("C", (2, 2, 4, 2, 6, 0)), ("C", (6, 0, 7, 2, 8, 0))]),
        ("M1 1T4 1", [("M", (1, 1)), ("C", (1, 1, 2, 1, 4, 1))]),
        ("M1 1A3 3 0 0 1 1 1L2 2", [("M", (1, 1)), ("L", (2, 2))]),  # an arc to where it starts is none
        ("M1 1A0 3 0 0 1 4 1", [("M", (1, 1)), ("C", (1, 1, 4, 1, 4, 1))]),  # one without a radius is a line
        ("M1 1l1 1zl2 2", [("M", (1, 1)), ("L", (2, 2)), ("Z", ()), ("L", (3, 3))]),
    ],
)
def test_commands_become_absolute_lines_and_curves(data, expected):
    assert list(segments(data)) == expected


@pytest.mark.parametrize("data", ["M 1", "X 1 2", "M 1 2 L 3", "M 1 L 2 3"])
def test_what_is_no_path_data_is_an_error(data):
    with pytest.raises(ValueError, match="path command"):
        segments(data)


@given(st.floats(1, 50), st.floats(0.1, 6), st.booleans())
def test_an_arc_stays_on_its_circle(radius, angle, sweep):
    end = radius * math.cos(angle), radius * math.sin(angle) * (1 if sweep else -1)
    curves = list(arc(radius, 0, radius, radius, 0, float(angle > math.pi), float(sweep), *end))
    assert curves
    for curve in curves:
        assert math.hypot(*curve[4:]) == pytest.approx(radius, rel=1e-6)
    assert curves[-1][4:] == end


def test_a_rounded_rectangle_stays_in_its_box():
    points = [pair for _, n in rectangle(1, 2, 30, 10, 99) for pair in zip(n[::2], n[1::2], strict=True)]
    assert points
    assert all(1 - 1e-9 <= x <= 31 + 1e-9 and 2 - 1e-9 <= y <= 12 + 1e-9 for x, y in points)


def test_an_ellipse_ends_where_it_starts():
    found = ellipse(5, 5, 3, 2)
    assert found[0][1] == found[-2][1][4:]


def test_a_polygon_is_closed_and_a_polyline_is_not():
    assert polyline("0,0 1,0 1,1", closed=True)[-1] == ("Z", ())
    assert polyline("0,0 1,0 1,1", closed=False)[-1] == ("L", (1, 1))
