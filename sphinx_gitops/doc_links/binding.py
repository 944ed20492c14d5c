"""Components and objects of manifests in, which component is bound to an object out: by name, by file or by folder."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sphinx_gitops.bindings.bound_objects import BoundObjects
from sphinx_gitops.bindings.declarations import DeclaredRepository
from sphinx_gitops.doc_links.documented import ComponentPlace
from sphinx_gitops.doc_links.manifest import Manifest, ManifestFile
from sphinx_gitops.problems import Span

_EXACT, _GLOB, FILE, _FOLDER = 4_000_000, 3_000_000, 2_000_000, 1_000_000
"""How near a binding is to an object; of folders the longest is."""
_PARTS = re.compile(r"[/._-]")


@dataclass(frozen=True, slots=True)
class NearestComponents:
    """The components that are nearest to an object; ``by_folder`` where only a folder that it is in is named."""

    components: tuple[ComponentPlace, ...] = ()
    by_folder: bool = False
    by_file: bool = False


def place_of(text: str) -> str:
    """The file or folder that a binding of no kind names, without a slash at its end; empty is the whole tree."""
    return re.split("[@#]", text, maxsplit=1)[0].removeprefix("./").rstrip("/")


def _above(name: str) -> Iterator[str]:
    """A path, and each folder that it is in; not the whole tree, which is about no object of it."""
    while name:
        yield name
        name = name.rpartition("/")[0]


class Bindings:
    """What is bound to what; *repositories* know what only a whole tree tells, such as namespaces of overlays."""

    def __init__(self, components: Iterable[ComponentPlace], repositories: Sequence[DeclaredRepository]) -> None:
        self.components = {one.name: one for one in components}
        self._order = {name: number for number, name in enumerate(self.components)}
        self._bound: dict[Span, NearestComponents] = {}
        self._named: dict[tuple[str, str], list[BoundObjects]] = defaultdict(list)
        self._places: dict[str, list[BoundObjects]] = defaultdict(list)
        self._found: dict[str, list[tuple[int, BoundObjects]]] = defaultdict(list)
        for component in self.components.values():
            for bound in component.bindings:
                self._enter(bound, repositories)

    def _enter(self, bound: BoundObjects, repositories: Sequence[DeclaredRepository]) -> None:
        if not bound.kind:
            self._places[place_of(bound.text)].append(bound)
            return
        self._named[bound.kind, "*" if "*" in bound.name else bound.name].append(bound)
        for repository in repositories:
            for one in repository.objects(bound):
                self._found[f"{repository.shown}{one.location.file}"].append((one.location.line, bound))

    def _ranked(self, file: ManifestFile, manifest: Manifest) -> Iterator[tuple[int, BoundObjects]]:
        for line, bound in self._found.get(manifest.path, ()):
            if manifest.line <= line < manifest.end:
                yield _rank(bound), bound
        for name in (manifest.name, "*"):
            for bound in self._named.get((manifest.kind, name), ()):
                if _is_meant(bound, manifest):
                    yield _rank(bound), bound
        yield from self.around(file)

    def around(self, file: ManifestFile) -> Iterator[tuple[int, BoundObjects]]:
        """What names a file, or a folder that it is in; each with how near it is."""
        for name in file.names:
            for place in _above(name):
                for bound in self._places.get(place, ()):
                    yield FILE if place == name else _FOLDER + len(place), bound

    def of(self, file: ManifestFile, manifest: Manifest) -> NearestComponents:
        """The components that are nearest to an object of a file, in the order of the documentation.

        Of several, those with an entry of their own count: the others are only drawn.
        """
        known = self._bound.get(manifest.span)
        if known is None:
            known = self._bound[manifest.span] = self._nearest(file, manifest)
        return known

    def _nearest(self, file: ManifestFile, manifest: Manifest) -> NearestComponents:
        ranked = list(self._ranked(file, manifest))
        best = max((rank for rank, _ in ranked), default=0)
        names = {bound.component for rank, bound in ranked if rank == best}
        found = sorted((self.components[name] for name in names), key=lambda one: self._order[one.name])
        described = [one for one in found if one.is_described]
        return NearestComponents(tuple(described or found), by_folder=0 < best < FILE, by_file=best == FILE)


def _rank(bound: BoundObjects) -> int:
    return _GLOB if "*" in bound.text else _EXACT


def _is_meant(bound: BoundObjects, manifest: Manifest) -> bool:
    """Whether a binding names an object by what its own file says; a namespace that it does not say may be any."""
    namespaces = (manifest.namespace or bound.namespace,)
    is_there = not bound.environment or bound.environment in _PARTS.split(manifest.path)
    return is_there and bound.is_named(manifest.kind, manifest.group, namespaces, manifest.name)
