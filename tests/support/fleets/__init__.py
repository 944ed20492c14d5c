"""Repositories as teams write them, small: each a mapping from path to text, by its name in ``FLEETS``."""

from __future__ import annotations

from collections.abc import Callable

from support.fleets import argo, flux, pipelines

FLEETS: dict[str, Callable[[], dict[str, str]]] = {
    "flux-clusters": flux.clusters,
    "flux-home": flux.home,
    "flux-operator": flux.operator,
    "flux-many": flux.many,
    "argo-apps": argo.apps,
    "argo-sets": argo.sets,
    "argo-kargo": argo.kargo,
    "promoter": argo.promoter,
    "overlays": pipelines.overlays,
    "gitlab": pipelines.gitlab,
    "tekton": pipelines.tekton,
    "templates": pipelines.templates,
}
