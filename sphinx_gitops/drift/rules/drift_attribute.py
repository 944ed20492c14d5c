"""A value that a workflow states and the repository has otherwise."""

from __future__ import annotations

from sphinx_gitops.drift.rule import DriftRule
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile

RULE = DriftRule(
    code="drift-attribute",
    severity=Severity.WARNING,
    profile=Profile.MINIMAL,
    message="A documented value differs from that in the repository.",
    requirement="What is documented of an object is what the repository has.",
    explanation=(
        "A manifest that is a mapping states values beside its object: the path, the revision, the namespace, "
        "whether sync is automated, prunes or heals itself, an interval. Each is held against the field of that "
        "name. So are the namespace and the environment of the object itself, where everything else of it still "
        "fits, and the number that a title ends in. Values that mean the same are the same: ./apps and apps, 1h and "
        "60m, false and nothing. A value that is a template is not held."
    ),
    breaks="""\
# delivery.yaml
manifests: [deploy]
stages:
  cd:
    components:
      SHOP: {kind: reconciler, manifest: {object: Application/argocd/shop, spec.syncPolicy.automated: true}}
# deploy/shop.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop, namespace: argocd}
spec:
  source: {repoURL: https://git.example/shop, path: chart}
  destination: {name: production, namespace: shop}
""",
    keeps="""\
# delivery.yaml
manifests: [deploy]
stages:
  cd:
    components:
      SHOP: {kind: reconciler, manifest: {object: Application/argocd/shop, spec.syncPolicy.automated: true}}
# deploy/shop.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop, namespace: argocd}
spec:
  source: {repoURL: https://git.example/shop, path: chart}
  destination: {name: production, namespace: shop}
  syncPolicy: {automated: {prune: true}}
""",
    source=("OpenGitOps principles, version 1.0.0, 2: versioned and immutable", "https://opengitops.dev/"),
    check=lambda differences: iter(differences.attributes),
)
