"""A comparison in, the reconcilers and environments of its repositories that no workflow names out."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.drift.comparison import Comparison
from sphinx_gitops.drift.difference import Difference, RepositoryLine
from sphinx_gitops.drift.naming.inventory import Inventory, InventoryEntry
from sphinx_gitops.importers.discovery import DiscoveredEnvironment, DiscoveredObject
from sphinx_gitops.importers.documents import folder_of

KINDS = frozenset({"Application", "ApplicationSet", "HelmRelease", "Kustomization"})
"""The kinds that a workflow is expected to name."""


def _is_named(comparison: Comparison, tree: int, environment: DiscoveredEnvironment) -> bool:
    """Whether a binding names a folder of an environment or an object in it by it, or a component has its name."""
    if environment.name.lower() in comparison.environments_named:
        return True
    if any(match.name.environment == environment.name for match in comparison.matches):
        return True
    folders = [known.id for known in comparison.named if known.tree == tree and known.id != "./"]
    return any(own.startswith(one) or one.startswith(own) for one in folders for own in environment.folders)


def _environments(comparison: Comparison, tree: int, taken: frozenset[InventoryEntry]) -> list[DiscoveredEnvironment]:
    """The environments that nothing names, and that do not stand where one was."""
    folders = {known.id for known in taken if known.tree == tree}
    return [
        one
        for one in comparison.inventories[tree].discovery.environments
        if not folders & set(one.folders) and not _is_named(comparison, tree, one)
    ]


def _message(what: str, place: RepositoryLine, more: int) -> str:
    inside = f", with {more} reconcilers in it" if more > 1 else ", with a reconciler in it" if more else ""
    return f"{what} is in the repository ({place}){inside}, and no workflow names it"


def _difference(comparison: Comparison, name: str, place: RepositoryLine, message: str) -> Difference:
    return Difference(
        subject=comparison.workflow,
        documented=comparison.documented_at,
        found=place,
        object=name,
        message=message,
    )


def _is_taken(one: DiscoveredObject, inventory: Inventory, folders: set[str], environments: set[str]) -> bool:
    """Whether an object came with a folder or an environment that stands where one was."""
    names = {each.name for each in inventory.discovery.environments if folders & set(each.folders)} | environments
    is_inside = any(folder_of(one.location.file).startswith(folder) for folder in folders)
    return is_inside or (bool(one.environments) and set(one.environments) <= names)


def undocumented(comparison: Comparison, taken: frozenset[InventoryEntry]) -> Iterator[Difference]:
    """Each environment, then each reconciler outside of those environments, that no workflow names."""
    for tree in sorted(comparison.first):
        inventory = comparison.inventories[tree]
        environments = _environments(comparison, tree, taken)
        names = {one.name for one in environments}
        folders = {known.id for known in taken if known.tree == tree and known.id.endswith("/")}
        known = comparison.bound | taken
        free = [
            one
            for one in inventory.discovery.objects
            if one.kind in KINDS and one.group and InventoryEntry(tree, one.id) not in known
        ]
        for environment in environments:
            inside = sum(set(one.environments) == {environment.name} for one in free)
            folder = environment.folders[0] if environment.folders else "./"
            place = RepositoryLine(inventory.path(folder), 0)
            yield _difference(comparison, folder, place, _message(f"the environment {environment.name}", place, inside))
        for one in free:
            if not _is_taken(one, inventory, folders, names):
                place = inventory.place(one.location)
                yield _difference(comparison, one.id, place, _message(one.id, place, 0))
