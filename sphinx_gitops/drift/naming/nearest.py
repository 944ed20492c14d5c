"""What is gone from a repository in, what is most like it out: an object that no binding names, else a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from sphinx_gitops.drift.naming.binding_name import BindingName, clean
from sphinx_gitops.drift.naming.inventory import Inventory, Known
from sphinx_gitops.drift.naming.matching import Match, Matcher
from sphinx_gitops.importers.discovery import DiscoveredObject
from sphinx_gitops.importers.documents import folder_of


def _likeness(one: str, other: str) -> float:
    """How much alike two texts are; the same in whatever order they are given."""
    return max(SequenceMatcher(None, one, other).ratio(), SequenceMatcher(None, other, one).ratio())


def _candidates(inventory: Inventory, name: BindingName) -> Iterator[str]:
    """The ids of the same kind."""
    if name.path:
        kind = "Job" if "#" in name.path else "Workflow"
        yield from (one.id for one in inventory.discovery.objects if one.kind == kind and not one.group)
        return
    for identity in inventory.by_kind.get(name.kind, ()):
        own = inventory.names[identity]
        is_of_group = not name.group or inventory.objects[identity].group == name.group
        if bool(own.part) == bool(name.part) and is_of_group:
            yield identity


def _rank(name: BindingName, inventory: Inventory, identity: str) -> tuple[bool, bool, float, str]:
    """The least of these is nearest: the same environment or file, then the same name, then the likest."""
    one: DiscoveredObject = inventory.objects[identity]
    if name.path:
        file, _, job = name.path.partition("#")
        return one.location.file != file, one.name != (job or file), -_likeness(name.path, identity), identity
    own = inventory.names[identity]
    wanted, said = f"{name.name}#{name.part}", f"{own.name}#{own.part}"
    elsewhere = bool(name.environment) and name.environment not in one.environments
    return elsewhere, wanted != said, -_likeness(wanted, said), identity


def nearest_object(match: Match, matcher: Matcher, bound: Collection[Known]) -> Known | None:
    """The nearest like object that no binding names."""
    found = [
        (_rank(match.name, inventory, identity), Known(at, identity))
        for at, inventory in matcher.inventories.items()
        for identity in _candidates(inventory, match.name)
        if Known(at, identity) not in bound
    ]
    return min(found)[1] if found else None


def replaced_folder(match: Match, inventory: Inventory, named: Collection[str]) -> str:
    """The folder that stands where a folder was: of an environment that no binding names, beside it; else empty."""
    parent = folder_of(match.name.path.rstrip("/"))
    beside = [
        folder
        for one in inventory.discovery.environments
        if one.name not in named
        for folder in one.folders
        if folder_of(folder.rstrip("/")) == parent
    ]
    return min(beside, key=lambda folder: (-_likeness(folder, match.name.path), folder), default="")


def _parent_that_is(inventory: Inventory, path: str) -> str:
    """The nearest folder above a path that is there."""
    path = path.partition("#")[0].rstrip("/")
    while path:
        path = folder_of(path).rstrip("/")
        if f"{path}/" in inventory.discovery.paths:
            return f"{path}/"
    return "./"


def _of_like_objects(inventory: Inventory, name: BindingName) -> str:
    """The folder with most objects of the same kind, those of its environment and namespace first; else empty.

    A folder that is another environment's own says nothing of what was in this one.
    """
    counted: Counter[str] = Counter()
    for identity in inventory.by_kind.get(name.kind, ()):
        one = inventory.objects[identity]
        folder = folder_of(one.location.file) or "./"
        is_of_it = not name.environment or name.environment in one.environments
        if is_of_it or not set(folder.split("/")) & set(one.environments):
            fits_namespace = not name.namespace or name.namespace in one.namespaces
            counted[folder] += 1 + fits_namespace + 1000 * is_of_it
    return min(counted, key=lambda folder: (-counted[folder], folder), default="")


def nearest_folder(match: Match, inventory: Inventory) -> str:
    """The nearest folder that still is, for what is gone without a trace."""
    name = match.name
    if name.path:
        return _parent_that_is(inventory, name.path)
    if name.line or name.qualifier.endswith("/"):
        place = name.line[0] if name.line else name.qualifier
        is_there = place.endswith("/") and place in inventory.discovery.paths
        return place if is_there else _parent_that_is(inventory, place)
    named = name.name not in inventory.environments
    folders = sorted(path for path in inventory.discovery.paths if named and path.endswith(f"/{name.name}/"))
    near = [path for path in folders if not name.environment or f"/{name.environment}/" in f"/{path}"]
    if near:
        return near[0]
    environment = inventory.environments.get(name.environment)
    own = environment.folders[0] if environment and environment.folders else ""
    return clean(_of_like_objects(inventory, name) or own or (folders[0] if folders else "./"))
