"""Changes to clusters that Flux reconciles, a folder each."""

from __future__ import annotations

from support.changes.change import FLOW, MISSING, NEW, SUSPENDED, VALUE, Copy, To, change, flux

DEPENDS = "  dependsOn:\n    - name: configs\n"
CHANGES = (
    # a cluster a folder
    change(
        "a Kustomization is renamed", "flux-clusters",
        ("clusters/staging/apps.yaml", ("name: apps,", "name: workloads,")),
        finding=(MISSING, flux("apps", "staging"), "clusters/staging/apps.yaml:apiVersion"),
    ),
    change(
        "a Kustomization is deleted", "flux-clusters", ("clusters/staging/apps.yaml", None),
        finding=(MISSING, flux("apps", "staging"), "clusters/staging/"),
    ),
    change(
        "what another depends on is renamed", "flux-clusters",
        ("clusters/production/configs.yaml", ("name: configs,", "name: settings,")),
        finding=(MISSING, flux("configs", "production"), "clusters/production/configs.yaml:apiVersion"),
    ),
    change(
        "a path is another overlay", "flux-clusters",
        ("clusters/staging/apps.yaml", ("./apps/staging", "./apps/production")),
        finding=(VALUE, flux("apps", "staging"), "clusters/staging/apps.yaml:path"),
        field="spec.path", documented="spec.path: ./apps/staging",
    ),
    change(
        "a folder is moved with its path", "flux-clusters",
        ("infrastructure/configs", To("infrastructure/settings")),
        ("clusters/staging/configs.yaml", ("infrastructure/configs", "infrastructure/settings")),
        finding=(VALUE, flux("configs", "staging"), "clusters/staging/configs.yaml:path"),
        field="spec.path", documented="spec.path: ./infrastructure/configs",
    ),
    change(
        "a dependency is removed", "flux-clusters", ("clusters/production/apps.yaml", (DEPENDS, "")),
        finding=(FLOW, flux("apps", "production"), "clusters/production/apps.yaml:apiVersion"),
        documented="configs --> apps", field="dependsOn",
    ),
    change(
        "a dependency leads elsewhere", "flux-clusters",
        ("clusters/production/apps.yaml", ("- name: configs", "- name: controllers")),
        finding=(FLOW, flux("apps", "production"), "clusters/production/apps.yaml:apiVersion"),
        documented="configs --> apps", field="dependsOn",
    ),
    change(
        "a dependency leads nowhere", "flux-clusters",
        ("clusters/production/apps.yaml", ("- name: configs", "- name: nothing")),
        finding=(FLOW, flux("apps", "production"), "clusters/production/apps.yaml:apiVersion"),
        documented="configs --> apps", field="dependsOn",
    ),
    change(
        "a dependency is turned", "flux-clusters",
        ("clusters/production/configs.yaml", ("  dependsOn:\n    - name: controllers\n", "")),
        ("clusters/production/controllers.yaml", ("spec:\n", "spec:\n  dependsOn: [{name: configs}]\n")),
        finding=(FLOW, flux("configs", "production"), "clusters/production/configs.yaml:apiVersion"),
        documented="controllers --> configs", field="dependsOn",
    ),
    change(
        "a dependency between releases is removed", "flux-clusters",
        ("apps/base/cart/release.yaml", ("  dependsOn:\n    - name: shop\n      namespace: shop\n", "")),
        finding=(FLOW, "HelmRelease/cart/cart", "apps/base/cart/release.yaml:apiVersion"),
        documented="shop --> cart", field="dependsOn",
    ),
    change(
        "the folder of a cluster is deleted", "flux-clusters", ("clusters/staging", None),
        finding=(MISSING, "clusters/staging/", "clusters/"),
    ),
    change(
        "an overlay is deleted", "flux-clusters", ("apps/staging", None),
        finding=(MISSING, "apps/staging/", "apps/"),
    ),
    change(
        "an environment is deleted", "flux-clusters", ("apps/staging", None), ("clusters/staging", None),
        finding=(MISSING, "apps/staging/", "apps/"),
    ),
    change(
        "an environment is renamed", "flux-clusters",
        ("apps/staging", To("apps/preprod")), ("clusters/staging", To("clusters/preprod")),
        finding=(MISSING, "apps/staging/", "apps/preprod/"),
    ),
    change(
        "a namespace changes in an overlay", "flux-clusters",
        ("apps/base/shop/kustomization.yaml", ("namespace: shop", "namespace: store")),
        finding=(VALUE, "HelmRelease/shop/shop", "apps/base/shop/kustomization.yaml:namespace"),
        field="metadata.namespace",
    ),
    change(
        "a namespace changes in the manifest", "flux-clusters",
        ("infrastructure/controllers/certs.yaml", ("namespace: certs", "namespace: tls")),
        finding=(VALUE, "HelmRelease/certs/certs", "infrastructure/controllers/certs.yaml:namespace: tls"),
        field="metadata.namespace",
    ),
    change(
        "a release is renamed", "flux-clusters",
        ("infrastructure/controllers/certs.yaml", ("name: certs, namespace", "name: cert-manager, namespace")),
        finding=(MISSING, "HelmRelease/certs/certs", "infrastructure/controllers/certs.yaml:apiVersion"),
    ),
    change(
        "a release is deleted", "flux-clusters",
        ("apps/base/shop/release.yaml", None), ("apps/base/shop/kustomization.yaml", ("  - release.yaml\n", "")),
        finding=(MISSING, "HelmRelease/shop/shop", "apps/base/shop/"),
    ),
    change(
        "a release leaves an environment", "flux-clusters",
        ("apps/staging/kustomization.yaml", ("  - ../base/shop\n", "")),
        finding=(FLOW, "HelmRelease/shop/shop@production", "apps/base/shop/release.yaml:apiVersion"),
        documented="shop --> staging", field="environment",
    ),
    change(
        "a Kustomization is suspended", "flux-clusters",
        ("clusters/production/configs.yaml", ("spec:\n", "spec:\n  suspend: true\n")),
        finding=(SUSPENDED, flux("configs", "production"), "clusters/production/configs.yaml:suspend"),
        field="spec.suspend",
    ),
    change(
        "a Kustomization is new", "flux-clusters",
        ("clusters/production/apps.yaml", Copy("clusters/production/more.yaml", "name: apps,", "name: more,")),
        finding=(NEW, flux("more", "production"), "clusters/production/more.yaml:apiVersion"), documented="- deploy",
    ),
    change(
        "an environment is new", "flux-clusters",
        ("apps/staging", Copy("apps/dev")), ("clusters/staging", Copy("clusters/dev")),
        finding=(NEW, "apps/dev/", "apps/dev/"), documented="- deploy",
    ),
)  # fmt: skip
