"""A documented rollback of an Application that is synchronised by itself."""

from __future__ import annotations

from sphinx_gitops.drift.rule import DriftRule
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile

RULE = DriftRule(
    code="rollback-auto-sync-conflict",
    severity=Severity.WARNING,
    profile=Profile.MINIMAL,
    message="A rollback is documented of an Application whose automated sync is on.",
    requirement="What automated sync keeps is not to be rolled back by hand.",
    explanation=(
        "Argo CD performs no rollback of an Application with automated sync: at night the documented button does "
        "not work. What promises one is a flow of the kind rollback to or from the Application, a component of that "
        "kind, or a runbook that runs argocd app rollback. A flow that leads to a repository is a revert in Git, which "
        "works always: draw that, or say how sync is switched off first and waive the finding."
    ),
    breaks="""\
# delivery.yaml
manifests: [deploy]
stages:
  cd: {components: {SHOP: {kind: reconciler, manifest: Application/argocd/shop}}}
  run: {components: {PROD: {kind: environment, tier: production}}}
flows:
  - SHOP --> PROD
  - {from: PROD, to: SHOP, kind: rollback}
# deploy/shop.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop, namespace: argocd}
spec:
  source: {repoURL: https://git.example/shop, path: chart}
  destination: {name: production, namespace: shop}
  syncPolicy: {automated: {}}
""",
    keeps="""\
# delivery.yaml
manifests: [deploy]
stages:
  cd: {components: {SHOP: {kind: reconciler, manifest: Application/argocd/shop}}}
  run: {components: {PROD: {kind: environment, tier: production}}}
flows:
  - SHOP --> PROD
  - {from: PROD, to: SHOP, kind: rollback}
# deploy/shop.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop, namespace: argocd}
spec:
  source: {repoURL: https://git.example/shop, path: chart}
  destination: {name: production, namespace: shop}
""",
    source=(
        "Argo CD, automated sync policy: semantics",
        "https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/#automated-sync-semantics",
    ),
    check=lambda differences: differences.rollbacks(),
)
