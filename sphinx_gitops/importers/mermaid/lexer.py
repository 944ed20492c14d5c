"""The text of a flowchart in, its tokens out, which mean what they mean to Mermaid's own lexer.

Mermaid has a lexer of modes: a quote, a bracket or a half of an arrow opens one, and its other end closes it. In a mode
the first rule that matches counts, not the longest match. That makes ``o`` after ``---`` a head and ``end`` no id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.diagrams.numbered_text import NumberedText
from sphinx_gitops.importers.mermaid.lexical_rules import MODES, START, start_mode


class MermaidToken(NamedTuple):
    """One token: what it is, its text, and its line in the file."""

    type: str
    text: str
    line: int


END = "END"
"""The type of what comes behind the last token."""


class _Ahead:
    """Whether a text has a word on the line of a place; places are asked for one after the other."""

    def __init__(self, text: str, word: str) -> None:
        self._text, self._word = text, word
        self._next = self._end = -1

    def __call__(self, at: int) -> bool:
        if self._next < at:
            found = self._text.find(self._word, at)
            self._next = found if found >= 0 else len(self._text)
        if self._end < at:
            found = self._text.find("\n", at)
            self._end = found if found >= 0 else len(self._text)
        return self._next < self._end


def tokens(source: NumberedText) -> Iterator[MermaidToken]:
    """The tokens of a flowchart, then END for ever. Raises DiagramError where nothing matches."""
    text, at, modes, is_headed = source.text + "\n", 0, [START], False
    has_direction, has_link_ids = _Ahead(text, "direction"), "@" in text
    while at < len(text):
        mode = MODES[modes[-1]]
        if modes[-1] == START:
            mode = start_mode(has_link_ids=has_link_ids, has_directions=has_direction(at))
        found = mode.pattern.match(text, at)
        if not found or found.lastgroup is None:
            shown = text[at : at + 20].split("\n")[0].strip()
            raise DiagramError(f"Mermaid refuses {shown!r}" if shown else "a line ends too early", source.line(at))
        rule = mode.rules[found.lastgroup]
        if rule.closes and len(modes) > 1:
            modes.pop()
        if rule.opens and not (rule.opens == "direction" and is_headed):
            modes.append(rule.opens)
        is_headed = is_headed or rule.type == "GRAPH"
        if rule.type:
            start = at + len(found[0]) - len(found[0].lstrip()) if found[0].strip() else at
            yield MermaidToken(rule.type, found[0], source.line(start))
        at = found.end()
    last, mode = source.line(len(text)), MODES[modes[-1]]
    empty = mode.pattern.match(text, at)
    if modes[-1] == START:
        yield MermaidToken("EOF", "", last)
    elif empty and empty.lastgroup:  # a mode may end with nothing in it
        yield MermaidToken(mode.rules[empty.lastgroup].type, "", last)
    while True:
        yield MermaidToken(END, "", last)
