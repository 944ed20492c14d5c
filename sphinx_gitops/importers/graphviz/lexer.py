"""The text of a graph in DOT in, its tokens out (https://graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sphinx_gitops.importers.diagrams.diagram import DiagramError

_TOKEN = re.compile(
    r"(?P<blank>[ \t\r\f\v\ufeff]+|\n)"
    r"|(?P<comment>//[^\n]*|/\*.*?\*/|(?<![^\n])#[^\n]*)"
    r"|(?P<word>[A-Za-z\u0080-\U0010ffff_][A-Za-z\u0080-\U0010ffff_0-9]*|-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?))"
    r'|(?P<string>"(?:[^"\\]|\\.)*")'
    r"|(?P<html><)"
    r"|(?P<sign>->|--|[{}\[\];,:=+])",
    re.DOTALL,
)
_ANGLE = re.compile(r"<!--.*?-->|[<>]", re.DOTALL)
_KEYWORDS = frozenset(["node", "edge", "graph", "digraph", "subgraph", "strict"])
END = "end"


class DotToken(NamedTuple):
    """One token: ``id``, ``html``, a keyword, a sign or ``end``; its text, and its line in the file."""

    type: str
    text: str
    line: int


def _html_end(text: str, start: int, line: int) -> int:
    """The index behind the ``>`` that closes a ``<``. Raises DiagramError."""
    depth = 0
    for found in _ANGLE.finditer(text, start):
        depth += {"<": 1, ">": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    raise DiagramError("an HTML label is not closed with '>'", line)


def _unquoted(text: str) -> str:
    """What stands between quotes, where a backslash at the end of a line joins it to the next."""
    return text[1:-1].replace('\\"', '"').replace("\\\n", "")


def tokens(text: str, first_line: int) -> Iterator[DotToken]:
    """The tokens of a graph, then ``end`` for ever. Raises DiagramError where nothing matches."""
    text = text.replace("\r\n", "\n")
    at, line = 0, first_line
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found:
            what = "a text is not closed with its quote" if text[at] == '"' else f"Graphviz refuses {text[at]!r}"
            raise DiagramError(what, line)
        end = _html_end(text, at, line) if found.lastgroup == "html" else found.end()
        word = text[at:end]
        if found.lastgroup == "word":
            yield DotToken(word.lower() if word.lower() in _KEYWORDS else "id", word, line)
        elif found.lastgroup == "string":
            yield DotToken("string", _unquoted(word), line)
        elif found.lastgroup == "html":
            yield DotToken("html", word[1:-1], line)
        elif found.lastgroup == "sign":
            yield DotToken(word, word, line)
        line += word.count("\n")
        at = end
    while True:
        yield DotToken(END, "", line)
