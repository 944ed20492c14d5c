"""What is gone from a repository in, what is most like it out: an object that no binding names, else a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from sphinx_gitops.drift.naming.binding_name import BindingName, clean
from sphinx_gitops.drift.naming.inventory import Inventory, InventoryEntry
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


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An object that may be meant: whether it is elsewhere, and called otherwise, and the text that is to be alike."""

    elsewhere: bool
    renamed: bool
    said: str
    known: InventoryEntry


def _candidate(name: BindingName, inventory: Inventory, known: InventoryEntry) -> _Candidate:
    one: DiscoveredObject = inventory.objects[known.id]
    if name.path:
        file, _, job = name.path.partition("#")
        return _Candidate(one.location.file != file, one.name != (job or file), known.id, known)
    own = inventory.names[known.id]
    said = f"{own.name}#{own.part}"
    elsewhere = bool(name.environment) and name.environment not in one.environments
    return _Candidate(elsewhere, _wanted(name) != said, said, known)


def _wanted(name: BindingName) -> str:
    """The text of a binding that those of objects are to be like."""
    return name.path or f"{name.name}#{name.part}"


@lru_cache(maxsize=65536)
def _letters(text: str) -> Counter[str]:
    return Counter(text)


def _likest(wanted: str, candidates: Iterable[_Candidate]) -> InventoryEntry | None:
    """The one whose text is most like the *wanted* one, of several the first by its id.

    Texts are as much alike as their letters at most, whatever the order: that is counted for all, and most are left out
    by it.
    """
    letters = _letters(wanted)

    def limit(one: _Candidate) -> float:
        length = len(wanted) + len(one.said)
        return 2.0 * (letters & _letters(one.said)).total() / length if length else 1.0

    best: tuple[float, str, InventoryEntry] | None = None
    for most, one in sorted(((-limit(one), one) for one in candidates), key=lambda pair: (pair[0], pair[1].known)):
        if best and most > best[0]:
            break
        found = (-_likeness(wanted, one.said), one.known.id, one.known)
        best = min(best, found) if best else found
    return best[2] if best else None


def nearest_object(match: Match, matcher: Matcher, bound: Collection[InventoryEntry]) -> InventoryEntry | None:
    """The nearest like object that no binding names: in the same environment or file, of the same name, the likest."""
    found = [
        _candidate(match.name, inventory, InventoryEntry(at, identity))
        for at, inventory in matcher.inventories.items()
        for identity in _candidates(inventory, match.name)
        if InventoryEntry(at, identity) not in bound
    ]
    first = min(((one.elsewhere, one.renamed) for one in found), default=None)
    return _likest(_wanted(match.name), (one for one in found if (one.elsewhere, one.renamed) == first))


def meant_path(path: str, inventory: Inventory) -> tuple[str, str]:
    """The path that is there where another form of it is written, and why; both empty where there is none.

    A folder ends in a slash, and paths begin at the folder of manifests, not above it.
    """
    known = inventory.discovery.paths
    if f"{path}/" in known:
        return f"{path}/", "a folder ends in a slash"
    above = [part for part in inventory.shown.split("/") if part not in {"", ".", ".."}]
    for at in range(len(above)):
        prefix = "/".join(above[at:])
        if path.rstrip("/") == prefix:
            return "./", f"paths begin at {inventory.path('./')}"
        rest = path.removeprefix(f"{prefix}/")
        found = next((one for one in (rest, f"{rest}/") if rest != path and one in known), "")
        if found:
            return found, f"paths begin at {inventory.path('./')}"
    return "", ""


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
