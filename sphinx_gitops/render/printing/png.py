"""A PDF of one page in, the same picture as PNG out, through PDFium where that is installed."""

from __future__ import annotations

import struct
import zlib

from sphinx_gitops.render.geometry.layout import RenderError

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, rows: bytes) -> bytes:
    """Rows of RGB pixels, each with its filter byte, as a file (PNG, third edition)."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def to_png(pdf: bytes, *, scale: float) -> bytes:
    """The page as PNG on white, *scale* pixels a point.

    Raises RenderError where PDFium is not installed, or cannot draw the page.
    """
    try:
        import pypdfium2  # noqa: PLC0415 - an extra, and large
    except ImportError as error:
        raise RenderError('PNG needs PDFium: pip install "sphinx-gitops[png]"') from error
    try:
        page = pypdfium2.PdfDocument(pdf)[0]
        bitmap = page.render(scale=scale, rev_byteorder=True)
    except pypdfium2.PdfiumError as error:
        raise RenderError(f"PDFium cannot draw the picture: {error}") from error
    stride, data = bitmap.stride, bytes(bitmap.buffer)
    starts = range(0, bitmap.height * stride, stride)
    rows = b"".join(b"\0" + data[start : start + bitmap.width * 3] for start in starts)
    return _png(bitmap.width, bitmap.height, rows)
