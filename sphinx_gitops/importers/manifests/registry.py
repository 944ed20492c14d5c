"""An API group and a kind in, what its format says of it out."""

from __future__ import annotations

from sphinx_gitops.importers.documents import items_at, text_at
from sphinx_gitops.importers.manifests import (
    argo_rollouts,
    argocd,
    flagger,
    flux_automation,
    flux_operator,
    flux_reconcilers,
    flux_sources,
    gitops_promoter,
    kargo,
    secrets,
    tekton,
)
from sphinx_gitops.importers.manifests.kind import ManifestKind
from sphinx_gitops.yamltree import Mapping, Sequence, Tree

_FORMATS = (
    argocd,
    argo_rollouts,
    flux_sources,
    flux_reconcilers,
    flux_automation,
    flux_operator,
    flagger,
    kargo,
    gitops_promoter,
    secrets,
    tekton,
)
_KINDS = {(kind.group, kind.kind): kind for format_ in _FORMATS for kind in format_.KINDS}
KUSTOMIZE_GROUP = "kustomize.config.k8s.io"
SHARED_KINDS = frozenset({"Kustomization", "GitRepository"})
"""The kinds that two of the groups have: an id says which."""
_BUILT = frozenset({("", "Secret"), ("", "Namespace"), ("", "ConfigMap")})
"""What a kustomize build needs, or a rule looks at, and no list shows."""


def kind_of(group: str, kind: str) -> ManifestKind | None:
    """What is known of a kind, or None where it is not listed."""
    found = _KINDS.get((group, kind))
    if found is None and group == gitops_promoter.GROUP and kind.endswith(gitops_promoter.STATUS_SUFFIX):
        return gitops_promoter.commit_status(kind)
    return found


def kinds_listed() -> frozenset[str]:
    """The names of the kinds that an id may begin with."""
    return frozenset((*(kind for _, kind in _KINDS), secrets.SOPS.kind))


def is_kept(group: str, kind: str, body: Tree) -> bool:
    """Whether a document matters: to the list, to a build, or to a rule."""
    if isinstance(body, Sequence):
        return any(bool(text_at(item, "op") or items_at(item, "targets")) for item in body.items[:1])
    if not isinstance(body, Mapping):
        return False
    if (group, kind) in _BUILT or kind_of(group, kind):
        return True
    if not kind and (items_at(body, "targets") or items_at(body, "replacements")):
        return True
    return group == KUSTOMIZE_GROUP or kind == "ksops" or text_at(body, "apiVersion") == "builtin"


def listed_kind(group: str, kind: str, body: Mapping) -> ManifestKind | None:
    """The kind of a document that is listed; a Secret is where SOPS has encrypted it."""
    if (group, kind) == ("", "Secret"):
        return secrets.SOPS if secrets.is_sops(body) else None
    return kind_of(group, kind)
