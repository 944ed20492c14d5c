"""GitOps Promoter: strategies with their branches, and the commit statuses that gate them."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.importers.documents import mappings_at, scalar_at
from sphinx_gitops.importers.manifests.kind import ManifestKind, NestedObject, collected
from sphinx_gitops.yamltree import Mapping

FAMILY = "gitops-promoter"
GROUP = "promoter.argoproj.io"
STATUS_SUFFIX = "CommitStatus"


def branches_of(body: Mapping) -> Iterator[NestedObject]:
    """The branches of a PromotionStrategy, in the order in which a change passes them."""
    for entry in mappings_at(body, "spec", "environments"):
        branch = scalar_at(entry, "branch")
        if branch:
            yield NestedObject(
                kind="Branch", name=branch.text, span=entry.span, fields=tuple(collected(entry, "autoMerge"))
            )


def commit_status(kind: str) -> ManifestKind:
    """Any kind of commit status."""
    return ManifestKind(family=FAMILY, group=GROUP, kind=kind, fields=("spec.key",))


KINDS = (
    ManifestKind(
        family=FAMILY,
        group=GROUP,
        kind="PromotionStrategy",
        fields=("spec.gitRepositoryRef.name", "spec.environments[].branch", "spec.environments[].autoMerge"),
        reconciles=True,
    ),
    ManifestKind(
        family=FAMILY,
        group=GROUP,
        kind="GitRepository",
        fields=("spec.github.owner", "spec.github.name", "spec.scmProviderRef.name"),
    ),
    ManifestKind(family=FAMILY, group=GROUP, kind="ScmProvider"),
    ManifestKind(family=FAMILY, group=GROUP, kind="ClusterScmProvider", cluster_scoped=True),
)
