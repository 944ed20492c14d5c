"""A text in, the pieces between which a line may break out, as the rules of its script allow.

Chinese, Japanese and Thai are written without blanks: BudouX, a library with a trained model for each, finds their
phrases. Inside a phrase, and in Korean words, the classes of UAX 14 say what may neither end nor begin a line; they
follow from the general category of a character, but for the few listed here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import Protocol

SEPARATORS = "/:@._-"
"""A word that is too long breaks after these, as paths, image references and identifiers are read."""
_PARTS = re.compile(rf"[^{SEPARATORS}]*[{SEPARATORS}]+|[^{SEPARATORS}]+")
_IDEOGRAPHIC = (
    "\u2e80-\u2fff\u3005-\u30ff\u31c0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_HAN = re.compile(f"[{_IDEOGRAPHIC}]")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff\uff66-\uff9f]")
_THAI = re.compile("[\u0e01-\u0e5b]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_NON_STARTERS = frozenset(
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u30a1\u30a3\u30a5\u30a7"
    "\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u31f0\u31f1\u31f2\u31f3\u31f4\u31f5\u31f6\u31f7"
    "\u31f8\u31f9\u31fa\u31fb\u31fc\u31fd\u31fe\u31ff\u3005\u303b\u30fc\uff70\u30a0\u301c\u30fb\u30fd"
    "\u30fe\u309d\u309e\u203c\u2047\u2048\u2049\u0025\uff05\u00b0\u2032\u2033"
)
"""Small kana, marks of length, units: classes CJ, NS and PO of UAX 14, as far as no category tells them."""
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKINS = range(0x1F3FB, 0x1F400)


class _Segmenter(Protocol):
    def parse(self, sentence: str) -> list[str]: ...


@cache
def _segmenter(language: str) -> _Segmenter:
    import budoux  # noqa: PLC0415 - most projects never need it, and it reads its models when it is imported

    load = {
        "ja": budoux.load_default_japanese_parser,
        "th": budoux.load_default_thai_parser,
        "zh": budoux.load_default_simplified_chinese_parser,
    }[language]
    found: _Segmenter = load()
    return found


def _continues(character: str, before: str) -> bool:
    """Whether a character belongs to the same sign as the one before it (UAX 29, the rules that show in a line)."""
    code = ord(character)
    return (
        unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf"}
        or character in _JOINERS
        or before[-1] == "\u200d"
        or code in _SKINS
        or (code in _REGIONAL and len(before) == 1 and ord(before) in _REGIONAL)
        or 0x1160 <= code <= 0x11FF
    )


@lru_cache(maxsize=1024)
def signs(text: str) -> tuple[str, ...]:
    """What a reader sees as one sign each: a letter with its accents, a flag, a family of emoji."""
    found: list[str] = []
    for character in text:
        if found and _continues(character, found[-1]):
            found[-1] += character
        else:
            found.append(character)
    return tuple(found)


def _must_follow(sign: str) -> bool:
    """Whether a line must not begin with a sign (UAX 14: CL, CP, EX, IS, NS, CJ, PO)."""
    return sign[0] in _NON_STARTERS or unicodedata.category(sign[0]) in {"Pe", "Pf", "Po", "Lm"}


def _must_lead(sign: str) -> bool:
    """Whether a line must not end with a sign (UAX 14: OP, QU)."""
    return unicodedata.category(sign[-1]) in {"Ps", "Pi"}


def _kept(pieces: Sequence[str]) -> Iterator[str]:
    """The pieces, of which there is at least one, without a break where UAX 14 forbids it."""
    current = ""
    for piece in pieces:
        if current and not _must_follow(piece) and not _must_lead(current):
            yield current
            current = ""
        current += piece
    yield current


def phrases(word: str) -> tuple[str, ...]:
    """The parts of a word without blanks between which a line breaks well; most words are one part."""
    if _THAI.search(word):
        language = "th"
    elif _HAN.search(word):
        language = "ja" if _KANA.search(word) else "zh"
    else:
        return (word,)
    return tuple(_kept(_segmenter(language).parse(word)))


def parts(word: str) -> tuple[str, ...]:
    """The parts of a word that is too long for a line: between ideographs or syllables, else after separators.

    A run of katakana is one loanword, which is read whole.
    """
    if _HAN.search(word) or _HANGUL.search(word):
        return tuple(_kept([part for run in _runs(word) for part in run]))
    return tuple(_PARTS.findall(word))


def cuts(part: str) -> tuple[str, ...]:
    """The pieces between which a part is cut that no line has room for: its signs, as far as a line may begin so."""
    return tuple(_kept(signs(part))) if _KATAKANA.search(part) else signs(part)


def _class(sign: str) -> str:
    """How the signs of a run belong together."""
    if _KATAKANA.match(sign):
        return "loanword"
    return "single" if _HAN.match(sign) or _HANGUL.match(sign) else "letters"


def _runs(word: str) -> Iterator[Sequence[str]]:
    """Ideographs and syllables one by one, katakana and letters of other scripts between them together."""
    for kind, run in groupby(signs(word), _class):
        found = tuple(run)
        yield found if kind == "single" else ("".join(found),) if kind == "loanword" else _PARTS.findall("".join(found))
