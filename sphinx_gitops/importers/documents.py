"""A document of a repository, as the formats read it: its group, kind and tree, and typed access to the values."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree

_MOST_DIGITS = 19
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of a file, or one item of its ``List``."""

    file: str
    index: int
    "Its place among the documents of the file."
    line: int
    group: str
    kind: str
    body: Tree
    readable: bool = True
    "False where only its names could be read, as text."
    has_gaps: bool = False
    "Whether lines that are template actions were left out: what is missing may come from them."

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from all others."""
        return self.file, self.index

    @property
    def mapping(self) -> Mapping:
        """The body, empty where it is no mapping."""
        return self.body if isinstance(self.body, Mapping) else Mapping((), self.body.span, 1)

    @property
    def folder(self) -> str:
        """The folder of the file: empty at the top, else ending in a slash."""
        return folder_of(self.file)


def folder_of(path: str) -> str:
    """The folder that a path is in: empty at the top, else ending in a slash."""
    return path[: path.rfind("/") + 1]


def shown_folder(folder: str) -> str:
    """A folder as the output has it."""
    return folder or "./"


def value_at(tree: Tree | None, *keys: str) -> Tree | None:
    """The value under *keys*, one below the other."""
    for key in keys:
        if not isinstance(tree, Mapping):
            return None
        tree = tree.get(key)
    return tree


def scalar_at(tree: Tree | None, *keys: str) -> Scalar | None:
    """The scalar under *keys*, unless it is null or something else."""
    found = value_at(tree, *keys)
    return found if isinstance(found, Scalar) and not found.is_null else None


def text_at(tree: Tree | None, *keys: str) -> str:
    """The text under *keys*, empty where there is none."""
    found = scalar_at(tree, *keys)
    return found.text if found else ""


def span_at(tree: Tree | None, *keys: str) -> Span | None:
    """Where the scalar under *keys* is written."""
    found = scalar_at(tree, *keys)
    return found.span if found else None


def items_at(tree: Tree | None, *keys: str) -> tuple[Tree, ...]:
    """The items of the list under *keys*."""
    found = value_at(tree, *keys)
    return found.items if isinstance(found, Sequence) else ()


def mappings_at(tree: Tree | None, *keys: str) -> Iterator[Mapping]:
    """The items of the list under *keys* that are mappings."""
    for item in items_at(tree, *keys):
        if isinstance(item, Mapping):
            yield item


def key_span(tree: Tree | None, *keys: str) -> Span | None:
    """Where the last of *keys* is written."""
    parent = value_at(tree, *keys[:-1])
    if isinstance(parent, Mapping):
        for name, _ in parent.entries:
            if name.text == keys[-1]:
                return name.span
    return None


def is_true(tree: Tree | None) -> bool:
    """Whether a value is the boolean *true*."""
    return isinstance(tree, Scalar) and tree.plain and tree.text in _TRUE


def is_false(tree: Tree | None) -> bool:
    """Whether a value is the boolean *false*."""
    return isinstance(tree, Scalar) and tree.plain and tree.text in _FALSE


def plain_value(scalar: Scalar) -> str | bool:
    """A scalar that is not null as the output has it: a boolean, or the text as it was written."""
    if is_true(scalar):
        return True
    return False if is_false(scalar) else scalar.text


def place_of(digits: str) -> int:
    """The place in a list that a number names; behind the end of each where Python would not read so many digits."""
    return int(digits) if len(digits) < _MOST_DIGITS else sys.maxsize


def group_of(version: str) -> str:
    """The API group of an ``apiVersion``."""
    return version.rpartition("/")[0]
