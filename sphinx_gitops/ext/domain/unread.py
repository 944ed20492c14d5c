"""A workflow that could not be read in, the names that it may have had out: what refers to them is no mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from sphinx_gitops.identifiers import slug

_WORD = re.compile(r"\w[\w.-]*")
_ID = re.compile(r"""^[ \t]*id[ \t]*:[ \t]*["']?([^\s"'#,}]+)""", re.MULTILINE)
_TITLE = re.compile(r"""^[ \t]*title[ \t]*:[ \t]*["']?([^"'#\n]+)""", re.MULTILINE)
_LONGEST = 100_000
"""So many characters are looked at."""


class Unread(NamedTuple):
    """A workflow that could not be read: its ids, and every word of it; None where it has no words of a workflow."""

    names: frozenset[str]
    words: frozenset[str] | None

    def may_have(self, name: str) -> bool:
        """Whether a name that nothing else has may be this workflow's, or that of something in it."""
        name = name.casefold()
        first = name.partition(".")[0]
        return self.words is None or first in self.names or first in self.words or name in self.words


def unread(text: str | None, default: str, labels: Iterable[str] = ()) -> Unread:
    """What a workflow of that text, None without one, may have had.

    *default* names one without id and title, *labels* are those of its figure.
    """
    if text is None or "stages" not in text:
        return Unread(frozenset(map(str.casefold, (default, slug(default), *labels))), None)
    text = text[:_LONGEST]
    written, title = _ID.search(text), _TITLE.search(text)
    name = written[1] if written else slug(title[1]) if title else slug(default)
    words = (word.rstrip(".-").casefold() for word in _WORD.findall(text))
    return Unread(frozenset(map(str.casefold, (name, *labels))), frozenset(words))
