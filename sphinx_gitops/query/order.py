"""Lists of fields: the columns of a table, and the order of its rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar
from unicodedata import decimal

from sphinx_gitops.query.words import QueryError, Record, near

_Row = TypeVar("_Row")
_NAME = re.compile(r"[^\s,]+")
_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Order:
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


def parse_names(text: str, fields: Collection[str]) -> tuple[str, ...]:
    """Field names with commas or blanks between; raises QueryError where one is no field."""
    found = []
    for match in _NAME.finditer(text):
        if match.group() not in fields:
            raise QueryError(f"there is no field {match.group()!r}{near(match.group(), fields)}", match.start() + 1)
        found.append(match.group())
    return tuple(dict.fromkeys(found))


def parse_order(text: str, fields: Collection[str]) -> tuple[Order, ...]:
    """Fields to sort by, the most important first, ``-`` before those that go down; raises QueryError."""
    found = []
    for match in _NAME.finditer(text):
        name = match.group().removeprefix("-")
        parse_names(" " * match.start() + name, fields)
        found.append(Order(name, match.group().startswith("-")))
    return tuple(found)
