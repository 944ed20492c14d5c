"""A text in double quotes that a parser of YAML refuses in, the first escape in it that is none out."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

_ESCAPE = re.compile(r"\\(?:([xuU])([0-9A-Fa-f]*)|(.?))", re.DOTALL)
_DIGITS = {"x": 2, "u": 4, "U": 8}
"""How many digits follow the letter of an escape that is a number."""
_LETTERS = frozenset(("", *'0abt\tnvfre "/\\N_LP\n'))
"""What may follow a backslash; where nothing does, the quote is never closed."""
_SURROGATES = range(0xD800, 0xE000)
"""Halves of characters."""


class WrongEscape(NamedTuple):
    """An escape that YAML does not know, with the line and the column of its backslash, from 0."""

    written: str
    line: int
    column: int


def _is_known(letter: str, digits: str, other: str) -> bool:
    if not letter:
        return other in _LETTERS
    number = digits[: _DIGITS[letter]]
    return len(number) == _DIGITS[letter] and int(number, 16) <= 0x10FFFF and int(number, 16) not in _SURROGATES


def wrong_escape(text: str, error: yaml.YAMLError) -> WrongEscape | None:
    """The escape at which a parser has stopped; None where it has stopped at something else."""
    start, end = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    if start is None or end is None or text[start.index : start.index + 1] != '"':
        return None
    for match in _ESCAPE.finditer(text, start.index):
        at = match.start()
        if at > end.index:
            break
        if not _is_known(match[1] or "", match[2] or "", match[3] or ""):
            written = match[0][: 2 + _DIGITS.get(match[1], 0)]
            return WrongEscape(written, text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1)
    return None
