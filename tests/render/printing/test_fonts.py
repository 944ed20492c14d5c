"""Fonts of paper: the built-in one, a project's own, and the glyphs that lines need."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.printing.fonts import EmbeddedFont, default_font, font_of, lacking


def test_without_a_name_it_is_the_built_in_one():
    assert font_of("") is default_font()


@pytest.mark.parametrize("content", [None, b"no font"])
def test_a_font_that_cannot_be_read_is_named_without_its_folder(tmp_path, content):
    path = tmp_path / "mine.ttf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RenderError, match=r"the font 'mine\.ttf' cannot be used") as raised:
        font_of(str(path))
    assert content is None or str(tmp_path) not in str(raised.value)


def test_letters_that_the_font_lacks_are_told_once_each():
    assert lacking(default_font(), ["Ab \u4e2d\u4e2d", "\u0e01 x"]) == "\u0e01\u4e2d"
    assert lacking(default_font(), ["e\u0301 \u200d\ufe0f\u200e"]) == ""


def test_composed_letters_are_one_glyph_and_marks_of_direction_take_no_room():
    texts = ["e\u0301", "\u00e9", "a\u200eb", "ab", "a\ufe0fb", "\u4e2d"]
    font = EmbeddedFont(default_font(), texts)
    assert font.encode("e\u0301") == font.encode("\u00e9")
    assert font.width("a\u200eb") == font.width("ab")
    assert font.encode("a\ufe0fb") == font.encode("ab")  # the font has no glyph for this
    assert font.encode("\u4e2d") == "0000"


def test_widths_are_those_of_arial():
    font = EmbeddedFont(default_font(), ["AA"])
    assert font.width("AA") == pytest.approx(1.334, abs=0.001)
    assert font.width("") == 0


def test_glyphs_are_numbered_by_their_place_in_the_font():
    font = EmbeddedFont(default_font(), ["ba", "a"])
    assert font.encode("ab") == "00010002"
