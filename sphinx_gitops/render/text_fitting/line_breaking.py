"""A text and a width in, its lines out: as few as fit, then as even as they can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sphinx_gitops.render.text_fitting.break_opportunities import cuts, parts, phrases, signs
from sphinx_gitops.render.text_fitting.text_width import FONT_SIZE, width

WRAP = 140.0
"""The width at which a line breaks, in px, as long as few lines are enough."""
_LINES = 3
"""More lines than these make the text wider instead."""
_STEP = 40.0


@dataclass(frozen=True, slots=True)
class Measure:
    """How a text is set: the size of its font, whether it is bold, and the room before its first line; sizes in px."""

    size: float = FONT_SIZE
    bold: bool = False
    indent: float = 0.0

    def width(self, text: str) -> float:
        """The width of a line, in px."""
        return width(text, self.size, bold=self.bold)


PLAIN = Measure()


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a line takes whole or not at all, and whether a blank parts it from the piece before it."""

    text: str
    blank: bool


def _pieces(text: str) -> Iterator[_Piece]:
    """The words and phrases of a text; a sign alone belongs to the piece before it."""
    held = _Piece("", blank=True)
    for word in text.split():
        for number, phrase in enumerate(phrases(word)):
            alone = 1 in {len(signs(phrase)), len(signs(held.text))}
            if held.text and alone and len(signs(held.text + phrase)) > 2:
                held = _Piece(held.text + (" " if number == 0 else "") + phrase, held.blank)
                continue
            if held.text:
                yield held
            held = _Piece(phrase, number == 0)
    yield held


def _by_signs(text: str, limit: float, measure: Measure) -> Iterator[str]:
    """A text without any opportunity, cut between its signs."""
    current = ""
    for cut in cuts(text):
        for sign in (cut,) if measure.width(cut) <= limit else signs(cut):
            if current and measure.width(current + sign) > limit:
                yield current
                current = ""
            current += sign
    yield current


def _split(piece: _Piece, limit: float, measure: Measure) -> Iterator[_Piece]:
    """A piece in parts that fit a line."""
    if measure.width(piece.text) <= limit:
        yield piece
        return
    blank = piece.blank
    for word in piece.text.split(" "):
        for part in parts(word) if measure.width(word) > limit else (word,):
            for cut in _by_signs(part, limit, measure) if measure.width(part) > limit else (part,):
                yield _Piece(cut, blank)
                blank = False
        blank = True


def _packed(pieces: tuple[_Piece, ...], limit: float, measure: Measure) -> list[str]:
    """Lines filled one after the other; a word too long for a line begins one of its own."""
    lines: list[_Piece] = []
    current, room = _Piece("", blank=True), limit - measure.indent
    for piece in pieces:
        fitting = measure.width(piece.text) <= limit
        for number, part in enumerate(_split(piece, limit, measure)):
            joined = f"{current.text} {part.text}" if current.text and part.blank else current.text + part.text
            apart = not fitting and number == 0 and len(signs(current.text)) > 1
            if current.text and (measure.width(joined) > room or apart):
                lines.append(current)
                current, room = part, limit
            else:
                current = _Piece(joined, current.blank)
    return _without_lone_signs([*lines, current])


def _without_lone_signs(lines: list[_Piece]) -> list[str]:
    """The lines, none of a single sign where the line before it can give its last one."""
    found = [line.text for line in lines]
    for number in range(len(lines) - 1, 0, -1):
        before = signs(found[number - 1])
        if len(signs(found[number])) == 1 and len(before) > 2:
            blank = " " if lines[number].blank else ""
            found[number - 1 : number + 1] = ["".join(before[:-1]).rstrip(), before[-1] + blank + found[number]]
    return found


def _widest(lines: list[str], measure: Measure) -> float:
    return max(measure.width(line) + (0.0 if number else measure.indent) for number, line in enumerate(lines))


def _even(pieces: tuple[_Piece, ...], limit: float, lines: list[str], measure: Measure) -> list[str]:
    """As many lines as before in the least width."""
    whole = [measure.width(piece.text) + measure.indent for piece in pieces]
    needed = _needed(pieces, measure) + measure.indent
    low = max([limit / len(lines) / 2, *(wide for wide in (*whole, needed) if wide <= limit)]) - 1
    high = limit
    while high - low > 2:
        middle = (low + high) / 2
        tried = _packed(pieces, middle, measure)
        if len(tried) <= len(lines) and _widest(tried, measure) <= middle:
            lines, high = tried, middle
        else:
            low = middle
    return lines


def _needed(pieces: tuple[_Piece, ...], measure: Measure) -> float:
    """The width of the widest part that no line can break."""
    words = (word for piece in pieces for word in piece.text.split(" "))
    return max((measure.width(part) for word in words for part in parts(word)), default=0.0)


@lru_cache(maxsize=4096)
def break_lines(text: str, limit: float = WRAP, most: float = WRAP, measure: Measure = PLAIN) -> tuple[str, ...]:
    """The lines of a text at *limit* px: wider, up to *most*, where they would be many or a word has no opportunity."""
    whole = " ".join(text.split())
    if measure.width(whole) + measure.indent <= limit:
        return (whole,)
    pieces = tuple(_pieces(whole))
    wide = limit
    if any(measure.width(piece.text) > limit for piece in pieces):
        wide = min(max(limit, _needed(pieces, measure) + measure.indent), max(limit, most))
    lines = _packed(pieces, wide, measure)
    while len(lines) > _LINES and wide + _STEP <= most:
        wide += _STEP
        lines = _packed(pieces, wide, measure)
    return tuple(_even(pieces, wide, lines, measure)) if len(lines) > 1 else tuple(lines)
