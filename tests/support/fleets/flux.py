"""Repositories that Flux reconciles."""

from __future__ import annotations

from support.repositories import ks, kustomization, release

BOOTSTRAP = """\
apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: flux-system, namespace: flux-system}
spec: {interval: 1m, ref: {branch: main}, url: https://git.example/me/fleet}
"""


def depends(*names: str) -> str:
    listed = "".join(f"    - name: {name}\n" for name in names)
    return f"  dependsOn:\n{listed}"


def clusters() -> dict[str, str]:
    """A folder a cluster, one base and an overlay for each environment."""
    files = {
        "apps/base/shop/kustomization.yaml": kustomization("release.yaml", extra="namespace: shop\n"),
        "apps/base/shop/release.yaml": release("shop", "  interval: 10m\n"),
        "apps/base/cart/kustomization.yaml": kustomization("release.yaml", extra="namespace: cart\n"),
        "apps/base/cart/release.yaml": release(
            "cart", depends("shop").replace("shop\n", "shop\n      namespace: shop\n")
        ),
        "infrastructure/controllers/kustomization.yaml": kustomization("ingress.yaml", "certs.yaml"),
        "infrastructure/controllers/ingress.yaml": release("ingress", namespace="ingress"),
        "infrastructure/controllers/certs.yaml": release("certs", namespace="certs"),
        "infrastructure/configs/kustomization.yaml": kustomization("issuer.yaml"),
        "infrastructure/configs/issuer.yaml": "apiVersion: cert-manager.io/v1\nkind: Issuer\nmetadata: {name: acme}\n",
    }
    for name in ("staging", "production"):
        files |= {
            f"apps/{name}/kustomization.yaml": kustomization("../base/shop", "../base/cart"),
            f"clusters/{name}/flux-system/gotk-sync.yaml": BOOTSTRAP,
            f"clusters/{name}/controllers.yaml": ks("controllers", "./infrastructure/controllers"),
            f"clusters/{name}/configs.yaml": ks("configs", "./infrastructure/configs", extra=depends("controllers")),
            f"clusters/{name}/apps.yaml": ks(
                "apps", f"./apps/{name}", extra=f"{depends('configs')}  interval: 10m\n  prune: true\n"
            ),
        }  # fmt: skip
    return files


def home() -> dict[str, str]:
    """A cluster at home: a folder a namespace, a Kustomization a workload, the namespace from outside."""
    files = {
        "kubernetes/flux/cluster/ks.yaml": ks("cluster-apps", "./kubernetes/apps"),
        "kubernetes/flux/config/source.yaml": BOOTSTRAP,
        "kubernetes/components/common/kustomization.yaml": (
            "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n"
        ),
    }
    for space, names in (("media", ("plex", "sonarr")), ("storage", ("rook", "volsync")), ("network", ("ingress",))):
        listed = [f"./{name}/ks.yaml" for name in names]
        files[f"kubernetes/apps/{space}/kustomization.yaml"] = kustomization(
            *listed, extra=f"namespace: {space}\ncomponents:\n  - ../../components/common\n"
        )
        for name in names:
            needs = {"plex": ("rook", "storage"), "sonarr": ("plex", "media"), "volsync": ("rook", "storage")}.get(name)
            extra = f"  dependsOn:\n    - name: {needs[0]}\n      namespace: {needs[1]}\n" if needs else ""
            files |= {
                f"kubernetes/apps/{space}/{name}/ks.yaml": ks(
                    name, f"./kubernetes/apps/{space}/{name}/app", extra=f"  targetNamespace: {space}\n{extra}"
                ).replace(", namespace: flux-system}\nspec", "}\nspec", 1),
                f"kubernetes/apps/{space}/{name}/app/kustomization.yaml": kustomization("./helmrelease.yaml"),
                f"kubernetes/apps/{space}/{name}/app/helmrelease.yaml": release(f"{name}-chart", "  interval: 30m\n"),
            }
    return files


def operator() -> dict[str, str]:
    """Flux by its operator, with artifacts and image automation."""
    return {
        "clusters/eu/flux.yaml": """\
            apiVersion: fluxcd.controlplane.io/v1
            kind: FluxInstance
            metadata: {name: flux, namespace: flux-system}
            spec:
              distribution: {version: "2.x", registry: ghcr.io/fluxcd}
              sync: {kind: GitRepository, url: https://git.example/me/fleet, ref: refs/heads/main, path: tenants}
        """,
        "tenants/apps.yaml": """\
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSet
            metadata: {name: apps, namespace: flux-system}
            spec:
              dependsOn: [{apiVersion: fluxcd.controlplane.io/v1, kind: ResourceSet, name: infra, namespace: flux-system}]
              inputs: [{tenant: one}, {tenant: two}]
              resources: []
        """,
        "tenants/infra.yaml": """\
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSet
            metadata: {name: infra, namespace: flux-system}
            spec: {inputs: [{tenant: one}], resources: []}
        """,
        "tenants/images.yaml": """\
            apiVersion: image.toolkit.fluxcd.io/v1
            kind: ImageRepository
            metadata: {name: shop, namespace: flux-system}
            spec: {image: registry.example/shop, interval: 5m}
            ---
            apiVersion: image.toolkit.fluxcd.io/v1
            kind: ImagePolicy
            metadata: {name: shop, namespace: flux-system}
            spec: {imageRepositoryRef: {name: shop}, policy: {semver: {range: ">=1.0.0"}}}
        """,
        "tenants/shop/release.yaml": release("shop", "  suspend: true\n", namespace="shop"),
    }  # fmt: skip


def many() -> dict[str, str]:
    """So many releases that they are folded, some of them suspended."""
    files = {"clusters/main/apps.yaml": ks("apps", "./workloads")}
    for space in ("alpha", "beta", "gamma"):
        for number in range(16):
            name = f"{space}-{number:02}"
            extra = "  suspend: true\n" if number == 7 else ""
            files[f"workloads/{space}/{name}.yaml"] = release(name, extra, namespace=space)
    return files
