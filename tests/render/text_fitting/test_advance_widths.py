"""Widths of Arial, as the font that is embedded has them."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.printing.fonts import default_font
from sphinx_gitops.render.text_fitting.advance_widths import BOLD, REGULAR


@pytest.mark.parametrize(
    ("letter", "regular", "bold"),
    [
        ("A", 667, 722),
        ("i", 222, 278),
        (" ", 278, 278),
        ("é", 556, 556),
        ("Ж", 923, 904),
        ("Ω", 748, 802),
        ("→", 1000, 1000),
    ],
)
def test_a_letter_has_its_width(letter, regular, bold):
    assert (REGULAR[letter], BOLD[letter]) == (regular, bold)


def test_both_weights_have_the_same_letters():
    assert REGULAR
    assert set(REGULAR) == set(BOLD)


def test_the_embedded_font_is_as_wide():
    """Within half a thousandth of the font size, but for the few letters that it draws in its own way."""
    font = default_font()
    scale = 1000 / font.units_per_em
    known = {
        letter: font.advance(font.characters[ord(letter)]) * scale
        for letter in REGULAR
        if ord(letter) in font.characters
    }
    assert len(known) > 0.95 * len(REGULAR)
    ascii_letters = {letter: width for letter, width in known.items() if letter.isascii()}
    assert {letter: round(width) for letter, width in ascii_letters.items()} == {
        letter: REGULAR[letter] for letter in ascii_letters
    }
