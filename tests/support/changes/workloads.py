"""Changes to clusters at home, of the operator, and to many releases."""

from __future__ import annotations

from support.changes.change import FLOW, KUSTOMIZATION, MISSING, SUSPENDED, VALUE, To, change

CHANGES = (
    # a cluster at home
    change(
        "the Kustomization of a workload is deleted", "flux-home",
        ("kubernetes/apps/media/sonarr/ks.yaml", None),
        ("kubernetes/apps/media/kustomization.yaml", ("  - ./sonarr/ks.yaml\n", "")),
        finding=(MISSING, f"{KUSTOMIZATION}/media/sonarr", "kubernetes/apps/media/sonarr/"),
    ),
    change(
        "a workload goes with its folder", "flux-home",
        ("kubernetes/apps/network/ingress/app/helmrelease.yaml", ("name: ingress-chart}\nspec", "name: gateway}\nspec")),
        finding=(
            MISSING, "HelmRelease/network/ingress-chart",
            "kubernetes/apps/network/ingress/app/helmrelease.yaml:apiVersion",
        ),
    ),
    change(
        "a target namespace changes", "flux-home",
        ("kubernetes/apps/storage/rook/ks.yaml", ("targetNamespace: storage", "targetNamespace: rook")),
        finding=(VALUE, f"{KUSTOMIZATION}/storage/rook", "kubernetes/apps/storage/rook/ks.yaml:targetNamespace"),
        field="spec.targetNamespace", documented="spec.targetNamespace: storage",
    ),
    change(
        "a dependency into another namespace is removed", "flux-home",
        ("kubernetes/apps/media/plex/ks.yaml", ("  dependsOn:\n    - name: rook\n      namespace: storage\n", "")),
        finding=(FLOW, f"{KUSTOMIZATION}/media/plex", "kubernetes/apps/media/plex/ks.yaml:apiVersion"),
        documented="rook --> plex", field="dependsOn",
    ),
    change(
        "a workload moves to another namespace", "flux-home",
        ("kubernetes/apps/storage/kustomization.yaml", ("namespace: storage", "namespace: disks")),
        finding=(VALUE, f"{KUSTOMIZATION}/storage/rook", "kubernetes/apps/storage/kustomization.yaml:namespace"),
        field="metadata.namespace",
    ),
    change(
        "the path of the cluster changes", "flux-home",
        ("kubernetes/flux/cluster/ks.yaml", ("./kubernetes/apps", "./kubernetes/workloads")),
        finding=(VALUE, f"{KUSTOMIZATION}/flux-system/cluster-apps", "kubernetes/flux/cluster/ks.yaml:path"),
        field="spec.path", documented="spec.path: ./kubernetes/apps",
    ),
    # the operator of Flux
    change(
        "a set of resources is renamed", "flux-operator", ("tenants/infra.yaml", ("name: infra,", "name: base,")),
        finding=(MISSING, "ResourceSet/flux-system/infra@eu", "tenants/infra.yaml:apiVersion"),
    ),
    change(
        "a set of resources waits for nothing", "flux-operator",
        ("tenants/apps.yaml", ("[{apiVersion: fluxcd.controlplane.io/v1, kind: ResourceSet, name: infra, namespace: flux-system}]", "[]")),
        finding=(FLOW, "ResourceSet/flux-system/apps@eu", "tenants/apps.yaml:apiVersion"),
        documented="infra --> apps", field="dependsOn",
    ),
    change(
        "the instance is deleted", "flux-operator", ("clusters/eu/flux.yaml", None),
        finding=(MISSING, "clusters/eu/", "./"),
    ),
    change(
        "a release is resumed", "flux-operator", ("tenants/shop/release.yaml", ("  suspend: true\n", "")),
        finding=(VALUE, "HelmRelease/shop/shop@eu", "tenants/shop/release.yaml:apiVersion"),
        field="spec.suspend", documented="spec.suspend: true",
    ),
    # a fleet
    change(
        "one of many is suspended", "flux-many",
        ("workloads/alpha/alpha-03.yaml", ("spec:\n", "spec:\n  suspend: true\n")),
        finding=(SUSPENDED, "HelmRelease/alpha/alpha-03@main", "workloads/alpha/alpha-03.yaml:suspend"),
        documented="HelmRelease/alpha/*@main", field="spec.suspend",
    ),
    change(
        "one of many is deleted", "flux-many", ("workloads/beta/beta-03.yaml", None),
        finding=(VALUE, "HelmRelease/beta/*@main", "workloads/beta/beta-00.yaml:apiVersion"),
        documented="beta:", field="count",
    ),
    change(
        "one of many is resumed", "flux-many", ("workloads/gamma/gamma-07.yaml", ("  suspend: true\n", "")),
        finding=(VALUE, "HelmRelease/gamma/gamma-07@main", "workloads/gamma/gamma-07.yaml:apiVersion"),
        documented="spec.suspend: true", field="spec.suspend",
    ),
    change(
        "what deploys many takes another folder", "flux-many", ("clusters/main/apps.yaml", ("path: ./workloads", "path: ./other")),
        finding=(VALUE, f"{KUSTOMIZATION}/flux-system/apps@main", "clusters/main/apps.yaml:path"),
        documented="spec.path: ./workloads", field="spec.path",
    ),
    change(
        "what deploys many is deleted", "flux-many", ("clusters/main/apps.yaml", None),
        finding=(MISSING, "clusters/main/", "./"),
    ),
    change(
        "an environment that reconcilers alone say is renamed", "flux-operator", ("clusters/eu", To("clusters/eu-west")),
        finding=(MISSING, "clusters/eu/", "clusters/eu-west/"),
    ),
    change(
        "one of many that was suspended has another name", "flux-many",
        ("workloads/alpha/alpha-07.yaml", ("name: alpha-07,", "name: alpha-seven,")),
        finding=(MISSING, "HelmRelease/alpha/alpha-07@main", "workloads/alpha/"),
    ),
)  # fmt: skip
