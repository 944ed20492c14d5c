"""The text of a rule file and links that lack in, the text with them out; every other character stays."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.documents import parse_all

_BREAK = re.compile(r"\r\n|\r|\n")
_KEY = re.compile(r"^(?P<indent>[ ]*(?:-[ ]+)*)(?P<key>[\w-]+):(?P<value>[^\n]*)$")


def _column(line: str) -> int:
    """The column of a line's first key, behind the marks of items."""
    return len(line) - len(line.lstrip(" -"))


def _is_end(line: str, column: int) -> bool:
    """Whether a line is outside of the mapping whose keys stand at a column."""
    plain = line.strip()
    return bool(plain) and not plain.startswith("#") and (_indent(line) < column)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _annotations(lines: list[str], start: int, column: int) -> int | None:
    """The line of ``annotations:`` in the rule whose name is on line *start*; None where it has none."""
    for at in range(start + 1, len(lines)):
        if _is_end(lines[at], column):
            break
        if _is_annotations(lines[at], column):
            return at
    for at in range(start, -1, -1):
        if _is_annotations(lines[at], column):
            return at
        if _indent(lines[at]) < column and lines[at].split()[:1] == ["-"]:  # where the rule starts
            break
    return None


def _is_annotations(line: str, column: int) -> bool:
    return _column(line) == column and line.strip(" -").startswith("annotations:")


def insert_link(text: str, line: int, name: str, address: str) -> str | None:
    """The text with an annotation in the rule whose name is on *line*, from 1; None where the rule is no block."""
    lines = _BREAK.split(text)
    match = _KEY.match(lines[line - 1])
    if match is None or match["key"] not in {"alert", "title"}:
        return None
    column = len(match["indent"])
    at = _annotations(lines, line - 1, column)
    if at is None:
        step = _step(lines, line - 1, column)
        new = [f"{' ' * column}annotations:", f"{' ' * (column + step)}{name}: {address}"]
        return _with_lines(text, line - 1, new)
    if lines[at].partition("annotations:")[2].partition(" #")[0].strip():
        return None  # in braces, or an alias
    inner = next((_indent(one) for one in lines[at + 1 :] if one.strip() and not one.strip().startswith("#")), 0)
    inner = inner if inner > column else column + 2
    return _with_lines(text, at, [f"{' ' * inner}{name}: {address}"])


def _with_lines(text: str, at: int, new: list[str]) -> str:
    """A text with lines behind the one with the number *at*, from 0; each line ends as it did, a new one as that."""
    lines, breaks = _BREAK.split(text), [*_BREAK.findall(text), ""]
    ending = breaks[at] or breaks[0] or "\n"
    lines[at + 1 : at + 1] = new
    breaks[at : at + 1] = [*[ending] * len(new), breaks[at]]
    return "".join(map("".join, zip(lines, breaks, strict=True)))


def _step(lines: list[str], start: int, column: int) -> int:
    """By how much the rule indents what is inside of its keys."""
    for one in lines[start + 1 :]:
        if _is_end(one, column):
            break
        if one.strip() and _indent(one) > column and not one.strip().startswith(("#", "-")):
            return _indent(one) - column
    return 2


def insert_links(text: str, links: Iterable[tuple[int, str, str]]) -> tuple[str, list[int]]:
    """The text with every link, each a line, a name and an address; and the lines of the rules that take none."""
    ordered = sorted(links, reverse=True)
    after, refused = _inserted(text, ordered)
    if _is_readable(after):
        return after, refused
    refused = []
    for one in ordered:  # a rule that is written in braces on several lines
        after, lines = _inserted(text, [one])
        if lines or not _is_readable(after):
            refused.append(one[0])
        else:
            text = after
    return text, refused


def _is_readable(text: str) -> bool:
    return not any(document.error for document in parse_all(text, lambda line, _: Span("", line + 1)))


def _inserted(text: str, links: Iterable[tuple[int, str, str]]) -> tuple[str, list[int]]:
    """The text with links, the last one first, and the lines of the rules that are no block."""
    refused: list[int] = []
    for line, name, address in links:
        after = insert_link(text, line, name, address)
        if after is None:
            refused.append(line)
        else:
            text = after
    return text, refused
