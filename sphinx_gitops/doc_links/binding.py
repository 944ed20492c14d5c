"""Components and objects of manifests in, which component is bound to an object out: by name, by file or by folder."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sphinx_gitops.bindings.bound_objects import BoundObjects
from sphinx_gitops.bindings.declarations import Repository
from sphinx_gitops.doc_links.documented import ComponentPlace
from sphinx_gitops.doc_links.manifest import Manifest, ManifestFile

_EXACT, _GLOB, _FILE, _FOLDER = 4_000_000, 3_000_000, 2_000_000, 1_000_000
"""How near a binding is to an object; of folders the longest is."""
_PARTS = re.compile(r"[/._-]")


@dataclass(frozen=True, slots=True)
class Bound:
    """The components that are nearest to an object; ``by_folder`` where only a folder that it is in is named."""

    components: tuple[ComponentPlace, ...] = ()
    by_folder: bool = False
    by_file: bool = False


def place_of(text: str) -> str:
    """The file or folder that a binding of no kind names."""
    return re.split("[@#]", text, maxsplit=1)[0].removeprefix("./")


def is_at(place: str, name: str) -> bool:
    """Whether the path *name* is a file or folder, or below it; a folder has a slash at its end, or may have."""
    return name == place or name.startswith(place if place.endswith("/") else f"{place}/") or place in {"", "/"}


class Bindings:
    """What is bound to what; *repositories* know what only a whole tree tells, such as namespaces of overlays."""

    def __init__(self, components: Iterable[ComponentPlace], repositories: Sequence[Repository]) -> None:
        self.components = {one.name: one for one in components}
        self._kinds: dict[str, list[BoundObjects]] = defaultdict(list)
        self._places: list[BoundObjects] = []
        self._found: dict[str, list[tuple[int, BoundObjects]]] = defaultdict(list)
        for component in self.components.values():
            for bound in component.bindings:
                self._enter(bound, repositories)

    def _enter(self, bound: BoundObjects, repositories: Sequence[Repository]) -> None:
        if not bound.kind:
            self._places.append(bound)
            return
        self._kinds[bound.kind].append(bound)
        for repository in repositories:
            for one in repository.objects(bound):
                self._found[f"{repository.shown}{one.location.file}"].append((one.location.line, bound))

    def _ranked(self, file: ManifestFile, manifest: Manifest) -> Iterator[tuple[int, BoundObjects]]:
        for line, bound in self._found.get(manifest.path, ()):
            if manifest.line <= line < manifest.end:
                yield _named(bound), bound
        for bound in self._kinds.get(manifest.kind, ()):
            if _is_meant(bound, manifest):
                yield _named(bound), bound
        for bound in self._places:
            place = place_of(bound.text)
            if any(name == place for name in file.names):
                yield _FILE, bound
            elif any(is_at(place, name) for name in file.names):
                yield _FOLDER + len(place), bound

    def of(self, file: ManifestFile, manifest: Manifest) -> Bound:
        """The components that are nearest to an object of a file, in the order of the documentation."""
        ranked = list(self._ranked(file, manifest))
        best = max((rank for rank, _ in ranked), default=0)
        names = {bound.component for rank, bound in ranked if rank == best}
        found = tuple(one for name, one in self.components.items() if name in names)
        return Bound(found, by_folder=0 < best < _FILE, by_file=best == _FILE)


def _named(bound: BoundObjects) -> int:
    return _GLOB if "*" in bound.text else _EXACT


def _is_meant(bound: BoundObjects, manifest: Manifest) -> bool:
    """Whether a binding names an object by what its own file says; a namespace that it does not say may be any."""
    namespaces = (manifest.namespace or bound.namespace,)
    is_there = not bound.environment or bound.environment in _PARTS.split(manifest.path)
    return is_there and bound.is_named(manifest.kind, manifest.group, namespaces, manifest.name)
