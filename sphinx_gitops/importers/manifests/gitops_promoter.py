"""GitOps Promoter: strategies with their branches, and the commit statuses that gate them."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.importers.documents import mappings_at, scalar_at
from sphinx_gitops.importers.manifests.kind import Kind, Part, collected
from sphinx_gitops.yamltree import Mapping

FAMILY = "gitops-promoter"
GROUP = "promoter.argoproj.io"
STATUS_SUFFIX = "CommitStatus"


def branches_of(body: Mapping) -> Iterator[Part]:
    """The branches of a PromotionStrategy, in the order in which a change passes them."""
    for entry in mappings_at(body, "spec", "environments"):
        branch = scalar_at(entry, "branch")
        if branch:
            yield Part(kind="Branch", name=branch.text, span=entry.span, fields=tuple(collected(entry, "autoMerge")))


def commit_status(kind: str) -> Kind:
    """Any kind of commit status."""
    return Kind(family=FAMILY, group=GROUP, kind=kind, fields=("spec.key",))


KINDS = (
    Kind(
        family=FAMILY,
        group=GROUP,
        kind="PromotionStrategy",
        fields=("spec.gitRepositoryRef.name", "spec.environments[].branch", "spec.environments[].autoMerge"),
        reconciles=True,
    ),
    Kind(
        family=FAMILY,
        group=GROUP,
        kind="GitRepository",
        fields=("spec.github.owner", "spec.github.name", "spec.scmProviderRef.name"),
    ),
    Kind(family=FAMILY, group=GROUP, kind="ScmProvider"),
    Kind(family=FAMILY, group=GROUP, kind="ClusterScmProvider", cluster_scoped=True),
)
