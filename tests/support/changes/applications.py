"""Changes to what Argo CD reconciles, and to promotion."""

from __future__ import annotations

from support.changes.change import FLOW, MISSING, NEW, VALUE, Copy, change

CHANGES = (
    # Argo CD
    change(
        "an Application is renamed", "argo-apps", ("argocd/apps/shop.yaml", ("name: shop, namespace: argocd", "name: store, namespace: argocd")),
        finding=(MISSING, "Application/argocd/shop", "argocd/apps/shop.yaml:apiVersion"),
    ),
    change(
        "an Application is deleted", "argo-apps", ("argocd/apps/web-dev.yaml", None),
        finding=(MISSING, "Application/argocd/web-dev@dev", "argocd/apps/"),
    ),
    change(
        "automation is switched off", "argo-apps",
        ("argocd/apps/web-prod.yaml", ("  syncPolicy:\n    automated:\n      prune: true\n      selfHeal: true\n", "")),
        finding=(VALUE, "Application/argocd/web-prod@prod", "argocd/apps/web-prod.yaml:project"),
        field="spec.syncPolicy.automated", documented="spec.syncPolicy.automated: true",
    ),
    change(
        "automation is disabled", "argo-apps",
        ("argocd/apps/web-prod.yaml", ("    automated:\n", "    automated:\n      enabled: false\n")),
        finding=(VALUE, "Application/argocd/web-prod@prod", "argocd/apps/web-prod.yaml:enabled"),
        field="spec.syncPolicy.automated", documented="spec.syncPolicy.automated: true",
    ),
    change(
        "automation is switched on", "argo-apps",
        ("argocd/apps/shop.yaml", ("spec:\n", "spec:\n  syncPolicy: {automated: {prune: true}}\n")),
        finding=(VALUE, "Application/argocd/shop", "argocd/apps/shop.yaml:syncPolicy"),
        field="spec.syncPolicy.automated", documented="spec.syncPolicy.automated: false",
    ),
    change(
        "a revision is pinned", "argo-apps", ("argocd/apps/web-staging.yaml", ("targetRevision: HEAD", "targetRevision: v1.10")),
        finding=(VALUE, "Application/argocd/web-staging@staging", "argocd/apps/web-staging.yaml:targetRevision"),
        field="spec.source.targetRevision", documented="spec.source.targetRevision: HEAD",
    ),
    change(
        "an Application deploys another environment", "argo-apps",
        ("argocd/apps/web-staging.yaml", ("path: envs/staging", "path: envs/prod")),
        finding=(VALUE, "Application/argocd/web-staging@staging", "argocd/apps/web-staging.yaml:path"),
        field="spec.source.path", documented="spec.source.path: envs/staging",
    ),
    change(
        "an Application deploys nothing that is there", "argo-apps",
        ("root.yaml", ("path: argocd/apps", "path: argocd/applications")),
        finding=(VALUE, "Application/argocd/root", "root.yaml:path"),
        field="spec.source.path", documented="spec.source.path: argocd/apps",
    ),
    change(
        "a destination changes", "argo-apps",
        ("argocd/apps/web-dev.yaml", ("namespace: web-dev}", "namespace: preview}")),
        finding=(VALUE, "Application/argocd/web-dev@dev", "argocd/apps/web-dev.yaml:destination"),
        field="spec.destination.namespace", documented="spec.destination.namespace: web-dev",
    ),
    change(
        "an Application goes to another control plane", "argo-apps",
        ("argocd/apps/shop.yaml", ("name: shop, namespace: argocd", "name: shop, namespace: platform")),
        finding=(VALUE, "Application/argocd/shop", "argocd/apps/shop.yaml:metadata"), field="metadata.namespace",
    ),
    change(
        "a secret store is renamed", "argo-apps", ("secrets/store.yaml", ("metadata: {name: vault}", "metadata: {name: openbao}")),
        finding=(MISSING, "ClusterSecretStore/vault", "secrets/store.yaml:apiVersion"),
    ),
    change(
        "the folder of an environment is deleted", "argo-apps", ("envs/dev", None),
        finding=(MISSING, "envs/dev/", "envs/"),
    ),
    # sets of Applications
    change(
        "a set is renamed", "argo-sets", ("sets/found.yaml", ("name: found,", "name: discovered,")),
        finding=(MISSING, "ApplicationSet/argocd/found", "sets/found.yaml:apiVersion"),
    ),
    change(
        "a set gives one less", "argo-sets", ("sets/listed.yaml", ("      - name: cart\n", "")),
        finding=(VALUE, "ApplicationSet/argocd/listed", "sets/listed.yaml:apiVersion"),
        documented="listed:", field="count",
    ),
    change(
        "a folder of a set is new", "argo-sets", ("workloads/cart", Copy("workloads/checkout")),
        finding=(VALUE, "ApplicationSet/argocd/found", "sets/found.yaml:apiVersion"), documented="found:", field="count",
    ),
    change(
        "a set stops to synchronise", "argo-sets",
        ("sets/clusters.yaml", ("      syncPolicy:\n        automated: {prune: true}\n", "")),
        finding=(VALUE, "ApplicationSet/argocd/clusters", "sets/clusters.yaml:project"),
        field="spec.template.spec.syncPolicy.automated", documented="spec.template.spec.syncPolicy.automated: true",
    ),
    change(
        "an Application is new", "argo-sets",
        ("cluster/prod/agent.yaml", Copy("cluster/prod/proxy.yaml", "name: agent,", "name: proxy,")),
        finding=(NEW, "Application/argocd/proxy@prod", "cluster/prod/proxy.yaml:apiVersion"), documented="- deploy",
    ),
    # promotion
    change(
        "a stage takes freight of another", "argo-kargo", ("kargo/stages/prod.yaml", ("stages: [uat]", "stages: [test]")),
        finding=(FLOW, "Stage/shop/prod@prod", "kargo/stages/prod.yaml:apiVersion"),
        documented="uat ==> prod", field="promotes",
    ),
    change(
        "a stage is deleted", "argo-kargo", ("kargo/stages/uat.yaml", None),
        finding=(MISSING, "Stage/shop/uat@uat", "kargo/stages/"),
    ),
    change(
        "a warehouse is renamed", "argo-kargo", ("kargo/warehouse.yaml", ("name: images,", "name: charts,")),
        finding=(MISSING, "Warehouse/shop/images", "kargo/warehouse.yaml:apiVersion"),
    ),
    change(
        "a branch is promoted no more", "promoter", ("promoter/strategy.yaml", ("  - branch: environment/staging\n", "")),
        finding=(MISSING, "PromotionStrategy/promoter/shop#environment/staging", "promoter/"),
    ),
    change(
        "a branch comes between", "promoter",
        ("promoter/strategy.yaml", ("  - branch: environment/production\n", "  - branch: environment/canary\n  - branch: environment/production\n")),
        finding=(FLOW, "PromotionStrategy/promoter/shop#environment/production", "promoter/strategy.yaml:environment/production"),
        documented="environment-staging ==> environment-production", field="promotes",
    ),
    change(
        "an Application tracks another branch", "promoter",
        ("apps/production.yaml", ("environment/production", "environment/next")),
        finding=(VALUE, "Application/argocd/shop-production", "apps/production.yaml:targetRevision"),
        field="spec.source.targetRevision", documented="environment/production",
    ),
)  # fmt: skip
