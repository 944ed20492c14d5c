"""A filter's text in, its words out, each with its column."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sphinx_gitops import suggest

Record: TypeAlias = Mapping[str, tuple[str, ...]]
"""The values of each field; a field without any is empty."""

_WORD = re.compile(
    r"""\s*(?:(?P<sign>==|!=|[(),])|(?P<quoted>"[^"]*"|'[^']*')|(?P<bare>[^\s(),="'!]+))""",
)
MAX_LENGTH = 10_000
"""No filter that a person writes is longer."""


class QueryError(ValueError):
    """A query that cannot be read; ``column`` counts from 1."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(f"character {column}: {message}")
        self.column = column


@dataclass(frozen=True, slots=True)
class Word:
    """A sign, a keyword or a value; a quoted one is always a value."""

    text: str
    column: int
    quoted: bool = False
    sign: bool = False

    def says(self, *texts: str) -> bool:
        """Whether it is one of these signs or keywords."""
        return not self.quoted and self.text in texts


def words(text: str) -> Iterator[Word]:
    """The words of a filter; raises QueryError where there is none."""
    if len(text) > MAX_LENGTH:
        raise QueryError(f"longer than {MAX_LENGTH} characters", MAX_LENGTH)
    position, end = 0, len(text.rstrip())
    while position < end:
        found = _WORD.match(text, position, end)
        if found is None:
            column = position + len(text[position:]) - len(text[position:].lstrip()) + 1
            raise QueryError(f"unexpected {text[column - 1]!r}{_advice(text[column - 1 :])}", column)
        kind = str(found.lastgroup)
        value = found[kind]
        quoted = kind == "quoted"
        yield Word(value[1:-1] if quoted else value, found.start(kind) + 1, quoted, kind == "sign")
        position = found.end()


def _advice(rest: str) -> str:
    if rest[0] in "\"'":
        return ", a quote that does not end"
    return "; write '==' or '!='" if rest[0] in "=!" else ""


def near(name: str, names: Collection[str]) -> str:
    """A hint that names the field most like *name*, or all of them."""
    return suggest.near(name.lower(), names) or f"; known: {suggest.listed(sorted(names))}"
