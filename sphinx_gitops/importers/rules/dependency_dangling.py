"""Dependencies on what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.importers.discovery import Judged, Verdict
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.rules.manifest_rule import ManifestRule, Manifests
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile


def _check(manifests: Manifests) -> Iterator[Judged]:
    for edge in manifests.edges:
        if edge.kind != "dependsOn":
            continue
        if edge.state is EdgeState.MISSING:
            message = (
                f"{edge.source} waits for {edge.target}, which is not in the repository: mend the name or remove it"
            )
            yield Judged(Verdict.BROKEN, edge.source, edge.location, message)
        elif edge.state is EdgeState.UNVERIFIABLE:
            message = f"what {edge.source} waits for, {edge.target}, is not known from the files"
            yield Judged(Verdict.UNVERIFIABLE, edge.source, edge.location, message)
        else:
            yield Judged(Verdict.KEPT, edge.source, edge.location, f"{edge.source} waits for {edge.target}")


RULE = ManifestRule(
    code="dependency-dangling",
    severity=Severity.WARNING,
    profile=Profile.MINIMAL,
    message="A reconciler waits for another that is not in the repository.",
    requirement="What a reconciler waits for is in the repository.",
    explanation=(
        "Each dependsOn of a Flux Kustomization, HelmRelease or ResourceSet names an object of the repository, in its "
        "own namespace unless it names another. Namespaces are those that the cluster sees, after every kustomization. "
        "A name that is a template is not judged, nor is the flux-system that the bootstrap makes."
    ),
    breaks="""\
# clusters/production/apps.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec:
  path: ./apps
  interval: 1h
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
  dependsOn: [{name: infra}]
# clusters/production/infrastructure.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: infrastructure, namespace: flux-system}
spec:
  path: ./infrastructure
  interval: 1h
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
""",
    keeps="""\
# clusters/production/apps.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec:
  path: ./apps
  interval: 1h
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
  dependsOn: [{name: infrastructure}]
# clusters/production/infrastructure.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: infrastructure, namespace: flux-system}
spec:
  path: ./infrastructure
  interval: 1h
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
""",
    source=(
        "Flux, dependencies of Kustomizations",
        "https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies",
    ),
    check=_check,
)
