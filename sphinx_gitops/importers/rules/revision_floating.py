"""Production that tracks a branch or a range of versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sphinx_gitops.importers.discovery import Judged, Location, Verdict
from sphinx_gitops.importers.documents import text_at, value_at
from sphinx_gitops.importers.revisions import (
    Revision,
    argo_revisions,
    chart_revision,
    flux_git_revision,
    flux_oci_revision,
)
from sphinx_gitops.importers.rules.manifest_rule import ManifestRule, Manifests
from sphinx_gitops.phrases.words import NOTHING_FOR_PRODUCTION
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.yamltree import Mapping

if TYPE_CHECKING:
    from sphinx_gitops.importers.resolution.listed import Listed

_SPECS = {"Application": ("spec",), "ApplicationSet": ("spec", "template", "spec")}


def _revisions(one: Listed, body: Mapping) -> Iterator[Revision]:
    """What an object tracks, as one context gives it."""
    if one.group == "argoproj.io":
        spec = value_at(body, *_SPECS.get(one.kind, ("none",)))
        yield from argo_revisions(spec) if isinstance(spec, Mapping) else ()
    elif (one.group, one.kind) == ("source.toolkit.fluxcd.io", "GitRepository"):
        yield flux_git_revision(body)
    elif one.kind == "OCIRepository":
        yield flux_oci_revision(body)
    elif one.kind == "HelmChart":
        yield chart_revision(body, "spec")
    elif one.kind == "HelmRelease" and text_at(body, "spec", "chart", "spec", "chart"):
        yield chart_revision(body, "spec", "chart", "spec")


def _judged(revision: Revision, identity: str) -> Judged:
    location = Location(revision.span.source, revision.span.line)
    if revision.fixed:
        return Judged(Verdict.KEPT, identity, location, f"{identity} tracks {revision.words}")
    if revision.fixed is None:
        message = f"whether {revision.words}, which {identity} tracks, is fixed is not known from the files"
        return Judged(Verdict.UNVERIFIABLE, identity, location, message)
    message = (
        f"{identity} tracks {revision.words}, so that production changes when that does: "
        "name a tag, a commit or one version"
    )
    return Judged(Verdict.BROKEN, identity, location, message)


def _check(manifests: Manifests) -> Iterator[Judged]:
    for one in manifests.listed:
        if one.part or not one.format:
            continue
        for instance in one.instances:
            if instance.environments & manifests.production:
                for revision in _revisions(one, instance.item.body):
                    yield _judged(revision, manifests.ids[one.key])


RULE = ManifestRule(
    code="revision-floating",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
    message="Production tracks a branch, HEAD or a range of versions.",
    requirement="Production takes a tag, a commit or one version.",
    explanation=(
        "What an environment of the tier production takes is named by a tag, a commit, a digest or one version, so "
        "that only a commit here changes it. Many teams track a branch on purpose and review what goes there: the rule "
        "is off unless the profile strict or the project's own list turns it on. A name that may be a tag or a branch, "
        "and a template, are not judged."
    ),
    breaks="""\
# clusters/production/shop.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop, namespace: argocd}
spec:
  project: default
  source: {repoURL: "https://github.com/example/shop", path: deploy, targetRevision: HEAD}
  destination: {server: "https://kubernetes.default.svc", namespace: shop}
""",
    keeps="""\
# clusters/production/shop.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop, namespace: argocd}
spec:
  project: default
  source: {repoURL: "https://github.com/example/shop", path: deploy, targetRevision: v1.4.0}
  destination: {server: "https://kubernetes.default.svc", namespace: shop}
""",
    source=(
        "Argo CD, tracking and deployment strategies",
        "https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/",
    ),
    nothing=NOTHING_FOR_PRODUCTION,
    check=_check,
)
