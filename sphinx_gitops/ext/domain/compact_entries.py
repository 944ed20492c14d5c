"""Object entries in, mappings of full names to them out, kept small: a large site has very many entries.

Of each entry there is a label, which Sphinx has as well, and traits, which many entries share: plain tuples of text,
which garbage collection does not look into. The entry itself is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from sys import intern
from typing import TypeAlias

from sphinx_gitops.ext.domain.entries import LabelRecord, ObjectEntry

Traits: TypeAlias = tuple[str, ...]
"""The type of the object, its kind, its stage, and its full name of today where this is a former one."""
OwnedEntries: TypeAlias = tuple[dict[str, LabelRecord], dict[str, Traits]]
"""Labels and traits by what follows a workflow's id in a full name, with the dot: nothing for the workflow itself."""


def _split(name: str) -> tuple[str, str]:
    owner = name.partition(".")[0]
    return owner, name[len(owner) :]


@lru_cache(maxsize=4096)
def _traits(*words: str) -> Traits:
    return words


def _entry(name: str, label: LabelRecord, trait: Traits) -> ObjectEntry:
    objtype, kind, stage, current = trait
    return ObjectEntry(label, objtype, kind, stage, former=bool(current), current=current or name)


class DocumentEntries(Mapping[str, ObjectEntry]):
    """What one document defines: full name to entry."""

    __slots__ = ("_owners",)

    def __init__(self) -> None:
        self._owners: dict[str, OwnedEntries] = {}

    def put(self, name: str, entry: ObjectEntry) -> None:
        """Set the entry of a full name."""
        owner, own = _split(name)
        labels, traits = self._owners.setdefault(owner, ({}, {}))
        own = intern(own)
        labels[own] = entry.label
        traits[own] = _traits(entry.objtype, entry.kind, entry.stage, entry.current if entry.former else "")

    def __getitem__(self, name: str) -> ObjectEntry:
        owner, own = _split(name)
        labels, traits = self._owners[owner]
        return _entry(name, labels[own], traits[own])

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs())

    def __len__(self) -> int:
        return sum(len(labels) for labels, _ in self._owners.values())

    @property
    def owned(self) -> Mapping[str, OwnedEntries]:
        """The labels and traits of each workflow that the names start with."""
        return self._owners

    def pairs(self) -> Iterator[tuple[str, ObjectEntry]]:
        """Each full name with its entry; faster than one after the other."""
        for owner, (labels, traits) in self._owners.items():
            for own, label in labels.items():
                name = owner + own
                yield name, _entry(name, label, traits[own])


class ProjectEntries(Mapping[str, ObjectEntry]):
    """What all documents define: a name in use goes before a former one, then the first document by name."""

    def __init__(self, documents: Mapping[str, DocumentEntries]) -> None:
        self._documents = [documents[docname] for docname in sorted(documents)]
        self._of: dict[str, list[OwnedEntries]] = {}
        for document in self._documents:
            for owner, owned in document.owned.items():
                self._of.setdefault(owner, []).append(owned)

    def _find(self, name: str) -> tuple[LabelRecord, Traits] | None:
        owner, own = _split(name)
        former: tuple[LabelRecord, Traits] | None = None
        for labels, traits in self._of.get(owner, ()):
            trait = traits.get(own)
            if trait and not trait[-1]:
                return labels[own], trait
            if trait and former is None:
                former = labels[own], trait
        return former

    def __getitem__(self, name: str) -> ObjectEntry:
        found = self._find(name)
        if found is None:
            raise KeyError(name)
        return _entry(name, *found)

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
        """Each full name with its entry, former ones last."""
        former: list[tuple[str, ObjectEntry]] = []
        for document in self._documents:
            for name, entry in document.pairs():
                if len(self._of[name.partition(".")[0]]) > 1 and self[name] != entry:
                    continue
                if entry.former:
                    former.append((name, entry))
                else:
                    yield name, entry
        yield from former
