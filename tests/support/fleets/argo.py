"""Repositories that Argo CD reconciles, with Kargo, the Promoter and secrets."""

from __future__ import annotations

from support.repositories import application, kustomization

AUTOMATED = "  syncPolicy:\n    automated:\n      prune: true\n      selfHeal: true\n"
CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n"
URL = "https://git.example/me/fleet"
PROJECT = """\
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: {name: shops, namespace: argocd}
spec: {sourceRepos: ["*"], destinations: [{server: "*", namespace: "*"}]}
"""


def apps() -> dict[str, str]:
    """An Application of Applications, and a secret store."""
    files = {
        "root.yaml": application("root", "argocd/apps", url=URL, extra=AUTOMATED),
        "argocd/project.yaml": PROJECT,
        "secrets/store.yaml": """\
            apiVersion: external-secrets.io/v1
            kind: ClusterSecretStore
            metadata: {name: vault}
            spec: {provider: {vault: {server: https://vault.example}}}
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: token, namespace: shop}
            spec: {secretStoreRef: {kind: ClusterSecretStore, name: vault}, target: {name: token}}
        """,
        "charts/shop/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
        "charts/shop/values.yaml": "replicas: 2\n",
        "charts/shop/templates/config.yaml": CONFIG,
    }
    for environment in ("dev", "staging", "prod"):
        files[f"envs/{environment}/kustomization.yaml"] = kustomization("config.yaml")
        files[f"envs/{environment}/config.yaml"] = CONFIG
        files[f"argocd/apps/web-{environment}.yaml"] = application(
            f"web-{environment}", f"envs/{environment}", url=URL, extra=AUTOMATED, destination=f"web-{environment}"
        )
    files["argocd/apps/shop.yaml"] = application("shop", "charts/shop", url=URL, destination="shop")
    return files


def _set(name: str, generators: str, template: str) -> str:
    return (
        "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\n"
        f"metadata: {{name: {name}, namespace: argocd}}\n"
        f"spec:\n  goTemplate: true\n  generators:\n{generators}  template:\n"
        f"    metadata: {{name: '{template}'}}\n"
        f"    spec:\n      project: default\n      source:\n        repoURL: {URL}\n"
        f"        path: 'workloads/{template}'\n        targetRevision: main\n"
        "      destination: {server: https://kubernetes.default.svc, namespace: shops}\n"
        "      syncPolicy:\n        automated: {prune: true}\n"
    )


def sets() -> dict[str, str]:
    """Sets of Applications: listed, found in folders, and known to a cluster alone."""
    files = {
        "sets/listed.yaml": _set("listed", "  - list:\n      elements:\n      - name: cart\n      - name: shop\n", "{{.name}}"),
        "sets/found.yaml": _set(
            "found", f"  - git:\n      repoURL: {URL}\n      revision: HEAD\n      directories: [{{path: workloads/*}}]\n",
            "{{.path.basename}}",
        ),
        "sets/clusters.yaml": _set("clusters", "  - clusters: {}\n", "{{.name}}-agent"),
        "cluster/prod/agent.yaml": application("agent", "workloads/cart", url=URL, extra=AUTOMATED),
    }  # fmt: skip
    for name in ("cart", "shop", "search"):
        files[f"workloads/{name}/kustomization.yaml"] = kustomization("config.yaml")
        files[f"workloads/{name}/config.yaml"] = CONFIG
    return files


def _stage(name: str, source: str) -> str:
    return (
        "apiVersion: kargo.akuity.io/v1alpha1\nkind: Stage\n"
        f"metadata: {{name: {name}, namespace: shop}}\n"
        "spec:\n  requestedFreight:\n  - origin: {kind: Warehouse, name: images}\n"
        f"    sources:\n      {source}\n"
    )


def kargo() -> dict[str, str]:
    """Freight that Kargo promotes through three stages."""
    files = {
        "kargo/warehouse.yaml": """\
            apiVersion: kargo.akuity.io/v1alpha1
            kind: Warehouse
            metadata: {name: images, namespace: shop}
            spec: {subscriptions: [{image: {repoURL: registry.example/shop}}]}
        """,
        "kargo/stages/test.yaml": _stage("test", "direct: true"),
        "kargo/stages/uat.yaml": _stage("uat", "stages: [test]"),
        "kargo/stages/prod.yaml": _stage("prod", "stages: [uat]"),
    }
    for environment in ("test", "uat", "prod"):
        files[f"env/{environment}/kustomization.yaml"] = kustomization("config.yaml")
        files[f"env/{environment}/config.yaml"] = CONFIG
        files[f"argocd/shop-{environment}.yaml"] = application(
            f"shop-{environment}", f"env/{environment}", url=URL, destination=f"shop-{environment}"
        )
    return files


def promoter() -> dict[str, str]:
    """Branches that the GitOps Promoter moves, and Applications of them."""
    files = {
        "promoter/strategy.yaml": """\
            apiVersion: promoter.argoproj.io/v1alpha1
            kind: PromotionStrategy
            metadata: {name: shop, namespace: promoter}
            spec:
              gitRepositoryRef: {name: fleet}
              environments:
              - branch: environment/development
              - branch: environment/staging
              - branch: environment/production
        """,
        "promoter/repository.yaml": """\
            apiVersion: promoter.argoproj.io/v1alpha1
            kind: GitRepository
            metadata: {name: fleet, namespace: promoter}
            spec: {github: {owner: me, name: fleet}, scmProviderRef: {name: github}}
        """,
    }
    for environment in ("development", "production"):
        text = application(f"shop-{environment}", "shop", url=URL, extra=AUTOMATED)
        files[f"apps/{environment}.yaml"] = text.replace("HEAD", f"environment/{environment}")
    return files
