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

_ID = re.compile(rf"(?:{PROJECT_PATTERN}:(?!\s))?{ID_PATTERN}")
_ARROW = re.compile(r"<?[-=.~]{2,}[>ox]?|<[-=.]*>?|[-=]+>")
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
        cursor.skip()
        start = cursor.at
        found = cursor.take(_ID)
        if not found:
            what = f"found {cursor.rest!r}" if not cursor.done else "the flow ends here"
            raise ArrowError(f"expected an id, {what}", start)
        ends.append(FlowEnd(found.group(), start))
        cursor.skip()
        if not cursor.text.startswith("&", cursor.at):
            return tuple(ends)
        cursor.at += 1


def has_arrow(text: str) -> bool:
    """Whether a text has an arrow of the format in it."""
    return any(arrow in text for arrow in ARROWS)


def _arrow(cursor: _Cursor) -> FlowKind:
    start = cursor.at
    if _SHAPED.match(cursor.text, start):
        raise ArrowError(f"a flow names ids alone, found {cursor.rest!r}: write titles under 'stages'", start)
    if _TEXT_ARROW.match(cursor.text, start):
        raise ArrowError("a label is written between bars, 'A -->|label| B'", start)
    found = cursor.take(_ARROW)
    sign = cursor.take(_SIGN) if not found else None
    backwards = found.group() if found else sign.group() if sign else ""
    if backwards in _BACKWARDS:
        words = f"the arrow {backwards!r} points backwards: write the ends the other way round, with"
        raise ArrowError(f"{words} {_BACKWARDS[backwards]!r}", start)
    if sign:
        near = _SIGNS.get(sign.group()[0], "-->")
        raise ArrowError(f"the arrow {sign.group()!r} is not one of the format's; the nearest is {near!r}", start)
    if not found:
        raise ArrowError(f"expected an arrow ({', '.join(ARROWS)}) or '&', found {cursor.rest!r}", start)
    kind = ARROWS.get(found.group())
    if kind is None:
        near = difflib.get_close_matches(found.group(), list(ARROWS), n=1, cutoff=0.0)[0]
        raise ArrowError(f"the arrow {found.group()!r} is not one of the format's; the nearest is {near!r}", start)
    return kind


def read_arrows(text: str) -> tuple[Arrow, ...]:
    """Read one short form.

    Raises ArrowError with the column of the first thing that is wrong.
    """
    cursor = _Cursor(text)
    sources = _ends(cursor)
    links: list[Arrow] = []
    while not cursor.done:
        kind = _arrow(cursor)
        cursor.skip()
        label = cursor.take(_LABEL)
        if not label and cursor.text.startswith("|", cursor.at):
            raise ArrowError("the label's closing '|' is missing", cursor.at)
        targets = _ends(cursor)
        words = " ".join(label.group(1).split()) if label else ""
        quoted = _QUOTED.fullmatch(words)
        bare = quoted[2].strip() if quoted else words
        links.append(Arrow(sources, targets, kind, bare, label.start(1) if label and quoted else 0))
        sources = targets
    if not links:
        hint = "; write blanks around an arrow" if "--" in text else ""
        raise ArrowError(f"no arrow in {text[:60]!r}: write 'A --> B'{hint}", 0)
    return tuple(links)
