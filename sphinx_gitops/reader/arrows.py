"""The short form of flows: ``A & B -->|label| C`` becomes sources, kind, label and targets."""

from __future__ import annotations

import difflib
import re
from typing import NamedTuple

from sphinx_gitops.format import ID_PATTERN, PROJECT_PATTERN
from sphinx_gitops.model import FlowKind

ARROWS: dict[str, FlowKind] = {
    "-->": FlowKind.AUTOMATION,
    "<-->": FlowKind.SYNC,
    "==>": FlowKind.PROMOTION,
    "-.->": FlowKind.FEEDBACK,
}
"""The legal arrows."""

_END = re.compile(rf"\s*((?:{PROJECT_PATTERN}:(?!\s))?{ID_PATTERN})\s*")
"""An id between blanks."""
_ARROW = re.compile(r"(<?[-=.~]{2,}[>ox]?|<[-=.]*>?|[-=]+>)\s*")
"""What is meant for an arrow, and the blanks behind it."""
_SIGN = re.compile("[\u2190-\u21ff\u27f0-\u27ff]|[\u2012-\u2015\u2212]+[->\u2190-\u21ff]*")
"""An arrow as a word processor writes it."""
_SIGNS = {"\u21d2": "==>", "\u27f9": "==>", "\u2194": "<-->", "\u21d4": "<-->", "\u21e2": "-.->"}
_BACKWARDS = {
    "<--": "-->",
    "<-": "-->",
    "<==": "==>",
    "<-.-": "-.->",
    "\u2190": "-->",
    "\u27f5": "-->",
    "\u21d0": "==>",
}
_BLANKS = re.compile(r"\s*")
_LABEL = re.compile(r"\|([^|]*)\|")
_QUOTED = re.compile(r"""(["'])(.*)\1""")
_SHAPED = re.compile(r"[\[({>]")
_TEXT_ARROW = re.compile(r"(--|==|-\.)[^-=.>|]+(-->|==>|\.->)")


class ArrowError(ValueError):
    """A short form that cannot be read; ``column`` counts characters from its start."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


class FlowEnd(NamedTuple):
    """One id of a flow and its column."""

    id: str
    column: int


class Arrow(NamedTuple):
    """One arrow of a chain."""

    sources: tuple[FlowEnd, ...]
    targets: tuple[FlowEnd, ...]
    kind: FlowKind
    label: str
    quoted: int = 0
    "The column of the quotes around its label, which it is without; 0 where there are none."


class _Cursor:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def skip(self) -> None:
        self.at = _BLANKS.match(self.text, self.at).end()  # type: ignore[union-attr] # it matches nothing, too

    @property
    def done(self) -> bool:
        return self.at >= len(self.text)

    @property
    def rest(self) -> str:
        return self.text[self.at : self.at + 20]


def _ends(cursor: _Cursor) -> tuple[FlowEnd, ...]:
    ends = []
    while True:
        found = cursor.take(_END)
        if not found:
            cursor.skip()
            what = f"found {cursor.rest!r}" if not cursor.done else "the flow ends here"
            raise ArrowError(f"expected an id, {what}", cursor.at)
        ends.append(FlowEnd(found[1], found.start(1)))
        if not cursor.text.startswith("&", cursor.at):
            return tuple(ends)
        cursor.at += 1


def has_arrow(text: str) -> bool:
    """Whether a text has an arrow of the format in it."""
    return any(arrow in text for arrow in ARROWS)


def _arrow(cursor: _Cursor) -> FlowKind:
    found = _ARROW.match(cursor.text, cursor.at)
    kind = ARROWS.get(found[1]) if found else None
    if found is None or kind is None:
        raise ArrowError(_no_arrow(cursor, found[1] if found else ""), cursor.at)
    cursor.at = found.end()
    return kind


def _no_arrow(cursor: _Cursor, written: str) -> str:
    """What is wrong where an arrow is expected; *written* is what looks like one."""
    if _SHAPED.match(cursor.text, cursor.at):
        return f"a flow names ids alone, found {cursor.rest!r}: write titles under 'stages'"
    if _TEXT_ARROW.match(cursor.text, cursor.at):
        return "a label is written between bars, 'A -->|label| B'"
    sign = None if written else _SIGN.match(cursor.text, cursor.at)
    arrow = sign.group() if sign else written
    if not arrow:
        return f"expected an arrow ({', '.join(ARROWS)}) or '&', found {cursor.rest!r}"
    if arrow in _BACKWARDS:
        words = f"the arrow {arrow!r} points backwards: write the ends the other way round, with"
        return f"{words} {_BACKWARDS[arrow]!r}"
    near = [_SIGNS.get(arrow[0], "-->")] if sign else difflib.get_close_matches(arrow, list(ARROWS), n=1, cutoff=0.0)
    return f"the arrow {arrow!r} is not one of the format's; the nearest is {near[0]!r}"


def _label(cursor: _Cursor) -> tuple[str, int]:
    """The label behind an arrow without its quotes, and the column of these; 0 where there are none."""
    if not cursor.text.startswith("|", cursor.at):
        return "", 0
    label = cursor.take(_LABEL)
    if not label:
        raise ArrowError("the label's closing '|' is missing", cursor.at)
    words = " ".join(label[1].split())
    quoted = _QUOTED.fullmatch(words)
    return (quoted[2].strip(), label.start(1)) if quoted else (words, 0)


def read_arrows(text: str) -> tuple[Arrow, ...]:
    """Read one short form.

    Raises ArrowError with the column of the first thing that is wrong.
    """
    cursor = _Cursor(text)
    sources = _ends(cursor)
    links: list[Arrow] = []
    while not cursor.done:
        kind = _arrow(cursor)
        label, quotes = _label(cursor)
        targets = _ends(cursor)
        links.append(Arrow(sources, targets, kind, label, quotes))
        sources = targets
    if not links:
        hint = "; write blanks around an arrow" if "--" in text else ""
        raise ArrowError(f"no arrow in {text[:60]!r}: write 'A --> B'{hint}", 0)
    return tuple(links)
