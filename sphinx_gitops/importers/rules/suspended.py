"""A reconciler or a source that Git itself switches off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sphinx_gitops.importers.discovery import Judged, Location, Verdict
from sphinx_gitops.importers.documents import is_true, key_span, scalar_at
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.rules.manifest_rule import ManifestRule, Manifests
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile

if TYPE_CHECKING:
    from sphinx_gitops.importers.resolution.listed import Listed


def _judged(one: Listed, identity: str) -> Iterator[Judged]:
    """What each context of an object says of it, once a place."""
    for instance in one.instances:
        body = instance.item.body
        value = scalar_at(body, "spec", "suspend")
        if value is None:
            continue
        span = key_span(body, "spec", "suspend") or value.span
        place = Location(value.span.source, span.line if span.source == value.span.source else value.span.line)
        if is_templated(value.text):
            message = f"whether {identity} is suspended is a template: {value.text}"
            yield Judged(Verdict.UNVERIFIABLE, identity, place, message)
        elif is_true(value):
            where = ", ".join(sorted(instance.environments))
            here = f" in {where}" if where and tuple(sorted(instance.environments)) != one.environments else ""
            message = f"{identity} is suspended{here}: nothing of it is reconciled until spec.suspend is removed"
            yield Judged(Verdict.BROKEN, identity, place, message)
        else:
            yield Judged(Verdict.KEPT, identity, place)


def _check(manifests: Manifests) -> Iterator[Judged]:
    for one in manifests.listed:
        if one.format and not one.part and any("suspend" in field for field in one.format.fields):
            yield from dict.fromkeys(_judged(one, manifests.ids[one.key]))


RULE = ManifestRule(
    code="suspended",
    severity=Severity.WARNING,
    profile=Profile.MINIMAL,
    message="Git says that a reconciler or a source is suspended.",
    requirement="Nothing in Git is suspended.",
    explanation=(
        "An object with spec.suspend: true is not reconciled, and a person who changes Git waits in vain. A workflow "
        "that says so is a reason to leave it: its component names the object with suspend: true under manifest."
    ),
    breaks="""\
# clusters/production/shop.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: shop, namespace: flux-system}
spec:
  path: ./apps/shop
  interval: 1h
  prune: true
  suspend: true
  sourceRef: {kind: GitRepository, name: flux-system}
""",
    keeps="""\
# clusters/production/shop.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: shop, namespace: flux-system}
spec:
  path: ./apps/shop
  interval: 1h
  prune: true
  suspend: false
  sourceRef: {kind: GitRepository, name: flux-system}
""",
    source=(
        "Flux, suspension of a Kustomization",
        "https://fluxcd.io/flux/components/kustomize/kustomizations/#suspend",
    ),
    check=_check,
)
