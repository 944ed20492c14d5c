"""A documented object or folder that the repository no longer has."""

from __future__ import annotations

from sphinx_gitops.drift.rule import DriftRule
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile

RULE = DriftRule(
    code="drift-component-missing",
    severity=Severity.WARNING,
    profile=Profile.MINIMAL,
    message="A documented manifest is not in the repository.",
    requirement="Every documented manifest is in the repository.",
    explanation=(
        "A component stands for an object, a file or a folder by its manifest, and the repository has none of that "
        "name: it was renamed, moved or deleted, and whoever follows the page looks for what is not there. The "
        "nearest like object is named. A folder that is gone takes what was in it along: that is one finding. A "
        "name that is a template, or that an ApplicationSet may give, is never missing."
    ),
    breaks="""\
# delivery.yaml
manifests: [deploy]
stages:
  cd: {components: {SHOP: {kind: reconciler, manifest: Application/argocd/shop}}}
# deploy/shop.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop2, namespace: argocd}
spec:
  source: {repoURL: https://git.example/shop, path: chart}
  destination: {name: production, namespace: shop}
""",
    keeps="""\
# delivery.yaml
manifests: [deploy]
stages:
  cd: {components: {SHOP: {kind: reconciler, manifest: Application/argocd/shop}}}
# deploy/shop.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop, namespace: argocd}
spec:
  source: {repoURL: https://git.example/shop, path: chart}
  destination: {name: production, namespace: shop}
""",
    source=("OpenGitOps principles, version 1.0.0, 1: declarative", "https://opengitops.dev/"),
    check=lambda differences: differences.missing.all(),
)
