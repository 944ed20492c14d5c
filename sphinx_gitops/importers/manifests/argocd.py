"""Argo CD: Application, ApplicationSet and AppProject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.importers.documents import is_false, key_span, mappings_at, scalar_at, value_at
from sphinx_gitops.importers.manifests.kind import ManifestKind, Reference
from sphinx_gitops.yamltree import Mapping

FAMILY = "argo-cd"
GROUP = "argoproj.io"

_SPEC_FIELDS = (
    "project",
    "source.repoURL",
    "source.path",
    "source.chart",
    "source.targetRevision",
    "sources[].repoURL",
    "sources[].path",
    "sources[].chart",
    "sources[].targetRevision",
    "sources[].ref",
    "sourceHydrator.drySource.repoURL",
    "sourceHydrator.drySource.path",
    "sourceHydrator.drySource.targetRevision",
    "sourceHydrator.syncSource.path",
    "sourceHydrator.syncSource.targetBranch",
    "sourceHydrator.hydrateTo.targetBranch",
    "destination.server",
    "destination.name",
    "destination.namespace",
    "syncPolicy.automated.prune",
    "syncPolicy.automated.selfHeal",
)


def is_automated(spec: Mapping | None) -> bool:
    """Whether an Application with this ``spec`` is synchronised without a person."""
    policy = value_at(spec, "syncPolicy")
    if not isinstance(policy, Mapping):
        return False
    automated = policy.get("automated")
    return isinstance(automated, Mapping) and not is_false(automated.get("enabled"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationSource:
    """One place that an Application takes manifests from."""

    keys: tuple[str, ...]
    "Where it is, below ``spec``."
    body: Mapping


def sources_of(spec: Mapping) -> Iterator[ApplicationSource]:
    """Every source of an Application's ``spec``."""
    for keys in (("source",), ("sourceHydrator", "drySource")):
        found = value_at(spec, *keys)
        if isinstance(found, Mapping):
            yield ApplicationSource(keys=keys, body=found)
    for found in mappings_at(spec, "sources"):
        yield ApplicationSource(keys=("sources",), body=found)


def _incomplete(spec: Mapping) -> bool:
    has_source = any(True for _ in sources_of(spec))
    return not has_source or not isinstance(spec.get("destination"), Mapping)


def _partial_application(body: Mapping) -> bool:
    spec = body.get("spec")
    return not isinstance(spec, Mapping) or _incomplete(spec)


def _partial_set(body: Mapping) -> bool:
    spec = body.get("spec")
    if not isinstance(spec, Mapping):
        return True
    return spec.get("generators") is None or not isinstance(spec.get("template"), Mapping)


def _project(spec: Mapping | None) -> Iterator[Reference]:
    name, span = scalar_at(spec, "project"), key_span(spec, "project")
    if name and span and name.text != "default":
        yield Reference(edge="project", group=GROUP, kind="AppProject", name=name.text, namespace="", span=span)


def _application_references(body: Mapping) -> Iterator[Reference]:
    spec = body.get("spec")
    return _project(spec if isinstance(spec, Mapping) else None)


def _set_references(body: Mapping) -> Iterator[Reference]:
    spec = value_at(body, "spec", "template", "spec")
    return _project(spec if isinstance(spec, Mapping) else None)


KINDS = (
    ManifestKind(
        family=FAMILY,
        group=GROUP,
        kind="Application",
        fields=tuple(f"spec.{name}" for name in _SPEC_FIELDS),
        references=_application_references,
        is_partial=_partial_application,
        reconciles=True,
    ),
    ManifestKind(
        family=FAMILY,
        group=GROUP,
        kind="ApplicationSet",
        fields=("spec.template.metadata.name", *(f"spec.template.spec.{name}" for name in _SPEC_FIELDS)),
        references=_set_references,
        is_partial=_partial_set,
        reconciles=True,
    ),
    ManifestKind(family=FAMILY, group=GROUP, kind="AppProject", fields=("spec.description", "spec.sourceRepos[]")),
)
