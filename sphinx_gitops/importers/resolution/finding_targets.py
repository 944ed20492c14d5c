"""A reference of one object in, the object that it means out, or why none is known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sphinx_gitops.importers.documents import Document, items_at, text_at
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.kustomize.item import is_cluster_scoped, name_of
from sphinx_gitops.importers.manifests.flux_sources import EXTENSIONS
from sphinx_gitops.importers.manifests.flux_sources import GROUP as SOURCES
from sphinx_gitops.importers.manifests.kind import Reference
from sphinx_gitops.importers.manifests.registry import kind_of
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.resolution.artifacts import artifacts_of
from sphinx_gitops.importers.resolution.identity import name_text
from sphinx_gitops.importers.resolution.instance import Instance
from sphinx_gitops.importers.resolution.paths import shared_folders
from sphinx_gitops.importers.resolution.sources import FLUX_SYSTEM

Key = tuple[str, int]
_CLUSTER = re.compile(r"^.*?/clusters/[^/]+/")
_BOOTSTRAPPED = frozenset({"GitRepository", "OCIRepository", "Bucket", "Kustomization"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceEnd:
    """Where a reference ends: a document that is listed, or a text."""

    state: EdgeState
    key: Key | None = None
    text: str = ""


def _narrowed(found: list[Instance], fits: Callable[[Instance], bool]) -> list[Instance]:
    """Those that fit, unless none does."""
    return [one for one in found if fits(one)] or found


def _documents(found: Iterable[Instance]) -> set[Key]:
    return {one.document.key for one in found}


def choose(instance: Instance, found: list[Instance]) -> Key | None:
    """The one of several objects of a name that is meant, or None where several fit equally well."""
    steps: tuple[Callable[[Instance], bool], ...] = (
        lambda one: bool(one.environments & instance.environments),
        lambda one: one.reconciler is instance.reconciler and one.reconciler is not None,
        lambda one: one.reconciler is instance or one is instance.reconciler,
        lambda one: bool(one.root) and one.root == instance.root,
        lambda one: bool(set(one.item.folders) & set(instance.item.folders)),
    )
    for step in steps:
        if len(_documents(found)) == 1:
            break
        found = _narrowed(found, step)
    if len(_documents(found)) > 1:
        file = instance.document.file
        most = max(shared_folders(one.document.file, file) for one in found)
        found = [one for one in found if shared_folders(one.document.file, file) == most]
    keys = _documents(found)
    return keys.pop() if len(keys) == 1 else None


@dataclass(slots=True, kw_only=True)
class Targets:
    """The objects of a repository by kind and name."""

    folders: frozenset[str]

    named: dict[tuple[str, str, str], list[Instance]] = field(default_factory=lambda: defaultdict(list))
    written: dict[tuple[str, str, str], list[Instance]] = field(default_factory=lambda: defaultdict(list))
    artifacts: dict[str, list[Instance]] = field(default_factory=lambda: defaultdict(list))
    templated: set[tuple[str, str]] = field(default_factory=set)
    "The kinds of which some names are only known when they are rendered."
    made: set[str] = field(default_factory=lambda: {FLUX_SYSTEM})
    "The names of what is bootstrapped, or what a FluxInstance makes."

    def add(self, document: Document, instances: Iterable[Instance]) -> None:
        """Take an object in all its contexts."""
        group, kind = document.group, document.kind
        if is_templated(name_of(document.mapping)):
            self.templated.add((group, kind))
        for keys in (("spec", "sync"), ("spec", "values", "instance", "sync")):
            if kind in {"FluxInstance", "HelmRelease"}:
                self.made.add(text_at(document.body, *keys, "name") or FLUX_SYSTEM)
        if kind == "ResourceSet":
            self.add_set(document)
        for instance in instances:
            self.named[group, kind, instance.item.name].append(instance)
            if instance.item.name != name_of(document.mapping):
                self.written[group, kind, name_of(document.mapping)].append(instance)
            if (group, kind) == (EXTENSIONS, "ArtifactGenerator"):
                for made in {name for name, _ in artifacts_of(instance.item.body, self.folders)}:
                    self.artifacts[made].append(instance)

    def add_set(self, document: Document) -> None:
        """Take the kinds that a ResourceSet makes: their names are not in Git."""
        template = text_at(document.body, "spec", "resourcesTemplate")
        for resource in items_at(document.body, "spec", "resources"):
            group = text_at(resource, "apiVersion").rpartition("/")[0]
            self.templated.add((group, text_at(resource, "kind")))
        for line in template.splitlines():
            key, _, value = line.partition(":")
            if key.strip() == "kind":
                self.templated.update((group, value.strip()) for group, kind, _ in self.named if kind == value.strip())
                self.templated.add(("", value.strip()))

    def candidates(self, reference: Reference) -> list[Instance]:
        """The objects that have the name of a reference, by now or as they are written."""
        if reference.kind == "ExternalArtifact":
            made = self.artifacts.get(reference.name)
            if made:
                return made
        key = (reference.group, reference.kind, reference.name)
        return self.named.get(key) or self.written.get(key) or []

    def end(self, instance: Instance, reference: Reference) -> ReferenceEnd:
        """What a reference of *instance* means."""
        namespace = reference.namespace or instance.item.namespace
        if is_cluster_scoped(reference.group, reference.kind):
            namespace = ""
        text = name_text(reference.group, reference.kind, namespace, reference.name)
        if is_templated(reference.name) or is_templated(reference.namespace):
            return ReferenceEnd(state=EdgeState.UNVERIFIABLE, text=text)
        found = self.candidates(reference)
        if self.is_bootstrapped(reference):
            found = [one for one in found if not _of_other_cluster(instance, one)]
        exact = [one for one in found if one.item.namespace == namespace]
        vague = [one for one in found if not _differ(namespace, one.item.namespace)]
        fitting = exact or vague
        if fitting:
            key = choose(instance, fitting)
            if key is not None:
                return ReferenceEnd(state=EdgeState.RESOLVED, key=key)
            return ReferenceEnd(state=EdgeState.UNVERIFIABLE, text=text)
        return ReferenceEnd(state=self.absent(instance, reference, found), text=text)

    def is_bootstrapped(self, reference: Reference) -> bool:
        """Whether a reference may mean what each cluster has of its own, be it in Git or not."""
        is_flux = reference.group == SOURCES or reference.group.endswith("toolkit.fluxcd.io")
        return is_flux and reference.kind in _BOOTSTRAPPED and reference.name in self.made

    def absent(self, instance: Instance, reference: Reference, found: list[Instance]) -> EdgeState:
        """Why nothing of this name is where the reference looks."""
        if self.is_bootstrapped(reference):
            return EdgeState.IMPLICIT
        if (reference.group, reference.kind) in self.templated or ("", reference.kind) in self.templated:
            return EdgeState.UNVERIFIABLE
        if kind_of(reference.group, reference.kind) is None:
            return EdgeState.UNVERIFIABLE
        if found and not _is_certain(instance, reference, found):
            return EdgeState.UNVERIFIABLE
        return EdgeState.MISSING


def _clusters(instance: Instance) -> frozenset[str]:
    """The folders of clusters that an object and all that bring it are in."""
    folders = set()
    one: Instance | None = instance
    while one is not None:
        found = _CLUSTER.search(f"/{one.document.file}")
        if found:
            folders.add(found[0])
        one = one.reconciler
    return frozenset(folders)


def _of_other_cluster(instance: Instance, other: Instance) -> bool:
    """Whether the folders say that two objects are in different clusters."""
    own, foreign = _clusters(instance), _clusters(other)
    return bool(own) and bool(foreign) and not own & foreign


def _differ(one: str, other: str) -> bool:
    """Whether two namespaces are both known and not the same."""
    known = bool(one) and bool(other) and not is_templated(one) and not is_templated(other)
    return known and one != other


def _is_certain(instance: Instance, reference: Reference, found: list[Instance]) -> bool:
    """Whether the namespaces of both ends are known for sure: a reconciler gives them, or they are written."""
    from_known = bool(reference.namespace) or instance.reconciler is not None
    return from_known and all(one.reconciler is not None for one in found)
