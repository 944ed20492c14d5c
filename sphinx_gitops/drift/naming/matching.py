"""The bindings of workflows and their repositories in, what each binding means out: objects, a folder, or nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from sphinx_gitops.drift.naming.binding_name import BindingName, in_namespace, is_named, is_qualified, matches
from sphinx_gitops.drift.naming.inventory import Inventory, InventoryEntry
from sphinx_gitops.drift.naming.unverifiable import may_be_made
from sphinx_gitops.importers.discovery import DiscoveredObject
from sphinx_gitops.model import Binding, Part

_WORDS = re.compile(r"[/._-]")


class Standing(Enum):
    """What became of a binding."""

    FOUND = "found"
    MOVED = "moved"
    "Kind, name and environment still fit, the namespace does not."
    ELSEWHERE = "elsewhere"
    "Kind, name and namespace still fit; the environment, which no file says, does not."
    GONE = "gone"
    UNKNOWN = "unknown"
    "Only a renderer knows."


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One binding of a part, and what it means."""

    part: Part
    binding: Binding
    name: BindingName
    standing: Standing
    objects: tuple[InventoryEntry, ...] = ()
    folders: tuple[InventoryEntry, ...] = ()

    @property
    def is_gone(self) -> bool:
        """Whether it is not in the repository."""
        return self.standing is Standing.GONE


@dataclass(slots=True, kw_only=True)
class Matcher:
    """Finds in the repositories of one workflow what its bindings name."""

    inventories: Mapping[int, Inventory]
    lines: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    "The lines that tell objects of one name in one file apart, by the id without its line and the file."

    @property
    def any(self) -> Inventory:
        """One of the repositories: what a binding says is the same for each."""
        return next(iter(self.inventories.values()))

    def note_lines(self, names: Iterable[BindingName]) -> None:
        """Know all bindings that differ by their lines alone."""
        for name in names:
            if name.line:
                self.lines[name.text.partition("@")[0], name.line[0]].append(name.line[1])

    def object(self, known: InventoryEntry) -> DiscoveredObject:
        """The object that is meant."""
        return self.inventories[known.tree].objects[known.id]

    def folders(self, name: BindingName) -> Iterator[InventoryEntry]:
        """The folders, or the files that are no objects, that a path names."""
        for at, inventory in self.inventories.items():
            if name.path in inventory.discovery.paths:
                yield InventoryEntry(at, name.path)
            elif name.is_pattern:
                fitting = (path for path in sorted(inventory.discovery.paths) if matches(name.path, path))
                yield from (InventoryEntry(at, path) for path in fitting)

    def objects(self, name: BindingName) -> Iterator[InventoryEntry]:
        """The objects that a name fits."""
        for at, inventory in self.inventories.items():
            if name.text in inventory.objects and not name.line:
                yield InventoryEntry(at, name.text)
                continue
            if name.path:
                named = (name.path,) if not name.is_pattern else inventory.objects
                fitting = (one for one in named if one in inventory.objects and matches(name.path, one))
                yield from (InventoryEntry(at, one) for one in fitting)
                continue
            fitting_ids = [one for one in self.alike(inventory, name) if self._fits(inventory, name, one)]
            yield from (InventoryEntry(at, one) for one in self._by_line(inventory, name, fitting_ids))

    def _fits(self, inventory: Inventory, name: BindingName, identity: str) -> bool:
        one = inventory.objects[identity]
        return in_namespace(name, one) and is_qualified(name, one)

    def alike(self, inventory: Inventory, name: BindingName) -> Iterator[str]:
        """The ids whose kind, name and part fit."""
        ids = inventory.by_kind.get(name.kind, ())
        if not name.is_pattern:
            ids = inventory.by_name.get((name.kind, name.name), ())
        return (one for one in ids if is_named(name, inventory.names[one], inventory.objects[one]))

    def _by_line(self, inventory: Inventory, name: BindingName, ids: list[str]) -> list[str]:
        """Of several in one file the one that the line means: a line above them changes no order."""
        if not name.line:
            return ids
        file, line = name.line
        documented = sorted(set(self.lines.get((name.text.partition("@")[0], file), [line])))
        found = sorted(ids, key=lambda one: inventory.objects[one].location.line)
        if len(documented) == len(found):
            return [found[documented.index(line)]]
        pairs = sorted((abs(inventory.objects[one].location.line - at), at, one) for at in documented for one in found)
        taken: dict[int, str] = {}
        for _, at, one in pairs:
            if at not in taken and one not in taken.values():
                taken[at] = one
        return [taken[line]] if line in taken else []

    def is_generated(self, name: BindingName) -> bool:
        """Whether an ApplicationSet gives it."""
        return name.kind == "Application" and any(
            matches(name.name, given.name)
            for inventory in self.inventories.values()
            for one in inventory.discovery.objects
            for given in one.generates or ()
        )

    def relaxed(
        self, name: BindingName, bound: frozenset[InventoryEntry]
    ) -> tuple[Standing, tuple[InventoryEntry, ...]]:
        """What became of an object that no longer fits: the same in another namespace or environment, else gone."""
        free = [
            InventoryEntry(at, one)
            for at, inventory in self.inventories.items()
            for one in self.alike(inventory, name)
            if InventoryEntry(at, one) not in bound
        ]
        moved = [one for one in free if is_qualified(name, self.object(one))]
        elsewhere = [one for one in free if in_namespace(name, self.object(one)) and self._is_said_elsewhere(one)]
        if name.namespace and len(moved) == 1 and not name.is_pattern:
            return Standing.MOVED, tuple(moved)
        if name.environment and name.is_pattern:
            elsewhere = [one for one in elsewhere if not self.object(one).environments]
        if name.environment and (len(elsewhere) == 1 or (name.is_pattern and elsewhere)):
            return Standing.ELSEWHERE, tuple(elsewhere)
        return (Standing.UNKNOWN if self._may_be_made(name) else Standing.GONE), ()

    def _is_said_elsewhere(self, known: InventoryEntry) -> bool:
        """Whether the environment of an object comes from something else than its file."""
        one = self.object(known)
        words = set(_WORDS.split(one.location.file)) | set(one.location.file.split("/"))
        return not words & set(one.environments)

    def _may_be_made(self, name: BindingName) -> bool:
        return any(may_be_made(inventory, name) for inventory in self.inventories.values())

    def first(self, part: Part, binding: Binding) -> Match:
        """What a binding means as it is written."""
        name = self.any.name(binding.object)
        objects = tuple(self.objects(name))
        folders = tuple(self.folders(name)) if name.path else ()
        found = objects or folders or self.is_generated(name)
        standing = Standing.FOUND if found else Standing.GONE
        return Match(part=part, binding=binding, name=name, standing=standing, objects=objects, folders=folders)

    def second(self, match: Match, bound: frozenset[InventoryEntry]) -> Match:
        """The same for what is not there, once all is known that other bindings mean."""
        if not match.is_gone:
            return match
        standing, objects = self.relaxed(match.name, bound)
        return Match(part=match.part, binding=match.binding, name=match.name, standing=standing, objects=objects)
