"""Flagger: Canary, its metrics and where it reports."""

from __future__ import annotations

from sphinx_gitops.importers.manifests.kind import Kind

FAMILY = "flagger"
GROUP = "flagger.app"

KINDS = (
    Kind(
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
    Kind(family=FAMILY, group=GROUP, kind="MetricTemplate", fields=("spec.provider.type",)),
    Kind(family=FAMILY, group=GROUP, kind="AlertProvider", fields=("spec.type", "spec.channel")),
)
