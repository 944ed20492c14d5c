"""Flux Operator: FluxInstance, ResourceSet and its input providers."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.importers.documents import group_of, mappings_at, text_at
from sphinx_gitops.importers.manifests.kind import ManifestKind, Reference, entry_reference
from sphinx_gitops.yamltree import Mapping

FAMILY = "flux"
GROUP = "fluxcd.controlplane.io"


def _set_references(body: Mapping) -> Iterator[Reference]:
    for entry in mappings_at(body, "spec", "dependsOn"):
        version = text_at(entry, "apiVersion")
        group = group_of(version) if version else GROUP
        yield from entry_reference(entry, "dependsOn", entry.span, group=group, default="ResourceSet")


KINDS = (
    ManifestKind(
        family=FAMILY,
        group=GROUP,
        kind="FluxInstance",
        fields=(
            "spec.distribution.version",
            "spec.sync.kind",
            "spec.sync.name",
            "spec.sync.url",
            "spec.sync.ref",
            "spec.sync.path",
            "spec.sync.interval",
        ),
        reconciles=True,
    ),
    ManifestKind(family=FAMILY, group=GROUP, kind="ResourceSet", references=_set_references, reconciles=True),
    ManifestKind(family=FAMILY, group=GROUP, kind="ResourceSetInputProvider", fields=("spec.type", "spec.url")),
)
