"""A reconciler or an environment that no workflow names."""

from __future__ import annotations

from sphinx_gitops.drift.rule import DriftRule
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile

RULE = DriftRule(
    code="drift-undocumented",
    severity=Severity.INFO,
    profile=Profile.MINIMAL,
    message="An Application, ApplicationSet, Kustomization, HelmRelease or environment is in no workflow.",
    requirement="Every reconciler and environment of the repository is documented.",
    explanation=(
        "What delivers something and is in no picture is found by the next incident. A workflow names an object by "
        "the manifest of a component, many at once by a pattern such as Application/argocd/*@production, and an "
        "environment by one of its folders. An environment that is not named is one finding, with all that is in "
        "it."
    ),
    breaks="""\
# delivery.yaml
manifests: [deploy]
stages:
  cd: {components: {SHOP: {kind: reconciler, manifest: HelmRelease/shop/shop}}}
# deploy/shop.yaml
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: shop, namespace: shop}
spec: {chartRef: {kind: OCIRepository, name: shop}}
# deploy/cart.yaml
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: cart, namespace: shop}
spec: {chartRef: {kind: OCIRepository, name: cart}}
""",
    keeps="""\
# delivery.yaml
manifests: [deploy]
stages:
  cd: {components: {SHOP: {kind: reconciler, manifest: HelmRelease/shop/*}}}
# deploy/shop.yaml
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: shop, namespace: shop}
spec: {chartRef: {kind: OCIRepository, name: shop}}
# deploy/cart.yaml
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: cart, namespace: shop}
spec: {chartRef: {kind: OCIRepository, name: cart}}
""",
    source=None,
    check=lambda differences: differences.undocumented(),
)
