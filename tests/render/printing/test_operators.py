"""What a stream of a PDF has of outlines, places and looks: short numbers, and nothing of what is not there."""

from __future__ import annotations

import pydyf
import pytest

from sphinx_gitops.render.printing.operators import outline_operators, place_operators, rounded, style_operators
from sphinx_gitops.render.printing.svg_reader import InheritedStyle


def test_numbers_have_three_places_and_no_negative_zero():
    assert str(rounded(-0.0001)) == "0.0"
    assert rounded(1.23456) == 1.235


@pytest.mark.parametrize("number", [0.0, -0.0, 5.0, 1.5, -2.25, 0.0004, 1.23456, 100000.0, 3])
def test_coordinates_are_those_that_pydyf_writes(number):
    stream = pydyf.Stream()
    stream.line_to(rounded(number), rounded(number))
    assert outline_operators((("L", (number, number)),)) == tuple(stream.stream)


def test_an_outline_has_an_operator_for_each_command():
    found = outline_operators((("M", (0, 0)), ("L", (1.5, 2)), ("C", (1, 2, 3, 4, 5, 6)), ("Z", ())))
    assert found == (b"0 0 m", b"1.5 2 l", b"1 2 3 4 5 6 c", b"h")


def test_a_place_is_a_matrix():
    assert place_operators((1, 0, 0, -1, 0.12345, 7)) == (b"1 0 0 -1 0.123 7 cm",)


def test_a_line_has_its_look_and_a_fill_its_colour():
    assert style_operators(InheritedStyle(fill=None, stroke=None)) == ()
    line = b" ".join(style_operators(InheritedStyle(fill=None, stroke=(1, 0, 0), stroke_width=2.0, dashes=(3.0, 1.0))))
    assert b"1 0 0 RG" in line
    assert b"2 w" in line
    assert b"[ 3 1 ] 0 d" in line or b"[3 1] 0 d" in line
