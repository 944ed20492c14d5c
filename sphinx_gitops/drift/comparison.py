"""A workflow and its repositories in, what each of its bindings means out, and what rules ask of the two together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.drift.naming.inventory import Inventory, InventoryEntry
from sphinx_gitops.drift.naming.matching import Match, Matcher, Standing
from sphinx_gitops.importers.discovery import DiscoveredObject
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Span
from sphinx_gitops.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFolder:
    """A folder that a workflow names under ``manifests`` and that is not there, and the nearest one that is."""

    text: str
    nearest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Documented:
    """A workflow with its repositories by their numbers."""

    workflow: Workflow
    settings: Settings
    inventories: Mapping[int, Inventory]
    absent: tuple[MissingFolder, ...] = ()
    rolled_back: frozenset[str] = frozenset()
    "The components that a runbook rolls back by Argo CD."


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One workflow held against its repositories; has no slots, since each answer is kept.

    ``bound`` are the objects that bindings of any workflow mean, ``named`` their folders, and ``first`` are the
    numbers of the repositories that no workflow before this one has.
    """

    documented: Documented
    matcher: Matcher
    matches: tuple[Match, ...]
    bound: frozenset[InventoryEntry]
    named: frozenset[InventoryEntry]
    first: frozenset[int] = frozenset()
    environments_named: frozenset[str] = frozenset()
    "The environments that components of any workflow have the name of."

    @property
    def workflow(self) -> Workflow:
        """The workflow."""
        return self.documented.workflow

    @property
    def inventories(self) -> Mapping[int, Inventory]:
        """Its repositories by their numbers."""
        return self.documented.inventories

    @cached_property
    def delivery(self) -> Delivery:
        """The workflow with what rules ask of it alone."""
        return Delivery(workflow=self.workflow)

    @cached_property
    def by_part(self) -> dict[str, list[Match]]:
        """The matches of each part, by its id."""
        found: dict[str, list[Match]] = defaultdict(list)
        for match in self.matches:
            found[match.part.id].append(match)
        return found

    def inventory(self, known: InventoryEntry) -> Inventory:
        """The repository of an object."""
        return self.inventories[known.tree]

    def object(self, known: InventoryEntry) -> DiscoveredObject:
        """The object that is meant."""
        return self.inventories[known.tree].objects[known.id]

    @cached_property
    def documented_at(self) -> Span:
        """Where the workflow says which repositories it is of."""
        return self.workflow.span_of("manifests")

    @cached_property
    def gone_folders(self) -> tuple[Match, ...]:
        """The bindings of folders that are not there."""
        return tuple(match for match in self.matches if match.is_gone and match.name.is_folder)

    def follows_from(self, match: Match) -> Match | None:
        """The folder that is gone and took what a binding names with it; None where that is gone by itself."""
        for folder in self.gone_folders:
            path, name = folder.name.path, match.name
            place = name.path or (name.line[0] if name.line else name.qualifier)
            is_inside = place != path and place.startswith(path)
            is_of_environment = bool(name.environment) and name.environment in path.split("/")
            if folder is not match and (is_inside or is_of_environment or any(self.renamed(match))):
                return folder
        return None

    def renamed(self, match: Match) -> Iterator[InventoryEntry]:
        """What is still written as a binding names it, and only what includes it gives it another name."""
        for tree, inventory in self.inventories.items():
            for one in inventory.discovery.objects:
                known = InventoryEntry(tree, one.id)
                if (
                    one.written
                    and (one.kind, one.written) == (match.name.kind, match.name.name)
                    and known not in self.bound
                ):
                    yield known

    @cached_property
    def unsettled(self) -> frozenset[str]:
        """The parts of which a binding is gone, or has another namespace or environment: no flow of theirs is asked."""
        settled = (Standing.FOUND,)
        return frozenset(match.part.id for match in self.matches if match.standing not in settled)


def compared(every: Sequence[Documented]) -> Iterator[Comparison]:
    """Each workflow held against its repositories, knowing what all of them name."""
    drafts = []
    for documented in every:
        matcher = Matcher(inventories=documented.inventories)
        parts = [part for part in documented.workflow.parts() if part.bindings] if documented.inventories else []
        names = [(part, binding) for part in parts for binding in part.bindings]
        matcher.note_lines(matcher.any.name(binding.object) for _, binding in names)
        drafts.append((documented, matcher, [matcher.first(part, binding) for part, binding in names]))
    bound = frozenset(_with_parts((known, matcher) for _, matcher, found in drafts for known in _objects(found)))
    named = frozenset(known for _, _, found in drafts for match in found for known in match.folders)
    words = frozenset(_environment_words(every))
    seen: set[int] = set()
    for documented, matcher, found in drafts:
        first = frozenset(documented.inventories) - seen
        seen |= first
        yield Comparison(
            documented=documented,
            matcher=matcher,
            matches=tuple(matcher.second(match, bound) for match in found),
            bound=bound,
            named=named,
            first=first,
            environments_named=words,
        )


def _objects(matches: Iterable[Match]) -> Iterator[InventoryEntry]:
    return (known for match in matches for known in match.objects)


def _with_parts(found: Iterable[tuple[InventoryEntry, Matcher]]) -> Iterator[InventoryEntry]:
    """The objects, the jobs, tasks and branches of each, and what one of those is of."""
    for known, matcher in found:
        yield known
        inventory = matcher.inventories[known.tree]
        owner = inventory.owners.get(known.id)
        if owner:
            yield InventoryEntry(known.tree, owner)
        yield from (InventoryEntry(known.tree, part) for part in inventory.parts.get(known.id, ()))


def _environment_words(every: Iterable[Documented]) -> Iterator[str]:
    """The ids and titles of everything that is an environment."""
    for documented in every:
        for component in documented.workflow.components():
            if component.kind in {"environment", "cluster"} or component.tier:
                yield from (component.id.lower(), component.title.lower())
