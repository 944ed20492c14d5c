"""What a stream of a PDF has of outlines, places and looks: short numbers, and nothing of what is not there."""

from __future__ import annotations

import pydyf
import pytest

from sphinx_gitops.render.printing.operators import (
    digits,
    letter_operators,
    outline_operators,
    place_operators,
    rounded,
    style_operators,
)
from sphinx_gitops.render.printing.outlines import Contour
from sphinx_gitops.render.printing.svg_styles import InheritedStyle


def test_numbers_have_three_places_and_no_negative_zero():
    assert str(rounded(-0.0001)) == "0.0"
    assert rounded(1.23456) == 1.235


@pytest.mark.parametrize("number", [0.0, -0.0, 5.0, 1.5, -2.25, 0.0004, 1.23456, 100000.0, 3])
def test_numbers_are_those_that_pydyf_writes(number):
    stream = pydyf.Stream()
    stream.set_line_width(rounded(number))
    assert f"{digits(number)} w".encode() == stream.stream[0]


def test_an_outline_has_an_operator_for_each_command():
    found = outline_operators(Contour("MLCZ", (0, 0, 1.5, 2, 1, 2, 3, 4, 5, 6)))
    assert found.splitlines() == ["0 0 m", "1.5 2 l", "1 2 3 4 5 6 c", "h"]


def test_a_place_is_a_matrix():
    assert place_operators((1, 0, 0, -1, 0.12345, 7)) == "1 0 0 -1 0.123 7 cm"


def test_a_line_has_its_look_and_a_fill_its_colour():
    assert style_operators(InheritedStyle(fill=None, stroke=None)) == ""
    assert style_operators(InheritedStyle(fill=(0.0, 0.5, 1.0))) == "0 0.5 1 rg"
    line = InheritedStyle(fill=None, stroke=(1, 0, 0), stroke_width=2.0, dashes=(3.0, 1.0), cap="round", join="bevel")
    assert style_operators(line).splitlines() == ["1 0 0 RG", "2 w", "1 J", "2 j", "[3 1] 0 d"]


def test_bold_letters_have_a_line_and_their_halo_has_none():
    bold = InheritedStyle(font_size=20.0, bold=True)
    assert letter_operators(bold, halo=False).splitlines() == ["BT", "/F 20 Tf", "0 0 0 RG", "0.7 w", "[] 0 d", "2 Tr"]
    assert letter_operators(bold, halo=True).splitlines() == ["BT", "/F 20 Tf", "1 Tr"]
    assert letter_operators(InheritedStyle(), halo=False).splitlines() == ["BT", "/F 16 Tf", "0 Tr"]
