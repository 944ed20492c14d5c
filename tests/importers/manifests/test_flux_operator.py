"""Flux Operator: what an instance or a ResourceSet makes is not in Git, and no fault."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)


KS = "Kustomization.kustomize.toolkit.fluxcd.io/"


GIT = "GitRepository.source.toolkit.fluxcd.io/"


def test_what_a_flux_instance_makes_is_implicit(read, make):
    found = read(
        {
            "clusters/home/instance.yaml": """
                apiVersion: fluxcd.controlplane.io/v1
                kind: FluxInstance
                metadata: {name: flux, namespace: flux-system}
                spec:
                  sync:
                    kind: GitRepository
                    name: home-ops
                    url: https://example.org/me/fleet.git
                    ref: refs/heads/main
                    path: clusters/home
            """,
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps", source="home-ops"),
            "apps/a.yaml": make["release"]("a", namespace="shop"),
        }
    )
    assert (f"{KS}flux-system/apps@home", f"{GIT}flux-system/home-ops", "implicit") in found.edges("sourceRef")
    assert ("FluxInstance/flux-system/flux@home", "clusters/home/") in found.edges("path")
    assert ("FluxInstance/flux-system/flux@home", f"{KS}flux-system/apps@home") in found.edges("contains")


def test_what_the_chart_of_a_flux_instance_makes_is_implicit_too(read, make):
    values = "  values:\n    instance: {sync: {kind: GitRepository, name: home-ops, url: https://example.org/me/x}}\n    big: y\n"
    found = read(
        {
            "flux/instance.yaml": make["release"]("flux-instance", extra=values, namespace="flux-system"),
            "flux/apps.yaml": make["ks"]("apps", "./apps", source="home-ops"),
            "apps/a.yaml": make["release"]("a", namespace="shop"),
        }
    )
    assert found.edges("sourceRef") == [(f"{KS}flux-system/apps", f"{GIT}flux-system/home-ops", "implicit")]
    assert found.edges("path") == [(f"{KS}flux-system/apps", "apps/")]


def test_what_a_resource_set_makes_is_never_missing(read, make):
    found = read(
        {
            "clusters/home/set.yaml": """
                apiVersion: fluxcd.controlplane.io/v1
                kind: ResourceSet
                metadata: {name: tenants, namespace: flux-system}
                spec:
                  inputs: [{tenant: one}]
                  resources:
                    - apiVersion: kustomize.toolkit.fluxcd.io/v1
                      kind: Kustomization
                      metadata: {name: << inputs.tenant >>, namespace: flux-system}
                      spec: {path: ./x}
            """,
            "clusters/home/a.yaml": make["ks"]("a", "./apps", extra="  dependsOn:\n    - name: one\n"),
            "apps/x.yaml": make["release"]("x"),
        }
    )
    assert found.edges("dependsOn")[0][2] == "unverifiable"
    assert found.codes == []
    assert len(found.ids) == 3
