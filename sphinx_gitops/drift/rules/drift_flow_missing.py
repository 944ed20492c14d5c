"""A documented flow that the repository does not have, or has the other way round."""

from __future__ import annotations

from sphinx_gitops.drift.rule import DriftRule
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile

RULE = DriftRule(
    code="drift-flow-missing",
    severity=Severity.WARNING,
    profile=Profile.MINIMAL,
    message="A documented flow is not in the repository, or runs the other way round there.",
    requirement="Every documented dependency is in the repository.",
    explanation=(
        "Between two components that are bound to manifests, a flow says what the manifests say: dependsOn, needs, "
        "workflow_run, runAfter, a promotion, a source, or the environment that a reconciler serves. Where both "
        "ends are there and nothing declares the flow, the order that the picture shows is not the order in which "
        "things start. Flows that manifests do not declare are not asked for: those of the kinds feedback, rollback "
        "and manual, and those between things that no manifest connects, such as a build and an environment."
    ),
    breaks="""\
# delivery.yaml
manifests: [deploy]
stages:
  cd:
    components:
      INFRA: {kind: reconciler, manifest: Kustomization/flux-system/infra}
      APPS: {kind: reconciler, manifest: Kustomization/flux-system/apps}
flows: [INFRA --> APPS]
# deploy/infra.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: infra, namespace: flux-system}
spec: {path: ./infra, sourceRef: {kind: GitRepository, name: flux-system}}
# deploy/apps.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec: {path: ./apps, sourceRef: {kind: GitRepository, name: flux-system}}
""",
    keeps="""\
# delivery.yaml
manifests: [deploy]
stages:
  cd:
    components:
      INFRA: {kind: reconciler, manifest: Kustomization/flux-system/infra}
      APPS: {kind: reconciler, manifest: Kustomization/flux-system/apps}
flows: [INFRA --> APPS]
# deploy/infra.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: infra, namespace: flux-system}
spec: {path: ./infra, sourceRef: {kind: GitRepository, name: flux-system}}
# deploy/apps.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec: {path: ./apps, dependsOn: [{name: infra}], sourceRef: {kind: GitRepository, name: flux-system}}
""",
    source=(
        "Flux, Kustomization: dependencies",
        "https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies",
    ),
    check=lambda differences: iter(differences.flows),
)
