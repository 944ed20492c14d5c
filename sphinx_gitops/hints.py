"""The helpful end of a message: what a writer may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LONGEST = 100
"""A longer word is no misspelt one."""


def near(word: str, words: Iterable[str], *, cutoff: float = 0.6) -> str:
    """A hint that names the known word most like *word*, or the empty string."""
    if len(word) > _LONGEST:
        return ""
    known = sorted(set(words))
    folded = {name.lower(): name for name in reversed(known)}
    match = folded.get(word.lower())
    found = [match] if match else difflib.get_close_matches(word, known, n=1, cutoff=cutoff)
    return f"; did you mean {found[0]!r}?" if found else ""


def listed(words: Iterable[str]) -> str:
    """Words as a message lists them."""
    return ", ".join(words)
