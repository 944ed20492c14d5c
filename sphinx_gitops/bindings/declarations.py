"""A workflow and what its repositories declare in, the workflow whose components say what their manifests say out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from sphinx_gitops.bindings.bound_objects import BoundObjects, bound_objects, fits
from sphinx_gitops.evidence import Declared
from sphinx_gitops.importers.discovery import DiscoveredObject, Discovery
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.model import Component, Group, Stage, Workflow

_TEMPLATE = "spec.template.spec."
_ARGO = frozenset({"Application", "ApplicationSet"})
_FLUX = frozenset({"Kustomization", "HelmRelease"})
_SOURCES = frozenset({"sourceRef", "chartRef"})
_MOST = 3
"""So many different revisions or paths are named; of more, none."""
_Box = TypeVar("_Box", Group, Stage)


@dataclass(frozen=True, kw_only=True)
class DeclaredRepository:
    """What one repository declares; ``shown`` is its folder as readers see it, empty or ending in a slash.

    It has no slots, since its indexes are kept.
    """

    shown: str
    discovery: Discovery

    @cached_property
    def by_name(self) -> dict[tuple[str, str], list[DiscoveredObject]]:
        """The objects of each kind, by name, and under an empty name all of the kind."""
        found: dict[tuple[str, str], list[DiscoveredObject]] = defaultdict(list)
        for one in self.discovery.objects:
            found[one.kind, one.name].append(one)
            found[one.kind, ""].append(one)
        return found

    @cached_property
    def by_id(self) -> dict[str, DiscoveredObject]:
        """Each object by its id."""
        return {one.id: one for one in self.discovery.objects}

    @cached_property
    def sources(self) -> dict[str, DiscoveredObject]:
        """The source of each object that takes one which is in the tree."""
        edges = (edge for edge in self.discovery.edges if edge.kind in _SOURCES and edge.state is EdgeState.RESOLVED)
        return {edge.source: self.by_id[edge.target] for edge in edges if edge.target in self.by_id}

    def objects(self, bound: BoundObjects) -> Iterator[DiscoveredObject]:
        """The objects that a binding names; for an Application that is generated what generates it."""
        exact = self.by_id.get(bound.text)
        if exact is not None:
            yield exact
            return
        named = [
            one
            for one in self.by_name.get((bound.kind, "" if "*" in bound.name else bound.name), ())
            if bound.is_named(one.kind, one.group, one.namespaces, one.name)
            and (not bound.environment or bound.environment in one.environments)
        ]
        yield from named or (self._generating(bound.name) if bound.kind == "Application" else ())

    def _generating(self, name: str) -> Iterator[DiscoveredObject]:
        """The ApplicationSets that give an Application."""
        for one in self.by_name.get(("ApplicationSet", ""), ()):
            if any(fits(name, given.name) for given in one.generates or ()):
                yield one


@dataclass(slots=True)
class _Findings:
    """What the manifests of one component say, each thing once and in order."""

    places: dict[str, None] = field(default_factory=dict)
    revisions: dict[str, None] = field(default_factory=dict)
    paths: dict[str, None] = field(default_factory=dict)
    automations: dict[tuple[str, ...], None] = field(default_factory=dict)

    def declared(self) -> Declared | None:
        """The whole; None where there is nothing."""
        if not self.places:
            return None
        return Declared(
            places=tuple(self.places),
            revision=_few(self.revisions),
            path=_few(self.paths),
            automation=next(iter(self.automations)) if len(self.automations) == 1 else (),
        )


def _few(texts: Iterable[str]) -> str:
    found = [text for text in texts if text]
    return ", ".join(found) if len(found) <= _MOST else ""


def _values(one: DiscoveredObject) -> dict[str, str | bool]:
    """The fields of an object that are known; those of an ApplicationSet as those of what it makes."""
    known = (found for found in one.fields if found.name not in one.unverifiable)
    return {found.name.replace(_TEMPLATE, "spec.", 1): found.value for found in known}


def _texts(values: dict[str, str | bool], *ends: str) -> Iterator[str]:
    """The texts of the sources of an Application under a key."""
    for name, value in values.items():
        prefix, _, key = name.rpartition(".")
        is_source = prefix.startswith("spec.source") and not prefix.startswith("spec.sourceRef")
        if isinstance(value, str) and is_source and key in ends:
            yield value


def _revisions(one: DiscoveredObject, repository: DeclaredRepository) -> Iterator[str]:
    values = _values(one)
    if one.kind in _ARGO:
        yield from _texts(values, "targetRevision")
        return
    version = values.get("spec.chart.spec.version")
    if isinstance(version, str):
        yield version
        return
    source = repository.sources.get(one.id)
    if source is not None:
        yield from (str(value) for name, value in _values(source).items() if name.startswith("spec.ref."))


def _paths(one: DiscoveredObject) -> Iterator[str]:
    values = _values(one)
    if one.kind in _ARGO:
        yield from _texts(values, "path")
    elif isinstance(values.get("spec.path"), str):
        yield str(values["spec.path"])


def _automation(one: DiscoveredObject) -> tuple[str, ...]:
    """How changes reach a cluster: by themselves or by hand, and what is taken away or mended."""
    values = _values(one)
    if one.kind in _FLUX:
        words = {"spec.prune": "prune"}
        first = "suspended" if values.get("spec.suspend") is True else "automated"
    elif one.kind in _ARGO:
        words = {"spec.syncPolicy.automated.prune": "prune", "spec.syncPolicy.automated.selfHeal": "self-heal"}
        automated = values.get("spec.syncPolicy.automated")
        if automated is None:  # a template says it
            return ()
        first = "automated" if automated is True else "by hand"
    else:
        return ()
    return (first, *(word for name, word in words.items() if first == "automated" and values.get(name) is True))


def _found(bound: BoundObjects, repository: DeclaredRepository, found: _Findings) -> None:
    """Note what the objects of a binding say; of a folder only that it is there."""
    for one in repository.objects(bound):
        found.places[f"{repository.shown}{one.location.file}:{one.location.line}"] = None
        found.revisions.update(dict.fromkeys(_revisions(one, repository)))
        found.paths.update(dict.fromkeys(_paths(one)))
        automation = _automation(one)
        if automation:
            found.automations[automation] = None


def _changed(group: _Box, change: Callable[[Component], Component]) -> _Box:
    return replace(
        group,
        components=tuple(map(change, group.components)),
        groups=tuple(_changed(inner, change) for inner in group.groups),
    )


def declared(workflow: Workflow, repositories: Sequence[DeclaredRepository]) -> Workflow:
    """Give each component what the manifests say that it is bound to."""
    found: dict[str, _Findings] = defaultdict(_Findings)
    for bound in bound_objects(workflow):
        for repository in repositories:
            _found(bound, repository, found[bound.component])

    def change(component: Component) -> Component:
        own = found[component.id].declared() if component.id in found else None
        return replace(component, declared=own) if own else component

    return replace(workflow, stages=tuple(_changed(stage, change) for stage in workflow.stages))
