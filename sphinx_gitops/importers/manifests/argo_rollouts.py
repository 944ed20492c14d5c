"""Argo Rollouts: Rollout and the templates of its analyses."""

from __future__ import annotations

from sphinx_gitops.importers.manifests.kind import ManifestKind

FAMILY = "argo-rollouts"
GROUP = "argoproj.io"

KINDS = (
    ManifestKind(
        family=FAMILY,
        group=GROUP,
        kind="Rollout",
        fields=(
            "spec.replicas",
            "spec.workloadRef.kind",
            "spec.workloadRef.name",
            "spec.strategy.canary.stableService",
            "spec.strategy.canary.canaryService",
            "spec.strategy.blueGreen.activeService",
            "spec.strategy.blueGreen.previewService",
            "spec.strategy.blueGreen.autoPromotionEnabled",
        ),
        reconciles=True,
    ),
    ManifestKind(family=FAMILY, group=GROUP, kind="AnalysisTemplate"),
    ManifestKind(family=FAMILY, group=GROUP, kind="ClusterAnalysisTemplate", cluster_scoped=True),
)
