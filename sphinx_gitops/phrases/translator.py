"""A word or a phrase of ours in, the same in the reader's language out; in English it is what is written."""

from __future__ import annotations

from typing import Protocol, TypeAlias

Plural: TypeAlias = "tuple[str, str]"
"""A phrase with ``{count}``, for one and for several."""


class Translator(Protocol):
    """Our words in the reader's language."""

    def __call__(self, words: str, /) -> str:
        """A word or a phrase."""

    def count(self, phrase: Plural, number: int) -> str:
        """A phrase about so many things."""


def counted(phrase: str, number: int) -> str:
    """A phrase with its number filled in."""
    return phrase.replace("{count}", str(number))


class English:
    """The words as they are in this module."""

    def __call__(self, words: str, /) -> str:
        """A word or a phrase."""
        return words

    def count(self, phrase: Plural, number: int) -> str:
        """A phrase about so many things."""
        return counted(phrase[number != 1], number)


english = English()


def spaced(name: str) -> str:
    """A name of the format, such as a kind, as words."""
    return name.replace("-", " ")
