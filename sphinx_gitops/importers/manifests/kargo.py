"""Kargo: warehouses, stages, and the freight that they promote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.importers.documents import is_true, items_at, mappings_at, scalar_at, text_at, value_at
from sphinx_gitops.importers.manifests.kind import ManifestKind, never
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Scalar

FAMILY = "kargo"
GROUP = "kargo.akuity.io"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """Where a stage takes its freight from."""

    kind: str
    name: str
    span: Span


def promotions_of(body: Mapping) -> Iterator[Promotion]:
    """The warehouses and stages that a Stage takes freight from."""
    for entry in mappings_at(body, "spec", "requestedFreight"):
        sources = value_at(entry, "sources")
        stages = [item for item in items_at(sources, "stages") if isinstance(item, Scalar)]
        for stage in stages:
            yield Promotion(kind="Stage", name=stage.text, span=stage.span)
        origin = text_at(entry, "origin", "name")
        if origin and is_true(value_at(sources, "direct")):
            yield Promotion(kind=text_at(entry, "origin", "kind") or "Warehouse", name=origin, span=entry.span)
    subscriptions = value_at(body, "spec", "subscriptions")
    warehouse = scalar_at(subscriptions, "warehouse")
    if warehouse:
        yield Promotion(kind="Warehouse", name=warehouse.text, span=warehouse.span)
    for entry in mappings_at(subscriptions, "upstreamStages"):
        yield Promotion(kind="Stage", name=text_at(entry, "name"), span=entry.span)


KINDS = (
    ManifestKind(family=FAMILY, group=GROUP, kind="Project", cluster_scoped=True, is_partial=never),
    ManifestKind(family=FAMILY, group=GROUP, kind="ProjectConfig"),
    ManifestKind(
        family=FAMILY,
        group=GROUP,
        kind="Warehouse",
        fields=(
            "spec.freightCreationPolicy",
            "spec.subscriptions[].git.repoURL",
            "spec.subscriptions[].git.branch",
            "spec.subscriptions[].image.repoURL",
            "spec.subscriptions[].chart.repoURL",
        ),
    ),
    ManifestKind(
        family=FAMILY,
        group=GROUP,
        kind="Stage",
        fields=("spec.requestedFreight[].origin.kind", "spec.requestedFreight[].origin.name"),
        reconciles=True,
    ),
    ManifestKind(family=FAMILY, group=GROUP, kind="PromotionTask"),
    ManifestKind(family=FAMILY, group=GROUP, kind="ClusterPromotionTask", cluster_scoped=True),
)
