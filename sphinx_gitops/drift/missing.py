"""A comparison in, the bindings that are not in the repository out, with what is nearest; one a cause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sphinx_gitops.drift.comparison import Comparison
from sphinx_gitops.drift.difference import Difference, RepositoryLine
from sphinx_gitops.drift.naming.inventory import Inventory, InventoryEntry
from sphinx_gitops.drift.naming.matching import Match
from sphinx_gitops.drift.naming.nearest import meant_path, nearest_folder, nearest_object, replaced_folder


@dataclass(frozen=True, kw_only=True)
class MissingObjects:
    """What is gone of one workflow; has no slots, since each answer is kept."""

    comparison: Comparison

    @cached_property
    def folders_named(self) -> frozenset[str]:
        """The environments that a binding names a folder of."""
        return frozenset(
            one.name
            for tree, inventory in self.comparison.inventories.items()
            for one in inventory.discovery.environments
            if any(InventoryEntry(tree, folder) in self.comparison.named for folder in one.folders)
        )

    @cached_property
    def causes(self) -> tuple[tuple[Match, tuple[Match, ...]], ...]:
        """What is gone by itself, each with all that went with it; a part's folders are one."""
        gone = [match for match in self.comparison.matches if match.is_gone]
        followers: dict[int, list[Match]] = {}
        firsts: dict[str, Match] = {}
        alone = []
        for match in gone:
            cause = self.comparison.follows_from(match)
            if match.name.is_folder:
                first = firsts.setdefault(match.part.id, match)
                cause = first if first is not match else None
            elif cause:
                cause = firsts.get(cause.part.id) or cause
            if cause is None:
                alone.append(match)
            else:
                followers.setdefault(id(cause), []).append(match)
        return tuple((match, tuple(followers.get(id(match), ()))) for match in alone)

    def inventory(self, match: Match) -> tuple[int, Inventory]:
        """The repository in which something is missing: the one that has most of its kind."""
        found = self.comparison.inventories.items()
        return max(found, key=lambda one: (len(one[1].by_kind.get(match.name.kind, ())), -one[0]))

    def replacement(self, match: Match) -> str:
        """The folder that stands where a folder was; else empty."""
        if not match.name.is_folder:
            return ""
        return replaced_folder(match, self.inventory(match)[1], self.folders_named)

    @cached_property
    def taken(self) -> frozenset[InventoryEntry]:
        """The objects and folders that stand where something was: they are not undocumented besides."""
        found = {known for match in self.comparison.matches for known in match.objects}
        for match, followers in self.causes:
            found.update(known for follower in followers for known in self.comparison.renamed(follower))
            folder = self.replacement(match)
            nearest = self.nearest(match)
            if folder:
                found.add(InventoryEntry(self.inventory(match)[0], folder))
            elif nearest:
                found.add(nearest)
        return frozenset(found)

    def nearest(self, match: Match) -> InventoryEntry | None:
        """The nearest like object of what is gone by itself, found once; None of a folder."""
        return self._nearest[id(match)]

    @cached_property
    def _nearest(self) -> dict[int, InventoryEntry | None]:
        return {id(match): self._like(match) for match, _ in self.causes}

    def _like(self, match: Match) -> InventoryEntry | None:
        is_path = bool(match.name.path) and not match.name.path.startswith(".")
        if is_path or match.name.is_folder:
            return None
        return nearest_object(match, self.comparison.matcher, self.comparison.bound)

    def all(self) -> Iterator[Difference]:
        """Every binding that is gone by itself, and every repository."""
        workflow = self.comparison.workflow
        for absent in self.comparison.documented.absent:
            yield Difference(
                subject=workflow,
                documented=self.comparison.documented_at,
                found=RepositoryLine(absent.nearest, 0),
                object=absent.text,
                message=f"the folder of manifests {absent.text} is not there; nearest is {absent.nearest}",
            )
        for match, followers in self.causes:
            yield self.difference(match, followers)

    def difference(self, match: Match, followers: tuple[Match, ...]) -> Difference:
        """The finding on one binding."""
        _, inventory = self.inventory(match)
        known = self.nearest(match)
        folder = self.replacement(match)
        meant, why = meant_path(match.name.path, inventory) if match.name.path else ("", "")
        if meant:
            place = RepositoryLine(inventory.path(meant), 0)
            nearest = f"write {meant}, {why}"
        elif known:
            own = self.comparison.inventory(known)
            place = own.place(own.objects[known.id].location)
            nearest = f"nearest is {known.id} ({place})"
        elif folder:
            place = RepositoryLine(inventory.path(folder), 0)
            nearest = f"nearest is {place}"
        else:
            place = RepositoryLine(inventory.path(nearest_folder(match, inventory)), 0)
            nearest = f"nearest folder is {place}"
        return Difference(
            subject=match.part,
            documented=match.binding.span,
            found=place,
            object=match.binding.object,
            message=f"{match.binding.object} is not in the repository{_also(followers)}; {nearest}",
        )


def _also(followers: tuple[Match, ...]) -> str:
    """What went with it."""
    names = list(dict.fromkeys(match.binding.object for match in followers))
    if not names:
        return ""
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return f", nor {'are' if len(names) > 1 else 'is'} {', '.join(names[:2])}{more}"
