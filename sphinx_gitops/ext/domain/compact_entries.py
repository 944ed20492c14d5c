"""The rows of documents, kept small: a large site has very many of them.

Of each row there is a label, which Sphinx has as well, and a sort, which many rows share: plain tuples of text, which
garbage collection does not look into. The row itself is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from sys import intern
from typing import TypeAlias

from sphinx_gitops.ext.domain.entries import Label, ObjectEntry

Sort: TypeAlias = tuple[str, ...]
"""The type of the thing, its kind, its stage, and its full name of today where this is a former one."""
Owned: TypeAlias = tuple[dict[str, Label], dict[str, Sort]]
"""Labels and sorts by what follows a workflow's id in a full name, with the dot: nothing for the workflow itself."""


def _split(name: str) -> tuple[str, str]:
    owner = name.partition(".")[0]
    return owner, name[len(owner) :]


@lru_cache(maxsize=4096)
def _sort(*words: str) -> Sort:
    return words


def _row(name: str, label: Label, sort: Sort) -> ObjectEntry:
    objtype, kind, stage, current = sort
    return ObjectEntry(label, objtype, kind, stage, former=bool(current), current=current or name)


class Sheet(Mapping[str, ObjectEntry]):
    """What one document defines: full name to row."""

    __slots__ = ("_owners",)

    def __init__(self) -> None:
        self._owners: dict[str, Owned] = {}

    def put(self, name: str, row: ObjectEntry) -> None:
        """Set the row of a full name."""
        owner, own = _split(name)
        labels, sorts = self._owners.setdefault(owner, ({}, {}))
        own = intern(own)
        labels[own] = row.label
        sorts[own] = _sort(row.objtype, row.kind, row.stage, row.current if row.former else "")

    def __getitem__(self, name: str) -> ObjectEntry:
        owner, own = _split(name)
        labels, sorts = self._owners[owner]
        return _row(name, labels[own], sorts[own])

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs())

    def __len__(self) -> int:
        return sum(len(labels) for labels, _ in self._owners.values())

    @property
    def owned(self) -> Mapping[str, Owned]:
        """The labels and sorts of each workflow that the names start with."""
        return self._owners

    def pairs(self) -> Iterator[tuple[str, ObjectEntry]]:
        """Each full name with its row; faster than one after the other."""
        for owner, (labels, sorts) in self._owners.items():
            for own, label in labels.items():
                name = owner + own
                yield name, _row(name, label, sorts[own])


class Sheets(Mapping[str, ObjectEntry]):
    """What all documents define: a name in use goes before a former one, then the first document by name."""

    def __init__(self, documents: Mapping[str, Sheet]) -> None:
        self._sheets = [documents[docname] for docname in sorted(documents)]
        self._of: dict[str, list[Owned]] = {}
        for sheet in self._sheets:
            for owner, owned in sheet.owned.items():
                self._of.setdefault(owner, []).append(owned)

    def _find(self, name: str) -> tuple[Label, Sort] | None:
        owner, own = _split(name)
        former: tuple[Label, Sort] | None = None
        for labels, sorts in self._of.get(owner, ()):
            sort = sorts.get(own)
            if sort and not sort[-1]:
                return labels[own], sort
            if sort and former is None:
                former = labels[own], sort
        return former

    def __getitem__(self, name: str) -> ObjectEntry:
        found = self._find(name)
        if found is None:
            raise KeyError(name)
        return _row(name, *found)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._find(name) is not None

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs())

    def __len__(self) -> int:
        return sum(1 for _ in self.pairs())

    def current(self, name: str) -> str:
        """The full name that a thing has now, or what was asked for where nothing has it."""
        found = self._find(name)
        return (found[1][-1] if found else "") or name

    @property
    def owners(self) -> Iterable[str]:
        """The ids that full names start with."""
        return self._of

    def inside(self, owner: str) -> Iterator[str]:
        """What follows a workflow's id in full names, without the dot."""
        return (own[1:] for labels, _ in self._of.get(owner, ()) for own in labels if own)

    def pairs(self) -> Iterator[tuple[str, ObjectEntry]]:
        """Each full name with its row, former ones last."""
        former: list[tuple[str, ObjectEntry]] = []
        for sheet in self._sheets:
            for name, row in sheet.pairs():
                if len(self._of[name.partition(".")[0]]) > 1 and self[name] != row:
                    continue
                if row.former:
                    former.append((name, row))
                else:
                    yield name, row
        yield from former
