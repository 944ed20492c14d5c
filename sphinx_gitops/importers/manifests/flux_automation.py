"""Flux image automation and notification."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.importers.manifests.flux_sources import GROUP as SOURCES
from sphinx_gitops.importers.manifests.kind import ManifestKind, Reference, reference
from sphinx_gitops.yamltree import Mapping

FAMILY = "flux"
IMAGE = "image.toolkit.fluxcd.io"
NOTIFICATION = "notification.toolkit.fluxcd.io"


def _policy_references(body: Mapping) -> Iterator[Reference]:
    return reference(body, "imageRepositoryRef", "spec", "imageRepositoryRef", group=IMAGE, kind="ImageRepository")


def _update_references(body: Mapping) -> Iterator[Reference]:
    return reference(body, "sourceRef", "spec", "sourceRef", group=SOURCES, default="GitRepository")


def _alert_references(body: Mapping) -> Iterator[Reference]:
    return reference(body, "providerRef", "spec", "providerRef", group=NOTIFICATION, kind="Provider")


KINDS = (
    ManifestKind(
        family=FAMILY, group=IMAGE, kind="ImageRepository", fields=("spec.image", "spec.interval", "spec.suspend")
    ),
    ManifestKind(
        family=FAMILY,
        group=IMAGE,
        kind="ImagePolicy",
        fields=("spec.imageRepositoryRef.name", "spec.policy.semver.range"),
        references=_policy_references,
    ),
    ManifestKind(
        family=FAMILY,
        group=IMAGE,
        kind="ImageUpdateAutomation",
        fields=(
            "spec.interval",
            "spec.suspend",
            "spec.git.checkout.ref.branch",
            "spec.git.push.branch",
            "spec.update.path",
            "spec.update.strategy",
        ),
        references=_update_references,
    ),
    ManifestKind(
        family=FAMILY, group=NOTIFICATION, kind="Provider", fields=("spec.type", "spec.channel", "spec.suspend")
    ),
    ManifestKind(
        family=FAMILY,
        group=NOTIFICATION,
        kind="Alert",
        fields=("spec.providerRef.name", "spec.eventSeverity", "spec.suspend"),
        references=_alert_references,
    ),
    ManifestKind(family=FAMILY, group=NOTIFICATION, kind="Receiver", fields=("spec.type", "spec.suspend")),
)
