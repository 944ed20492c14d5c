"""Flagger: Canary, its metrics and where it reports."""

from __future__ import annotations

from sphinx_gitops.importers.manifests.kind import ManifestKind

FAMILY = "flagger"
GROUP = "flagger.app"

KINDS = (
    ManifestKind(
        family=FAMILY,
        group=GROUP,
        kind="Canary",
        fields=(
            "spec.targetRef.kind",
            "spec.targetRef.name",
            "spec.analysis.maxWeight",
            "spec.analysis.stepWeight",
            "spec.analysis.iterations",
            "spec.analysis.threshold",
            "spec.suspend",
            "spec.skipAnalysis",
        ),
        reconciles=True,
    ),
    ManifestKind(family=FAMILY, group=GROUP, kind="MetricTemplate", fields=("spec.provider.type",)),
    ManifestKind(family=FAMILY, group=GROUP, kind="AlertProvider", fields=("spec.type", "spec.channel")),
)
