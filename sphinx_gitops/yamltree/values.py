"""The values of a YAML document, each with its place: scalars as they are written, sequences and mappings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import yaml

from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.errors import shortened

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


UNPRINTABLE = yaml.reader.Reader.NON_PRINTABLE
"""The characters that YAML refuses, and no page can have."""


def written(text: str, style: str | None) -> str:
    """The text of a scalar, without the characters that only an escape in double quotes can put into it."""
    return UNPRINTABLE.sub("\ufffd", text) if style == '"' else text


class Scalar(NamedTuple):
    """One value, as it is written."""

    text: str
    span: Span
    plain: bool = False
    size: int = 1
    cut: str = ""
    "What follows it behind a blank and a '#', without a blank after that: a comment, or text that was meant."

    @property
    def is_null(self) -> bool:
        """Whether YAML reads it as nothing."""
        return self.plain and self.text in _NULLS


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Tree, ...]
    span: Span
    size: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping; keys are unique and in the writer's order."""

    entries: tuple[tuple[Scalar, Tree], ...]
    span: Span
    size: int

    def get(self, key: str) -> Tree | None:
        """The value under *key*."""
        for name, value in self.entries:
            if name.text == key:
                return value
        return None


Tree: TypeAlias = "Scalar | Sequence | Mapping"


def describe(tree: Tree) -> str:
    """A value in a writer's words, for messages."""
    if isinstance(tree, Sequence):
        return "a list"
    if isinstance(tree, Mapping):
        return "a mapping"
    if tree.is_null:
        return "nothing"
    return shortened(tree.text)
