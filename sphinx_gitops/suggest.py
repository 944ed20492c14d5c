"""A misspelt word and the known ones in, the helpful end of a message out: what a writer may have meant."""

from __future__ import annotations

import difflib
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping

NEAR = 25
"""So many words are compared on each side of a place in the alphabet."""
_LONGEST = 100
"""A longer word is no misspelt one."""
_MOST = 3
"""So many names one hint has."""
_CUTOFF = 0.6
"""How much alike two words are, from 0 to 1 as difflib counts it, of which one may be meant for the other."""


def near(word: str, words: Iterable[str], *, cutoff: float = _CUTOFF) -> str:
    """A hint that names the known word most like *word*, or the empty string.

    Who asks for many words of one list makes :class:`Words` of it once.
    """
    known = Words({name: name for name in words})
    return _question(known.nearest(word, most=1, cutoff=cutoff)[:1])


def listed(words: Iterable[str]) -> str:
    """Words as a message lists them."""
    return ", ".join(words)


def _question(names: Iterable[str]) -> str:
    meant = " or ".join(map(repr, names))
    return f"; did you mean {meant}?" if meant else ""


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

    def nearest(self, target: str, *, most: int, cutoff: float = _CUTOFF) -> list[str]:
        """The names that stand for the words most like *target*; one that differs in case goes first."""
        if len(target) > _LONGEST:
            return []
        beside = sorted(set(self._beside(target)))
        folded = [word for word in beside if word.lower() == target.lower()]
        close = difflib.get_close_matches(target, beside, n=most, cutoff=cutoff)
        return list(dict.fromkeys(self._words[word] for word in (*folded, *close)))

    def hint(self, target: str) -> str:
        """The nearest names but itself as a question; empty where there is none."""
        names = [name for name in self.nearest(target, most=_MOST + 1) if name != target]
        return _question(names[:_MOST])
