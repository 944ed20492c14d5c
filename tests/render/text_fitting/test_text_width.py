"""How wide a line is drawn, in px, and whether that is measured or guessed."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.text_fitting.advance_widths import BOLD, REGULAR
from sphinx_gitops.render.text_fitting.text_width import measured, right_to_left, width, zero_width


def test_a_line_is_the_sum_of_its_letters():
    assert width("AiA", 10) == pytest.approx((2 * REGULAR["A"] + REGULAR["i"]) / 100, abs=0.01)
    assert width("AiA", 10, bold=True) == pytest.approx((2 * BOLD["A"] + BOLD["i"]) / 100, abs=0.01)
    assert width("") == 0


def test_twice_the_size_is_twice_the_width():
    assert width("Delivery", 20) == pytest.approx(2 * width("Delivery", 10))


def test_a_letter_of_no_known_width_is_guessed_and_told():
    assert measured("plain \u4e2d")  # a full-width sign is one em in every font
    assert not measured("\u05e9")
    assert 3 <= width("\u05e9", 10) <= 8


@pytest.mark.parametrize("character", ["\u0301", "\u200b", "\u200d", "\ufe0f"])
def test_marks_and_joiners_take_no_room(character):
    assert zero_width(character)
    assert width("a" + character, 10) == width("a", 10)


def test_a_text_runs_leftwards_where_its_script_does():
    assert right_to_left("\u05e9\u05dc\u05d5\u05dd")
    assert right_to_left("\u0645\u0631\u062d\u0628\u0627 v2")
    assert not right_to_left("plain")
    assert not right_to_left("12 !")
