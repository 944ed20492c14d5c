"""What a name that leads nowhere may have meant, out of many thousand, soon enough for every broken reference."""

from __future__ import annotations

import difflib
from bisect import bisect
from collections.abc import Iterator, Mapping

NEAR = 50
"""So many words are compared on each side of a place in the alphabet."""


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
