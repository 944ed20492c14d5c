"""Flux sources: what artifacts are made from, and the ArtifactGenerator that makes new ones of them."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.importers.documents import mappings_at, scalar_at
from sphinx_gitops.importers.manifests.kind import ManifestKind, Reference, entry_reference, reference, without_spec
from sphinx_gitops.yamltree import Mapping

FAMILY = "flux"
GROUP = "source.toolkit.fluxcd.io"
EXTENSIONS = "source.extensions.fluxcd.io"
_FIELDS = ("spec.url", "spec.ref.*", "spec.interval", "spec.suspend")


def _without_url(body: Mapping) -> bool:
    return scalar_at(body, "spec", "url") is None


def _without_bucket(body: Mapping) -> bool:
    return scalar_at(body, "spec", "bucketName") is None


def _without_chart(body: Mapping) -> bool:
    return scalar_at(body, "spec", "chart") is None


def _chart_references(body: Mapping) -> Iterator[Reference]:
    return reference(body, "sourceRef", "spec", "sourceRef", group=GROUP, default="HelmRepository")


def _generator_references(body: Mapping) -> Iterator[Reference]:
    for entry in mappings_at(body, "spec", "sources"):
        yield from entry_reference(entry, "sourceRef", entry.span, group=GROUP)


KINDS = (
    ManifestKind(family=FAMILY, group=GROUP, kind="GitRepository", fields=_FIELDS, is_partial=_without_url),
    ManifestKind(family=FAMILY, group=GROUP, kind="OCIRepository", fields=_FIELDS, is_partial=_without_url),
    ManifestKind(
        family=FAMILY, group=GROUP, kind="HelmRepository", fields=(*_FIELDS, "spec.type"), is_partial=_without_url
    ),
    ManifestKind(
        family=FAMILY,
        group=GROUP,
        kind="HelmChart",
        fields=("spec.chart", "spec.version", "spec.interval", "spec.suspend"),
        references=_chart_references,
        is_partial=_without_chart,
    ),
    ManifestKind(
        family=FAMILY,
        group=GROUP,
        kind="Bucket",
        fields=("spec.bucketName", "spec.endpoint", "spec.prefix", "spec.interval", "spec.suspend"),
        is_partial=_without_bucket,
    ),
    ManifestKind(family=FAMILY, group=GROUP, kind="ExternalArtifact", is_partial=without_spec),
    ManifestKind(
        family=FAMILY,
        group=EXTENSIONS,
        kind="ArtifactGenerator",
        fields=("spec.artifacts[].name",),
        references=_generator_references,
    ),
)
