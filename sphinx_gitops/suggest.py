"""The helpful end of a message: what a writer may have meant."""

from __future__ import annotations

import difflib
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping

NEAR = 50
"""So many words are compared on each side of a place in the alphabet."""
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


class Words:
    """Words with what they stand for, in alphabetical order forwards and backwards: a slip leaves one end whole."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words
        self._forwards = sorted((word.lower(), word) for word in words)
        self._backwards = sorted((word.lower()[::-1], word) for word in words)

    def _beside(self, target: str) -> Iterator[str]:
        folded = target.lower()
        for key, words in ((folded, self._forwards), (folded[::-1], self._backwards)):
            place = bisect(words, (key, ""))
            yield from (word for _, word in words[max(0, place - NEAR) : place + NEAR])

    def hint(self, target: str) -> str:
        """The names that stand for the words most like *target*, but itself, as a question; empty where none is."""
        beside = sorted(word for word in set(self._beside(target)) if self._words[word] != target)
        close = difflib.get_close_matches(target, beside, n=3, cutoff=0.6)
        folded = [word for word in beside if word.lower() == target.lower()]
        hints = list(dict.fromkeys(self._words[word] for word in (*folded, *close)))
        return f"; did you mean {' or '.join(map(repr, hints))}?" if hints else ""
