"""Changes to the repositories of ``support.fleets``: those that are drift, and those that are none."""

from __future__ import annotations

from support.changes import applications, clusters, pipelines, workloads
from support.changes.change import Copy, To

CHANGES = (*clusters.CHANGES, *workloads.CHANGES, *applications.CHANGES, *pipelines.CHANGES)
QUIET = (
    ("a comment above", "flux-clusters", ("clusters/staging/apps.yaml", ("---\n", "# A comment.\n# Another.\n---\n"))),
    ("a file has another name", "flux-clusters", ("clusters/staging/apps.yaml", To("clusters/staging/workloads.yaml"))),
    ("another interval, which nobody documents", "flux-clusters", ("clusters/staging/apps.yaml", ("10m", "20m"))),
    ("a value behind a template", "templates", ("flux/apps.yaml", ("${ENVIRONMENT}", "${STAGE}"))),
    ("a namespace below a kustomization that sets one", "flux-clusters", ("apps/base/shop/release.yaml", ("name: shop}\nspec", "name: shop, namespace: x}\nspec"))),
    ("another file beside", "argo-apps", ("charts/shop/values.yaml", Copy("charts/shop/values-prod.yaml"))),
)  # fmt: skip
