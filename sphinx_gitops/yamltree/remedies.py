"""A line of YAML that a parser refuses in, the value on it that has to be quoted and why out.

Parsers complain of the place where they give up, each in its own words; a writer has to know which value to quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LEAD = re.compile(r"\s*(?:-[ \t]+)*")
_ENTRY = re.compile(r"([^\s\"'\[\]{}@`%&*!|>#,?-][^:\"'\[\]{}#,|>]*):[ \t]+(?=\S)")
LONGEST = 1_000
"""A longer line is not looked at: nobody has typed it."""
_CLOSERS = {"[": "]", "{": "}"}
_SIGNS = frozenset("@`%&*!")
_BLOCK = re.compile(r"[|>](?![-+0-9]*[ \t]*$)")
_LAST = re.compile(r"([\w.-]+):[ \t]*([^,\[\]{}:#]*)$")
"""The key and the value at the end of a line."""
_COLON = re.compile(r":(?:[ \t]|$)")


class Remedy(NamedTuple):
    """What is wrong with a line, what to write, and the column of the value, from 0."""

    message: str
    column: int


def _without_comment(line: str) -> str:
    return re.sub(r"(?:^|(?<=\s))#.*", "", line).rstrip()


def _closed(text: str) -> int:
    """Where the quote or the bracket at the start of a text is closed: the index behind it, 0 where it is not."""
    if text[0] in "\"'":
        return text.find(text[0], 1) + 1
    depth = 0
    for index, character in enumerate(text):
        depth += (character in "[{") - (character in "]}")
        if depth == 0:
            return index + 1
    return 0


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The parts between the commas of a list or a mapping in brackets, each with its index."""
    start = index = 0
    while index < len(text):
        closed = _closed(text[index:]) if text[index] in "[{" or (text[index] in "\"'" and index == start) else 0
        if text[index] == ",":
            yield start, text[start:index]
            start = index + 1
            while text[start : start + 1] == " ":
                start += 1
            index = start
            continue
        index += closed or 1
    yield start, text[start:]


def _inside(key: str, value: str, column: int) -> Remedy | None:
    """The remedy for a value in the brackets at the start of *value*, and for what goes on behind them."""
    closed = _closed(value)
    behind = value[closed:].strip() if closed else ""
    if behind and not behind.strip("]}"):
        return Remedy(f"a bracket {behind[0]!r} too many: remove it", column + value.index(behind, closed))
    if behind:
        return _quote(key, value, "goes on behind its brackets", column)
    inside = value[1 : closed - 1 if closed else None]
    blanks = len(inside) - len(inside.lstrip())
    found = (_entry(part.rstrip(), column + 1 + blanks + at) for at, part in _parts(inside[blanks:]) if part.strip())
    return next((remedy for remedy in found if remedy), None)


def _why(value: str) -> str:
    """Why YAML does not read a value as the text that it looks like; the empty string where it does."""
    if value[0] in _SIGNS or value[:2] in {"- ", "? "} or _BLOCK.match(value):
        return f"starts with {value[0]!r}, which means something else to YAML"
    if value[0] in "\"'":
        closed = _closed(value)
        return "goes on behind its quotes" if closed and value[closed:].strip() else ""
    return "has ': ' in it" if _COLON.search(value) else ""


def _quoted(value: str) -> str:
    """A value as YAML reads it as text."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _quote(key: str, value: str, why: str, column: int) -> Remedy:
    written = f"{key}: {_quoted(value)}" if key else _quoted(value)
    remedy = f"quote all of it, {written}" if len(written) <= 90 else "quote all of it"
    return Remedy(f"the value {value[:60]!r}{'...' if len(value) > 60 else ''} {why}: {remedy}", column)


def _entry(text: str, column: int) -> Remedy | None:
    """The remedy for an entry of a mapping or a list."""
    found = _ENTRY.match(text)
    key, value = (found[1], text[found.end() :]) if found else ("", text)
    column += found.end() if found else 0
    if value[0] in _CLOSERS:
        return _inside(key, value, column)
    colon = _COLON.search(value)
    alone = not key and colon and colon.end() == len(value)  # the key of what follows on the next lines
    why = "" if alone else _why(value)
    return _quote(key, value, why, column) if why else None


def remedy(line: str) -> Remedy | None:
    """What to quote on a line that cannot be read; None where that is not what is wrong with it."""
    if len(line) > LONGEST:
        return None
    lead = _LEAD.match(line)
    text = _without_comment(line)
    at = lead.end() if lead else 0
    if text[at:].startswith(("```", ":::")):
        return Remedy(f"the fence {text[at:][:60]!r} is inside the workflow: close the directive's fence before it", at)
    return _entry(text[at:], at) if text[at:] and text[0] != "%" else None


def hidden(line: str) -> Remedy | None:
    """What is wrong with a line on which a bracket is not closed because a comment hides the rest."""
    if len(line) > LONGEST:
        return None
    text = _without_comment(line)
    comment = line[len(text) :].strip()
    opened = min((text.find(bracket) for bracket in _CLOSERS if bracket in text), default=-1)
    if not comment or opened < 0 or _closed(text[opened:]):
        return None
    word = re.split(r"[,\]}]", comment)[0].rstrip()[:60]
    last = _LAST.search(text)
    key, value = (last[1], f"{last[2]} {word}".strip()) if last else ("", word)
    written = f"{key}: {_quoted(value)}" if key else _quoted(value)
    return Remedy(f"a blank and '#' start a comment: quote the whole value, {written}", line.index(comment))


def without_colon(line: str) -> Remedy | None:
    """What is wrong with a line that should be an entry of a mapping and has no colon with a blank behind it."""
    text = _without_comment(line)
    bare = text.strip()
    if not bare or _COLON.search(bare) or bare.startswith(("-", "...", "%")):
        return None
    key, colon, value = bare.partition(":")
    if not colon:
        key, _, value = bare.partition(" ")
    written = f"{key}: {value}".rstrip()
    what = "no blank behind its colon" if colon else "no colon"
    return Remedy(f"the line {bare[:60]!r} has {what}: write '{written[:60]}'", len(text) - len(text.lstrip()))
