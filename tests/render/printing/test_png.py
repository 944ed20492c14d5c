"""A page as PNG through PDFium, on white."""

from __future__ import annotations

import struct
import sys
import zlib

import pytest

from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.printing.pdf import to_pdf
from sphinx_gitops.render.printing.png import to_png

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">'
    '<rect x="0" y="0" width="20" height="20" fill="#ff0000"/></svg>'
)


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and the rows of RGB."""
    width, height = struct.unpack_from(">II", png, 16)
    start = png.index(b"IDAT") + 4
    (size,) = struct.unpack_from(">I", png, start - 8)
    return width, height, zlib.decompress(png[start : start + size])


def test_each_point_is_so_many_pixels_in_its_colour():
    pytest.importorskip("pypdfium2")
    width, height, rows = pixels(to_png(to_pdf(SVG), scale=2.0))
    assert (width, height) == (60, 30)
    line = rows[(1 + 3 * width) * 15 :][1 : 1 + 3 * width]
    assert line[3 * 5 : 3 * 5 + 3] == b"\xff\x00\x00"
    assert line[3 * 50 : 3 * 50 + 3] == b"\xff\xff\xff"


def test_what_is_no_page_is_an_error():
    pytest.importorskip("pypdfium2")
    with pytest.raises(RenderError, match="PDFium cannot draw the picture"):
        to_png(b"no pdf", scale=1.0)


def test_without_pdfium_the_message_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(RenderError, match=r'pip install "sphinx-gitops\[png\]"'):
        to_png(to_pdf(SVG), scale=1.0)
