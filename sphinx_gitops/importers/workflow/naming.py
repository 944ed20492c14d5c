"""Titles in, ids that are legal, readable and used once out."""

from __future__ import annotations

import re

from sphinx_gitops.format import ID

_OTHER = re.compile(r"[^\w.]+")
_RUN = re.compile(r"-{2,}|\.{2,}")
_LONGEST = 60


def id_of(text: str) -> str:
    """The text as an id: what no id has becomes a hyphen."""
    word = _RUN.sub("-", _OTHER.sub("-", text))[:_LONGEST].strip("-.")
    if not ID.fullmatch(word):
        word = f"_{word}"
    return word if ID.fullmatch(word) else "_"


def one_line(text: str) -> str:
    """The text as a title: printable, on one line, not too long."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(shown.split())[:100] or "-"


class Ids:
    """Gives each id once."""

    def __init__(self, *taken: str) -> None:
        self._taken = set(taken)

    def new(self, *words: str) -> str:
        """The first of these that is free: the first word, the first two, and so on; then with a number."""
        said = [word for word in words if word] or [""]
        for end in range(1, len(said) + 1):
            candidate = id_of("-".join(said[:end]))
            if candidate not in self._taken:
                break
        else:
            number = 2
            while f"{candidate}_{number}" in self._taken:
                number += 1
            candidate = f"{candidate}_{number}"
        self._taken.add(candidate)
        return candidate
