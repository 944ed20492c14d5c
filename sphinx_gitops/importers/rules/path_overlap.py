"""Two reconcilers that bring the same folder to the same place in the same way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sphinx_gitops.importers.discovery import Judged, Location, Verdict
from sphinx_gitops.importers.documents import shown_folder, value_at
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.rules.manifest_rule import ManifestRule, Manifests
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.yamltree import Mapping, Sequence, Tree

if TYPE_CHECKING:
    from sphinx_gitops.importers.resolution.instance import Instance

_HOW = frozenset(
    {
        "interval",
        "retryInterval",
        "timeout",
        "dependsOn",
        "wait",
        "healthChecks",
        "healthCheckExprs",
        "prune",
        "force",
        "suspend",
        "path",
        "syncPolicy",
        "ignoreDifferences",
        "info",
        "revisionHistoryLimit",
        "project",
    }
)
"""What does not decide which objects are made where."""


def _text(tree: Tree | None) -> str:
    """A tree as text, the same for equal trees."""
    if isinstance(tree, Mapping):
        return "{" + ",".join(sorted(f"{key.text!r}:{_text(value)}" for key, value in tree.entries)) + "}"
    if isinstance(tree, Sequence):
        return "[" + ",".join(_text(item) for item in tree.items) + "]"
    return repr(tree.text) if tree is not None else ""


def _what(instance: Instance) -> str:
    """Everything of a reconciler that decides what it makes, and where."""
    spec = value_at(instance.item.body, "spec")
    entries = spec.entries if isinstance(spec, Mapping) else ()
    return ",".join(sorted(f"{key.text}:{_text(value)}" for key, value in entries if key.text not in _HOW))


def _group(instance: Instance, folder: str, what: str) -> tuple[object, ...]:
    """What two reconcilers share that own the same; of another environment or parent is another cluster."""
    above = instance.reconciler.document.key if instance.reconciler else instance.document.folder
    return instance.item.kind, folder, instance.item.namespace, what, instance.environments, above


def _check(manifests: Manifests) -> Iterator[Judged]:
    """Each reconciler that brings what an earlier one brings already."""
    groups: dict[tuple[object, ...], dict[tuple[str, int], tuple[str, Location]]] = defaultdict(dict)
    for instance, deployment in manifests.deployed:
        place, item = deployment.place, instance.item
        identity = manifests.ids.get((*item.document.key, ""))
        if identity is None or item.kind not in {"Kustomization", "Application"}:
            continue
        location, what = Location(place.span.source, place.span.line), _what(instance)
        if is_templated(what) or place.target.state is EdgeState.UNVERIFIABLE:
            message = f"what {identity} brings, and where, is not known from the files"
            yield Judged(Verdict.UNVERIFIABLE, identity, location, message)
        elif place.target.state is EdgeState.RESOLVED and len(instance.environments) < 2:
            groups[_group(instance, place.target.folder, what)][item.document.key] = identity, location
    for group, members in groups.items():
        yield from _owners(shown_folder(str(group[1])), [members[key] for key in sorted(members)])


def _owners(folder: str, members: list[tuple[str, Location]]) -> Iterator[Judged]:
    """The reconcilers of one folder: the first keeps the rule."""
    (first, place), *others = members
    yield Judged(Verdict.KEPT, first, place)
    for identity, location in others:
        message = f"{identity} and {first} both own {folder}: each undoes what the other changes, keep one"
        yield Judged(Verdict.BROKEN, identity, location, message)


RULE = ManifestRule(
    code="path-overlap",
    severity=Severity.WARNING,
    profile=Profile.MINIMAL,
    message="Two reconcilers own the same folder.",
    requirement="Every folder has one reconciler.",
    explanation=(
        "Two Kustomizations or Applications that bring the same folder to the same place, with nothing that tells "
        "their objects apart, undo each other's changes, and what one prunes the other makes again. Another cluster, "
        "target namespace, name prefix, patch or value makes them different."
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
  sourceRef: {kind: GitRepository, name: flux-system}
# clusters/production/store.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: store, namespace: flux-system}
spec:
  path: ./apps/shop
  interval: 10m
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
# apps/shop/namespace.yaml
apiVersion: v1
kind: Namespace
metadata: {name: shop}
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
  sourceRef: {kind: GitRepository, name: flux-system}
# clusters/production/store.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: store, namespace: flux-system}
spec:
  path: ./apps/shop
  interval: 10m
  prune: true
  targetNamespace: store
  sourceRef: {kind: GitRepository, name: flux-system}
# apps/shop/deployment.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop}
""",
    source=(
        "Flux, garbage collection of a Kustomization",
        "https://fluxcd.io/flux/components/kustomize/kustomizations/#prune",
    ),
    check=_check,
)
