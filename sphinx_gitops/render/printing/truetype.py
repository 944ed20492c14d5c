"""A TrueType font in, its character map and widths out, and a subset of its glyphs to embed (OpenType 1.9)."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

_KEPT = ("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")
"""The tables of a font in a PDF (ISO 32000-1, 9.9)."""
_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080


class FontError(ValueError):
    """A file that is no TrueType font with outlines."""


class _Glyph(NamedTuple):
    """What a subset has of a glyph: its outline, the places and numbers of its parts, and its entry in the metrics."""

    outline: bytes
    parts: list[tuple[int, int]]
    metrics: bytes


class TrueTypeFont:
    """A font by the bytes of its file. Raises FontError where they are none with TrueType outlines."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._glyphs: dict[int, _Glyph] = {}
        """Those that were in a subset; texts have the same letters again and again."""
        try:
            self._tables = dict(self._directory())
            self.units_per_em: int = struct.unpack_from(">H", self._tables["head"], 18)[0]
            self.box: tuple[int, int, int, int] = struct.unpack_from(">4h", self._tables["head"], 36)
            self.ascent, self.descent = struct.unpack_from(">2h", self._tables["hhea"], 4)
            self._metrics: int = struct.unpack_from(">H", self._tables["hhea"], 34)[0]
            self.glyph_count: int = struct.unpack_from(">H", self._tables["maxp"], 4)[0]
            long = struct.unpack_from(">h", self._tables["head"], 50)[0]
            count = self.glyph_count + 1
            places = struct.unpack_from(f">{count}{'I' if long else 'H'}", self._tables["loca"])
            self._places: tuple[int, ...] = places if long else tuple(place * 2 for place in places)
            self._tables["glyf"]
            self.advance(self.glyph_count - 1), self._bearing(self.glyph_count - 1)
            self.characters = self._characters()
        except (KeyError, struct.error) as error:
            raise FontError("this is no TrueType font with outlines") from error

    def _directory(self) -> Iterator[tuple[str, bytes]]:
        version, count = struct.unpack_from(">IH", self._data)
        if version not in {0x00010000, 0x74727565}:
            raise FontError("this is no TrueType font with outlines")
        for number in range(count):
            tag, _, offset, length = struct.unpack_from(">4sIII", self._data, 12 + 16 * number)
            yield tag.decode("latin-1"), self._data[offset : offset + length]

    def advance(self, glyph: int) -> int:
        """How far a glyph moves the pen, in units of the em square."""
        number = min(glyph, self._metrics - 1)
        width: int = struct.unpack_from(">H", self._tables["hmtx"], 4 * number)[0]
        return width

    def _characters(self) -> dict[int, int]:
        """The glyph of each code point that the font has."""
        table = self._tables["cmap"]
        count = struct.unpack_from(">H", table, 2)[0]
        found = [struct.unpack_from(">HHI", table, 4 + 8 * number) for number in range(count)]
        ranked = [(3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0)]
        known = {(platform, encoding): offset for platform, encoding, offset in found}
        for pair in ranked:
            if pair in known:
                points = _code_points(table[known[pair] :])
                return {code: glyph for code, glyph in points if 0 < glyph < self.glyph_count}
        raise FontError("the font has no Unicode character map")

    def outline(self, glyph: int) -> bytes:
        """The description of a glyph, empty for a blank."""
        return self._tables["glyf"][self._places[glyph] : self._places[glyph + 1]]

    def _with_components(self, glyphs: Iterable[int]) -> list[int]:
        """Glyphs and those that they are composed of, ``.notdef`` first."""
        found, waiting = {0: None}, sorted(set(glyphs) - {0})
        while waiting:
            glyph = waiting.pop(0)
            if glyph not in found:
                found[glyph] = None
                waiting += [part for _, part in self._glyph(glyph).parts]
        return list(found)

    def _glyph(self, number: int) -> _Glyph:
        """What a subset has of a glyph."""
        found = self._glyphs.get(number)
        if found is None:
            outline, metrics = self.outline(number), struct.pack(">Hh", self.advance(number), self._bearing(number))
            found = _Glyph(outline + bytes(-len(outline) % 4), list(_components(outline)), metrics)
            self._glyphs[number] = found
        return found

    def subset(self, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
        """A font file with these glyphs alone, and their new numbers. Raises FontError for a damaged outline."""
        try:
            return self._subset(self._with_components(glyphs))
        except (IndexError, struct.error) as error:
            raise FontError("an outline of the font is damaged") from error

    def _subset(self, kept: list[int]) -> tuple[bytes, dict[int, int]]:
        numbers = {glyph: number for number, glyph in enumerate(kept)}
        glyphs = [self._glyph(glyph) for glyph in kept]
        outlines = [_renumbered(glyph, numbers) if glyph.parts else glyph.outline for glyph in glyphs]
        places = accumulate(map(len, outlines), initial=0)
        tables = {tag: self._tables[tag] for tag in _KEPT if tag in self._tables}
        tables["glyf"] = b"".join(outlines)
        tables["loca"] = struct.pack(f">{len(kept) + 1}I", *places)
        tables["hmtx"] = b"".join([glyph.metrics for glyph in glyphs])
        tables["head"] = tables["head"][:8] + bytes(4) + tables["head"][12:50] + struct.pack(">h", 1) + bytes(2)
        tables["hhea"] = tables["hhea"][:34] + struct.pack(">H", len(kept))
        tables["maxp"] = tables["maxp"][:4] + struct.pack(">H", len(kept)) + tables["maxp"][6:]
        return _file(tables), numbers

    def _bearing(self, glyph: int) -> int:
        """The left side bearing of a glyph."""
        over = glyph - self._metrics
        offset = 4 * glyph + 2 if over < 0 else 4 * self._metrics + 2 * over
        bearing: int = struct.unpack_from(">h", self._tables["hmtx"], offset)[0]
        return bearing


def _renumbered(glyph: _Glyph, numbers: dict[int, int]) -> bytes:
    """The outline of a composite glyph with the new numbers of its parts."""
    outline = bytearray(glyph.outline)
    for offset, part in glyph.parts:
        struct.pack_into(">H", outline, offset, numbers[part])
    return bytes(outline)


def _components(outline: bytes) -> Iterator[tuple[int, int]]:
    """Where in a composite glyph's description the numbers of its parts are, and which these are."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return
    offset, flags = 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", outline, offset)
        yield offset + 2, glyph
        offset += 8 if flags & _WORDS else 6
        offset += 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0


def _code_points(table: bytes) -> Iterator[tuple[int, int]]:
    """The code points of a subtable of ``cmap``, of format 4 or 12, with their glyphs."""
    form = struct.unpack_from(">H", table)[0]
    if form == 12:
        for number in range(struct.unpack_from(">I", table, 12)[0]):
            first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * number)
            yield from ((code, glyph + code - first) for code in range(first, last + 1))
    elif form == 4:
        yield from _segments(table)
    else:
        raise FontError(f"the font's character map has the format {form}, which is not read")


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    """The code points of a subtable of format 4."""
    count = struct.unpack_from(">H", table, 6)[0] // 2
    columns = (14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count)
    ends, starts, deltas, offsets = (struct.unpack_from(f">{count}H", table, column) for column in columns)
    for number, (end, start, delta, offset) in enumerate(zip(ends, starts, deltas, offsets, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = columns[3] + 2 * number + offset + 2 * (code - start)
                glyph = struct.unpack_from(">H", table, place)[0] or -delta
            yield code, (glyph + delta) & 0xFFFF


def _checksum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF


def _file(tables: dict[str, bytes]) -> bytes:
    """A font file of tables."""
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    offset, directory, body = 12 + 16 * count, b"", b""
    for tag, data in sorted(tables.items()):
        directory += struct.pack(">4sIII", tag.encode("latin-1"), _checksum(data), offset + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    return head + directory + body
