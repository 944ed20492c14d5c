"""Pages with an audit of a workflow that has a repository."""

from __future__ import annotations

from support.repositories import application

INDEX = """\
T
=

.. gitops-workflow:: delivery.yaml

.. gitops-audit:: delivery
   :levels:

   Access controls
      Only :gitops:component:`delivery.ARGO` writes.

   Backups
      They are restored each month, as :gitops:manifest:`mesh/mtls.yaml` says.
"""
DELIVERY = """\
id: delivery
manifests: [deploy]
waive: {dr-missing: The other region has its own pages.}
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {SCAN: {kind: security-scan, title: Image Scan}}}
  cd: {kind: cd, components: {ARGO: {title: Argo CD, kind: reconciler, manifest: Application/argocd/shop}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [APP --> SCAN --> ARGO --> PROD]
"""
FILES = {
    "index.rst": INDEX,
    "delivery.yaml": DELIVERY,
    "deploy/apps/shop.yaml": application("shop", "shop").replace("targetRevision: HEAD", "targetRevision: v1.4.0"),
    "deploy/shop/service.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: shop}\n",
    "deploy/mesh/mtls.yaml": "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: mtls}\n",
}
