"""Secrets that Git may hold: sealed ones, those of External Secrets and those that SOPS encrypts."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.importers.documents import key_span, mappings_at, value_at
from sphinx_gitops.importers.manifests.kind import ManifestKind, Reference, entry_reference, never, reference
from sphinx_gitops.yamltree import Mapping

FAMILY = "secrets"
EXTERNAL = "external-secrets.io"
SEALED = "bitnami.com"


def is_sops(body: Mapping) -> bool:
    """Whether SOPS has encrypted a document."""
    return isinstance(body.get("sops"), Mapping)


def _store_references(body: Mapping) -> Iterator[Reference]:
    yield from reference(body, "secretStoreRef", "spec", "secretStoreRef", group=EXTERNAL, default="SecretStore")
    for name in ("data", "dataFrom"):
        for entry in mappings_at(body, "spec", name):
            store = value_at(entry, "sourceRef", "storeRef")
            span = key_span(entry, "sourceRef", "storeRef")
            if isinstance(store, Mapping) and span:
                yield from entry_reference(store, "secretStoreRef", span, group=EXTERNAL, default="SecretStore")


KINDS = (
    ManifestKind(family=FAMILY, group=SEALED, kind="SealedSecret"),
    ManifestKind(
        family=FAMILY,
        group=EXTERNAL,
        kind="ExternalSecret",
        fields=("spec.secretStoreRef.kind", "spec.secretStoreRef.name", "spec.refreshInterval", "spec.target.name"),
        references=_store_references,
    ),
    ManifestKind(family=FAMILY, group=EXTERNAL, kind="ClusterExternalSecret", cluster_scoped=True),
    ManifestKind(family=FAMILY, group=EXTERNAL, kind="SecretStore"),
    ManifestKind(family=FAMILY, group=EXTERNAL, kind="ClusterSecretStore", cluster_scoped=True),
    ManifestKind(family=FAMILY, group=EXTERNAL, kind="PushSecret", fields=("spec.refreshInterval",)),
)
SOPS = ManifestKind(family=FAMILY, group="", kind="Secret", fields=("type",), is_partial=never)
