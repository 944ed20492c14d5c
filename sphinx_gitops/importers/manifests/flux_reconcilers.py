"""Flux reconcilers: Kustomization and HelmRelease."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.importers.documents import mappings_at, value_at
from sphinx_gitops.importers.manifests.flux_sources import GROUP as SOURCES
from sphinx_gitops.importers.manifests.kind import ManifestKind, Reference, entry_reference, reference
from sphinx_gitops.yamltree import Mapping

FAMILY = "flux"
KUSTOMIZE = "kustomize.toolkit.fluxcd.io"
HELM = "helm.toolkit.fluxcd.io"


def _partial_kustomization(body: Mapping) -> bool:
    return not isinstance(value_at(body, "spec", "sourceRef"), Mapping)


def _partial_release(body: Mapping) -> bool:
    spec = body.get("spec")
    if not isinstance(spec, Mapping):
        return True
    if isinstance(spec.get("chartRef"), Mapping):
        return False
    return value_at(spec, "chart", "spec", "chart") is None


def _kustomization_references(body: Mapping) -> Iterator[Reference]:
    yield from reference(body, "sourceRef", "spec", "sourceRef", group=SOURCES, default="GitRepository")
    for entry in mappings_at(body, "spec", "dependsOn"):
        yield from entry_reference(entry, "dependsOn", entry.span, group=KUSTOMIZE, kind="Kustomization")


def _release_references(body: Mapping) -> Iterator[Reference]:
    yield from reference(
        body, "sourceRef", "spec", "chart", "spec", "sourceRef", group=SOURCES, default="HelmRepository"
    )
    yield from reference(body, "chartRef", "spec", "chartRef", group=SOURCES, default="OCIRepository")
    for entry in mappings_at(body, "spec", "dependsOn"):
        yield from entry_reference(entry, "dependsOn", entry.span, group=HELM, kind="HelmRelease")


KINDS = (
    ManifestKind(
        family=FAMILY,
        group=KUSTOMIZE,
        kind="Kustomization",
        fields=(
            "spec.path",
            "spec.interval",
            "spec.prune",
            "spec.suspend",
            "spec.targetNamespace",
            "spec.sourceRef.kind",
            "spec.sourceRef.name",
            "spec.sourceRef.namespace",
        ),
        references=_kustomization_references,
        is_partial=_partial_kustomization,
        reconciles=True,
    ),
    ManifestKind(
        family=FAMILY,
        group=HELM,
        kind="HelmRelease",
        fields=(
            "spec.chart.spec.chart",
            "spec.chart.spec.version",
            "spec.chartRef.kind",
            "spec.chartRef.name",
            "spec.chartRef.namespace",
            "spec.interval",
            "spec.suspend",
            "spec.releaseName",
            "spec.targetNamespace",
        ),
        references=_release_references,
        is_partial=_partial_release,
        reconciles=True,
    ),
)
