"""A part of a workflow in, what it stands for out: objects with their parts, folders and environments."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sphinx_gitops.drift.comparison import Comparison
from sphinx_gitops.drift.naming.inventory import InventoryEntry
from sphinx_gitops.importers.discovery import DiscoveredObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """What one end of a flow stands for."""

    comparison: Comparison
    objects: frozenset[InventoryEntry]
    "The objects, with the jobs, tasks and branches in them."
    named: tuple[InventoryEntry, ...]
    "The objects that its bindings name, in their order."
    folders: tuple[InventoryEntry, ...]
    environments: frozenset[str]
    "The environments whose folders it is bound to."

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its objects."""
        return frozenset(self.comparison.object(known).kind for known in self.named)

    @property
    def is_repository(self) -> bool:
        """Whether it is a repository as a whole."""
        return any(known.id == "./" for known in self.folders)

    def each(self) -> Iterator[tuple[InventoryEntry, DiscoveredObject]]:
        """Its objects, those that bindings name."""
        return ((known, self.comparison.object(known)) for known in self.named)

    def covers(self, tree: int, path: str) -> bool:
        """Whether a folder is one of its own, or below one."""
        return any(known.tree == tree and (path == known.id or path.startswith(known.id)) for known in self.folders)


def _environments(comparison: Comparison, folders: Collection[InventoryEntry]) -> Iterator[str]:
    for known in folders:
        for one in comparison.inventory(known).discovery.environments:
            if any(folder.startswith(known.id) for folder in one.folders):
                yield one.name


def members_of(comparison: Comparison, end: str) -> Members:
    """What an id stands for: the bindings of a component; of a box its own and those of all in it."""
    ids = {end, *comparison.delivery.within(end)}
    matches = [match for name in sorted(ids) for match in comparison.by_part.get(name, ())]
    named = tuple(dict.fromkeys(known for match in matches for known in match.objects))
    folders = tuple(dict.fromkeys(known for match in matches for known in match.folders))
    parts = (
        InventoryEntry(known.tree, part)
        for known in named
        for part in comparison.inventory(known).parts.get(known.id, ())
    )
    return Members(
        comparison=comparison,
        objects=frozenset((*named, *parts)),
        named=named,
        folders=folders,
        environments=frozenset(_environments(comparison, folders)),
    )
