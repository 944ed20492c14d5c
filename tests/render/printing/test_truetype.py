"""A TrueType font: its characters and widths, and a subset that is a font itself."""

from __future__ import annotations

import importlib.resources
import struct

import pytest

from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.printing.converters import converter
from sphinx_gitops.render.printing.fonts import PACKAGE, default_font
from sphinx_gitops.render.printing.pdf import to_pdf
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


def whole() -> dict[str, bytes]:
    """The tables of the font that comes with the package."""
    return tables(importlib.resources.files(PACKAGE).joinpath("files/Arimo[wght].ttf").read_bytes())


def file(found: dict[str, bytes]) -> bytes:
    """A font file of tables."""
    directory, body = b"", b""
    for tag, data in found.items():
        directory += struct.pack(">4sIII", tag.encode(), 0, 12 + 16 * len(found) + len(body), len(data))
        body += data
    return struct.pack(">IHHHH", 0x00010000, len(found), 0, 0, 0) + directory + body


def mapped(subtable: bytes, platform: int = 3, encoding: int = 1) -> bytes:
    """The font with another character map."""
    return file({**whole(), "cmap": struct.pack(">HHHHI", 0, 1, platform, encoding, 12) + subtable})


def test_parts_that_letters_share_are_in_a_subset_once():
    font = default_font()
    one, two = (font.characters[ord(letter)] for letter in "\u00e9\u00e8")
    (_, first), (_, second), (_, both) = font.subset([one]), font.subset([two]), font.subset([one, two])
    assert set(both) == {*first, *second}
    assert len(both) < len(first) + len(second) - 1


def test_a_map_of_all_planes_is_read():
    groups = [(0x41, 0x43, 36), (0x1F600, 0x1F600, 70)]
    data = struct.pack(">HHIII", 12, 0, 0, 0, len(groups)) + b"".join(struct.pack(">III", *one) for one in groups)
    assert TrueTypeFont(mapped(data, encoding=10)).characters == {0x41: 36, 0x42: 37, 0x43: 38, 0x1F600: 70}


def test_a_letter_that_a_map_has_without_a_glyph_is_one_that_the_font_lacks():
    end, pad, start, delta, offset = 0x42, 0, 0x41, 0, 2  # one segment, A to B, with a list of glyphs behind it
    data = struct.pack(">7H5H2H", 4, 0, 0, 2, 0, 0, 0, end, pad, start, delta, offset, 0, 37)
    assert TrueTypeFont(mapped(data)).characters == {0x42: 37}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (mapped(struct.pack(">H", 2)), "the font's character map has the format 2, which is not read"),
        (mapped(b"", platform=1), "the font has no Unicode character map"),
        (mapped(struct.pack(">HHHH", 4, 0, 0, 900)), "this is no TrueType font with outlines"),
        (file({**whole(), "hmtx": b"\0"}), "this is no TrueType font with outlines"),
        (file({**whole(), "cmap": b""}), "this is no TrueType font with outlines"),
    ],
)
def test_a_font_without_widths_or_a_map_of_letters_is_named(tmp_path, data, said):
    (tmp_path / "mine.ttf").write_bytes(data)
    with pytest.raises(RenderError) as raised:
        converter(SVG, font=str(tmp_path / "mine.ttf"))
    assert str(raised.value) == f"the font 'mine.ttf' cannot be used: {said}"


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="9">\u00e9\u00c4A</text></svg>'


def test_a_font_with_an_outline_that_is_none_is_an_error(tmp_path):
    composite = struct.pack(">hhhhhHH", -1, 0, 0, 0, 0, 0x0021, 0xFFFF)
    (tmp_path / "mine.ttf").write_bytes(file({**whole(), "glyf": composite * 40_000}))
    with pytest.raises(RenderError, match="the font cannot be used: an outline of the font is damaged"):
        to_pdf(SVG, font=str(tmp_path / "mine.ttf"))
