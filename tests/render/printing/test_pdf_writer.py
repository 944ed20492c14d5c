"""Our own PDF: what an SVG draws is drawn, text can be read, links work, and the bytes are the same."""

from __future__ import annotations

import io
import sys

import pypdf
import pytest

from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.printing.pdf import missing_letters, to_pdf
from sphinx_gitops.render.printing.png import to_png

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100">'


def svg(inside: str) -> str:
    return f"{HEAD}{inside}</svg>"


def page(inside: str) -> pypdf.PageObject:
    return pypdf.PdfReader(io.BytesIO(to_pdf(svg(inside)))).pages[0]


def operators(inside: str) -> str:
    return page(inside).get_contents().get_data().decode("latin-1")


def test_the_page_is_as_large_as_the_picture_at_96_px_an_inch():
    assert [float(side) for side in page("").mediabox] == [0, 0, 150, 75]


def test_text_can_be_found_whatever_its_script():
    assert page('<text x="9" y="20">Sécurité Ω Журнал שלום</text>').extract_text().split()[:3] == ["Sécurité", "Ω", "Журнал"]  # fmt: skip


def test_the_font_is_embedded_with_the_glyphs_in_use_alone():
    font = page('<text x="9" y="20">ab</text>')["/Resources"]["/Font"]["/F"]
    descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    assert 300 < len(descriptor["/FontFile2"].get_object().get_data()) < 20_000
    assert len(font["/DescendantFonts"][0].get_object()["/W"][1]) == 3


def test_a_composed_letter_brings_its_parts():
    one, two = (page(f'<text x="9" y="20">{text}</text>') for text in ("e", "é"))
    sizes = [
        len(found["/Resources"]["/Font"]["/F"]["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"].get_data())
        for found in (one, two)
    ]
    assert sizes[1] > sizes[0]


def test_a_line_is_as_long_as_it_was_measured():
    text = operators('<text x="9" y="20" font-size="10" textLength="16.68">ab</text>')
    matrix = next(line for line in text.splitlines() if line.endswith(" Tm")).split()
    assert float(matrix[0]) == pytest.approx(1.5, abs=0.01)


@pytest.mark.parametrize(("anchor", "left"), [("start", 100.0), ("middle", 100 - 5.56), ("end", 100 - 11.12)])
def test_text_starts_where_its_anchor_says(anchor, left):
    text = operators(f'<text x="100" y="20" font-size="10" text-anchor="{anchor}">ab</text>')
    matrix = next(line for line in text.splitlines() if line.endswith(" Tm")).split()
    assert float(matrix[4]) == pytest.approx(left, abs=0.05)


def test_a_halo_is_drawn_before_its_letters():
    text = operators('<text x="9" y="20" stroke="#ffffff" paint-order="stroke" stroke-width="5">ab</text>')
    assert [line for line in text.splitlines() if line.endswith(" Tr")] == ["1 Tr", "0 Tr"]


def test_dashes_colours_and_widths_are_those_of_the_picture():
    text = operators('<g stroke="#ff0000"><path d="M1 2H30" fill="none" stroke-width="3" stroke-dasharray="4 2"/></g>')
    assert "1 0 0 RG" in text
    assert "[4 2] 0 d" in text
    assert "3 w" in text
    assert "1 2 m\n30 2 l\nS" in text


def test_opacity_is_kept():
    states = page('<rect width="9" height="9" fill="#000000" opacity="0.5"/>')["/Resources"]["/ExtGState"]
    assert [float(state.get_object()["/ca"]) for state in states.values()] == [0.5]


def test_a_link_is_over_what_it_holds():
    found = page('<a href="https://docs.example/x(1)"><rect x="20" y="10" width="40" height="20"/></a>')["/Annots"]
    link = found[0].get_object()
    assert link["/A"]["/URI"] == "https://docs.example/x(1)"
    assert [float(number) for number in link["/Rect"]] == [15, 52.5, 45, 67.5]


def test_a_link_is_over_the_text_that_it_holds():
    found = page('<a href="https://docs.example/"><text x="20" y="40" font-size="10">ab</text></a>')["/Annots"]
    rect = [float(number) for number in found[0].get_object()["/Rect"]]
    assert rect == pytest.approx([15, 75 - 42.12 * 0.75, 15 + 11.12 * 0.75, 75 - 30.95 * 0.75], abs=0.05)


def test_a_link_round_nothing_is_none():
    assert page('<a href="https://docs.example/"><desc>nothing</desc></a>')["/Annots"] == []


@pytest.mark.parametrize(
    "inside",
    [
        '<text y="9" fill="none">ab</text>',
        '<text y="9">\ufe0f</text>',
        '<rect width="9" height="9" fill="none"/>',
        '<path d="" fill="#000000"/>',
    ],
)
def test_what_nobody_would_see_is_not_written(inside):
    assert operators(inside) == operators("")


def test_a_link_within_the_picture_is_none_in_a_file():
    assert page('<a href="#x"><rect width="9" height="9"/></a>')["/Annots"] == []


@pytest.mark.parametrize(
    "inside",
    [
        "<image/>",
        '<rect fill="var(--x,#fff)" width="1" height="1"/>',
        '<path d="M 1"/>',
        '<path d="M 1 2 X 3"/>',
        '<g transform="skewX(3)"><rect width="1" height="1"/></g>',
        "<rect",
    ],
)
def test_what_cannot_be_printed_is_an_error_and_no_gap(inside):
    with pytest.raises(RenderError, match="cannot be printed"):
        to_pdf(svg(inside))


def test_the_same_picture_gives_the_same_bytes():
    inside = '<text x="9" y="20">zebra abc</text><circle r="4"/>'
    assert to_pdf(svg(inside)) == to_pdf(svg(inside))


def test_letters_that_the_font_lacks_are_named_and_do_not_stop_it():
    inside = '<text y="15">日 ok</text><path d="M0 0L1 1"/><a href="https://docs.example/"><text>本</text></a>'
    assert missing_letters(svg(inside)) == "日本"
    assert to_pdf(svg(inside)).startswith(b"%PDF-1.5")


@pytest.mark.parametrize(
    ("inside", "missing"),
    [
        ("<title>日本</title><text y='15'>ok</text>", ""),
        ("<text y='15'>&#26085;</text>", "日"),
        ("<text y='15'>é</text>", ""),
        ("<image/>", ""),
    ],
)
def test_letters_are_missing_where_they_are_drawn(inside, missing):
    assert missing_letters(svg(inside)) == missing


def test_a_font_that_is_none_is_an_error_with_its_name(tmp_path):
    (tmp_path / "no.ttf").write_bytes(b"no font")
    with pytest.raises(RenderError, match=r"the font 'no\.ttf' cannot be used"):
        to_pdf(svg("<text>x</text>"), font=str(tmp_path / "no.ttf"))


def test_a_png_shows_what_the_page_shows():
    picture = to_png(to_pdf(svg('<rect width="200" height="100" fill="#ff0000"/>')), scale=4 / 3)
    assert picture.startswith(b"\x89PNG")
    assert picture[16:24] == (200).to_bytes(4, "big") + (100).to_bytes(4, "big")


def test_without_pdfium_a_png_is_an_error_that_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(RenderError, match=r"sphinx-gitops\[png\]"):
        to_png(b"", scale=1)
