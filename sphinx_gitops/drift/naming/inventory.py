"""What a repository declares in, the questions that drift asks of it answered: objects by name, edges by their ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sphinx_gitops.drift.difference import RepositoryLine
from sphinx_gitops.drift.naming.binding_name import BindingName, read_name
from sphinx_gitops.importers.discovery import (
    DiscoveredEdge,
    DiscoveredEnvironment,
    DiscoveredObject,
    Discovery,
    Field,
    Location,
)
from sphinx_gitops.importers.manifests.registry import kinds_listed


class InventoryEntry(NamedTuple):
    """A discovered object, a folder or a file, and the number of its repository."""

    tree: int
    id: str


@dataclass(frozen=True, kw_only=True)
class Inventory:
    """One repository: ``shown`` is its folder as messages show it; has no slots, since each answer is kept."""

    shown: str
    discovery: Discovery

    def place(self, location: Location) -> RepositoryLine:
        """A location as messages show it."""
        return RepositoryLine(self.path(location.file), location.line)

    def path(self, path: str) -> str:
        """A path of the tree as messages show it; a folder keeps its slash."""
        prefix = "" if self.shown in {"", "."} else self.shown.rstrip("/") + "/"
        return (prefix or "./") if path in {"", "./"} else prefix + path

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Every kind that an id may begin with."""
        return frozenset((*kinds_listed(), *(one.kind for one in self.discovery.objects if one.group)))

    @cached_property
    def objects(self) -> dict[str, DiscoveredObject]:
        """Each object by its id."""
        return {one.id: one for one in self.discovery.objects}

    def name(self, text: str) -> BindingName:
        """The parts of a binding or an id."""
        return read_name(text, self.kinds)

    @cached_property
    def names(self) -> dict[str, BindingName]:
        """The parts of the id of each object."""
        return {one: self.name(one) for one in self.objects}

    @cached_property
    def by_kind(self) -> dict[str, list[str]]:
        """The ids of each kind, parts of objects under that of their owner."""
        found: dict[str, list[str]] = defaultdict(list)
        for identity, name in self.names.items():
            found[name.kind].append(identity)
        return found

    @cached_property
    def by_name(self) -> dict[tuple[str, str], list[str]]:
        """The ids of each kind and name."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for identity, name in self.names.items():
            found[name.kind, name.name].append(identity)
        return found

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """The jobs, tasks and branches of each object, by its id."""
        found: dict[str, list[str]] = defaultdict(list)
        for part, owner in self.owners.items():
            found[owner].append(part)
        return found

    @cached_property
    def owners(self) -> dict[str, str]:
        """The workflow, pipeline or strategy of each job, task and branch."""
        found: dict[str, str] = {}
        for identity in self.objects:
            stem, sign, rest = identity.partition("#")
            _, at, where = rest.rpartition("@") if "@" in rest else ("", "", "")
            owner = stem if stem in self.objects else f"{stem}{at}{where}"
            if sign and owner in self.objects:
                found[identity] = owner
        return found

    @cached_property
    def environments(self) -> dict[str, DiscoveredEnvironment]:
        """Each environment by its name."""
        return {one.name: one for one in self.discovery.environments}

    @cached_property
    def fields(self) -> dict[str, dict[str, Field]]:
        """The fields of each object by their names."""
        return {one.id: {field.name: field for field in one.fields} for one in self.discovery.objects}

    @cached_property
    def leaving(self) -> dict[str, list[DiscoveredEdge]]:
        """The edges of each object or folder that says some."""
        found: dict[str, list[DiscoveredEdge]] = defaultdict(list)
        for edge in self.discovery.edges:
            found[edge.source].append(edge)
        return found

    def built_from(self, folders: Iterable[str]) -> frozenset[str]:
        """Folders, and all that the kustomizations in them include."""
        overlays = [edge for edge in self.discovery.edges if edge.kind == "overlay"]
        found: set[str] = set()
        waiting = list(folders)
        while waiting:
            folder = waiting.pop()
            if folder not in found:
                found.add(folder)
                waiting += [edge.target for edge in overlays if edge.source.startswith(folder)]
        return frozenset(found)
