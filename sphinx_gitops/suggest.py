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
FEW = 12
"""So many known words are listed where none is like the one that is asked for; of more, some are named."""
_STEM = 3
"""So many letters are the beginning of one word rather than of any."""
_CUTOFF = 0.6
"""How much alike two words are, from 0 to 1 as difflib counts it, of which one may be meant for the other."""


def near(word: str, words: Iterable[str], *, cutoff: float = _CUTOFF) -> str:
    """A hint that names the known word most like *word*, or the empty string.

    Who asks for many words of one list makes :class:`Words` of it once.
    """
    known = Words({name: name for name in words})
    return _question(known.nearest(word, most=1, cutoff=cutoff)[:1])


def titled(name: str, titles: Mapping[str, str]) -> str:
    """A hint for a title, or a word of it, that is written where an id is meant; *titles* are by id.

    Empty where no title, or more than one, or an id in other case, reads so.
    """
    wanted = " ".join(name.lower().split())
    if any(wanted == own.lower() for own in titles):
        return ""  # an id in other case
    words = [(own, title.lower()) for own, title in titles.items()]
    found = [own for own, title in words if title == wanted] or [own for own, title in words if wanted in title.split()]
    return f"; did you mean {found[0]!r}, the id of {titles[found[0]]!r}?" if len(found) == 1 else ""


def listed(words: Iterable[str]) -> str:
    """Words as a message lists them."""
    return ", ".join(words)


def there_are(words: Iterable[str]) -> str:
    """The known words, for a word that is like none of them: few are listed, of many some are named."""
    known = list(words)
    if len(known) > FEW:
        return f"; there are {len(known):,}, such as {listed(known[:_MOST])}"
    return f"; there {'is' if len(known) == 1 else 'are'} {listed(known)}" if known else ""


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
        """The names that stand for the words most like *target*; one that differs in case goes first.

        Where none is like it, those of which it is the beginning.
        """
        if len(target) > _LONGEST:
            return []
        beside = sorted(set(self._beside(target)))
        folded = [word for word in beside if word.lower() == target.lower()]
        close = difflib.get_close_matches(target, beside, n=most, cutoff=cutoff)
        begun = [word for word in beside if len(target) >= _STEM and word.lower().startswith(target.lower())]
        found = [*folded, *close] or begun
        return list(dict.fromkeys(self._words[word] for word in found))[:most]

    def hint(self, target: str) -> str:
        """The nearest names but itself as a question; empty where there is none."""
        names = [name for name in self.nearest(target, most=_MOST + 1) if name != target]
        return _question(names[:_MOST])

    def remedy(self, target: str) -> str:
        """The nearest names but itself as a question; where there is none, those that there are."""
        return self.hint(target) or there_are(sorted({*self._words.values()} - {target}))
