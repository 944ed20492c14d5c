"""A TrueType font: its characters and widths, and a subset that is a font itself."""

from __future__ import annotations

import pytest

from sphinx_gitops.render.printing.fonts import default_font
from sphinx_gitops.render.printing.truetype import FontError, TrueTypeFont


def test_a_letter_has_a_glyph_with_the_width_of_arial():
    font = default_font()
    for letter, width in (("A", 667), ("i", 222), ("m", 833), (" ", 278)):
        glyph = font.characters[ord(letter)]
        assert round(font.advance(glyph) * 1000 / font.units_per_em) == width


def test_a_subset_has_the_outlines_and_widths_of_its_glyphs_and_their_parts():
    font = default_font()
    glyphs = [font.characters[ord(letter)] for letter in "A\u00e9"]
    data, numbers = font.subset(glyphs)
    found = tables(data)
    count = int.from_bytes(found["maxp"][4:6], "big")
    assert numbers[0] == 0
    assert count == len(numbers) > 3  # the letter with an accent is composed
    assert int.from_bytes(found["hhea"][34:36], "big") == count
    new = numbers[glyphs[0]]
    assert int.from_bytes(found["hmtx"][4 * new : 4 * new + 2], "big") == font.advance(glyphs[0])
    start = int.from_bytes(found["loca"][4 * new : 4 * new + 4], "big")
    assert found["glyf"][start:].startswith(font.outline(glyphs[0]))
    assert "cmap" not in found
    assert len(data) < 20_000


def test_a_subset_is_the_same_bytes_twice_and_whatever_the_order():
    font = default_font()
    glyphs = [font.characters[ord(letter)] for letter in "Gitops"]
    assert font.subset(glyphs) == font.subset(reversed(glyphs)) == font.subset([*glyphs, *glyphs])


def tables(data: bytes) -> dict[str, bytes]:
    """The tables of a font file by their tags."""
    entries = [data[12 + 16 * number : 28 + 16 * number] for number in range(int.from_bytes(data[4:6], "big"))]
    places = {entry[:4].decode(): (entry[8:12], entry[12:16]) for entry in entries}
    return {tag: data[int.from_bytes(at, "big") :][: int.from_bytes(size, "big")] for tag, (at, size) in places.items()}


@pytest.mark.parametrize(
    "data", [b"", b"OTTO" + bytes(40), b"\0\1\0\0\0\0" + bytes(6), bytes(200), b"\0\1\0\0\xff\xff" + bytes(60)]
)
def test_what_is_no_truetype_font_is_an_error(data):
    with pytest.raises(FontError, match="no TrueType font with outlines"):
        TrueTypeFont(data)
