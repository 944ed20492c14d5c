"""The font of pictures on paper in, and for each line of text its glyphs; a subset of the font as PDF objects out."""

from __future__ import annotations

import importlib.resources
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path

import pydyf

from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.printing.truetype import FontError, TrueTypeFont

PACKAGE = "fontpkg_arimo"
"""Arimo has the metrics of Arial, by which text is measured."""
_FILE = "files/Arimo[wght].ttf"


@cache
def default_font() -> TrueTypeFont:
    """The font that comes with the package."""
    return TrueTypeFont(importlib.resources.files(PACKAGE).joinpath(_FILE).read_bytes())


@cache
def font_of(path: str) -> TrueTypeFont:
    """A font by its file, the built-in one without a name. Raises RenderError where it cannot be read."""
    if not path:
        return default_font()
    try:
        return TrueTypeFont(Path(path).read_bytes())
    except (OSError, FontError) as error:
        raise RenderError(f"the font {Path(path).name!r} cannot be used: {error}") from error


def _drawn(letter: str) -> bool:
    """Whether a letter is drawn: no mark of direction, joiner or selector."""
    return letter == "\u00ad" or unicodedata.category(letter) not in {"Cf", "Mn"}


def _composed(text: str) -> str:
    """A text with its letters composed, as a font has them."""
    return unicodedata.normalize("NFC", text)


def lacking(font: TrueTypeFont, texts: Iterable[str]) -> str:
    """The letters of texts that a font has no glyph for, sorted."""
    letters: set[str] = set().union(*map(_composed, texts))
    unknown = [letter for letter in letters if ord(letter) not in font.characters]
    return "".join(sorted(letter for letter in unknown if _drawn(letter) and not letter.isspace()))


class EmbeddedFont:
    """One font in one PDF, with the glyphs that its texts need. Raises RenderError where these cannot be read."""

    def __init__(self, font: TrueTypeFont, texts: Iterable[str]) -> None:
        self._font = font
        letters = chain.from_iterable(map(_composed, texts))
        known = {letter: font.characters.get(ord(letter), 0) for letter in dict.fromkeys(letters)}
        glyphs = {letter: glyph for letter, glyph in known.items() if glyph or _drawn(letter)}
        self._text = {0: "\ufffd"}
        for letter, glyph in glyphs.items():
            self._text.setdefault(glyph, letter)
        try:
            self._data, self._numbers = font.subset(self._text)
        except FontError as error:
            raise RenderError(f"the font cannot be used: {error}") from error
        self._advances = {letter: font.advance(glyph) for letter, glyph in glyphs.items()}
        self._codes = {ord(letter): "" for letter in known}
        self._codes |= {ord(letter): f"{self._numbers[glyph]:04x}" for letter, glyph in glyphs.items()}

    def encode(self, text: str) -> str:
        """The glyphs of one of the texts, in digits; a letter that the font lacks is its replacement glyph."""
        return _composed(text).translate(self._codes)

    def width(self, text: str) -> float:
        """The width of one of the texts at the size 1."""
        return sum([self._advances.get(letter, 0) for letter in _composed(text)]) / self._font.units_per_em

    def add_to(self, pdf: pydyf.PDF) -> pydyf.Dictionary:
        """Write the font into a PDF; returns its dictionary."""
        data, numbers = self._data, self._numbers
        scale = 1000 / self._font.units_per_em
        file = pydyf.Stream([data], {"Length1": len(data)}, compress=True)
        pdf.add_object(file)
        name = "/SPHGIT+Arimo"
        descriptor = pydyf.Dictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": name,
                "Flags": 4,
                "FontBBox": pydyf.Array([round(side * scale) for side in self._font.box]),
                "ItalicAngle": 0,
                "Ascent": round(self._font.ascent * scale),
                "Descent": round(self._font.descent * scale),
                "CapHeight": 716,
                "StemV": 80,
                "FontFile2": file.reference,
            }
        )
        pdf.add_object(descriptor)
        descendant = pydyf.Dictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": name,
                "CIDSystemInfo": pydyf.Dictionary(
                    {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": descriptor.reference,
                "CIDToGIDMap": "/Identity",
                "W": pydyf.Array([0, pydyf.Array([round(self._font.advance(glyph) * scale, 1) for glyph in numbers])]),
            }
        )
        pdf.add_object(descendant)
        words = pydyf.Stream([_to_unicode({numbers[glyph]: text for glyph, text in self._text.items()})], compress=True)
        pdf.add_object(words)
        font = pydyf.Dictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": name,
                "Encoding": "/Identity-H",
                "DescendantFonts": pydyf.Array([descendant.reference]),
                "ToUnicode": words.reference,
            }
        )
        pdf.add_object(font)
        return font


def _to_unicode(letters: dict[int, str]) -> bytes:
    """The map from glyphs to text by which a reader searches and copies (ISO 32000-1, 9.10.3)."""
    pairs = [f"<{number:04x}> <{text.encode('utf-16-be').hex()}>" for number, text in sorted(letters.items())]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    maps = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <ffff>",
            "endcodespacerange",
            *maps,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    ).encode()
