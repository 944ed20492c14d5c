"""Lists of fields: the columns of a table, and the order of its rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from unicodedata import decimal

from sphinx_gitops.query.tokens import QueryError, Record, near

_Row = TypeVar("_Row")
_NAME = re.compile(r"[^\s,]+")
_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class SortKey:
    """One field to sort by."""

    field: str
    descending: bool = False

    def sort(self, rows: Sequence[tuple[Record, _Row]]) -> list[tuple[Record, _Row]]:
        """The rows in this order, numbers as numbers, those without a value last; it keeps the order of equals."""
        filled = [row for row in rows if row[0].get(self.field)]
        empty = [row for row in rows if not row[0].get(self.field)]
        return sorted(filled, key=lambda row: _key(row[0][self.field]), reverse=self.descending) + empty


def _key(values: tuple[str, ...]) -> list[tuple[int, int, str]]:
    parts = _NUMBER.split(values[0].casefold())
    return [_number(part) if number % 2 else (1, 0, part) for number, part in enumerate(parts) if part]


def _number(digits: str) -> tuple[int, int, str]:
    """A number by its length, then by its digits: it may be longer than Python makes an integer of."""
    plain = "".join(str(decimal(digit)) for digit in digits).lstrip("0")
    return (0, len(plain), plain)


def _matches(text: str, fields: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each field's sign, empty or ``-``, and its name; raises QueryError where one is no field, or a text has none."""
    found = list(_NAME.finditer(text))
    if text.strip() and not found:
        raise QueryError(f"{text.strip()!r} names no field; known: {', '.join(sorted(fields))}", 1)
    for match in found:
        name = match.group().removeprefix("-")
        if name not in fields:
            message = f"there is no field {name!r}{near(name, fields)}" if name else "'-' precedes no field"
            raise QueryError(message, match.start() + 1)
        yield match.group().removesuffix(name), name


def parse_names(text: str, fields: Collection[str]) -> tuple[str, ...]:
    """Field names with commas or blanks between; raises QueryError where one is no field."""
    found = list(_matches(text, fields))
    for sign, name in found:
        if sign:
            raise QueryError(f"there is no field {sign + name!r}; did you mean {name!r}?", text.index(sign + name) + 1)
    return tuple(dict.fromkeys(name for _, name in found))


def parse_order(text: str, fields: Collection[str]) -> tuple[SortKey, ...]:
    """Fields to sort by, the most important first, ``-`` before those that go down; raises QueryError."""
    return tuple(SortKey(name, descending=bool(sign)) for sign, name in _matches(text, fields))
