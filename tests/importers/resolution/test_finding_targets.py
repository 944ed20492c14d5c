"""References: the object that is meant, or why none is known."""

from __future__ import annotations

import pytest

pytest_plugins = ("support.repositories",)


KS = "Kustomization.kustomize.toolkit.fluxcd.io/"


GIT = "GitRepository.source.toolkit.fluxcd.io/"


def test_a_bootstrapped_source_is_implicit(read, make):
    found = read({"clusters/home/apps.yaml": make["ks"]("apps", "./apps"), "apps/a.yaml": make["release"]("a")})
    assert found.edges("sourceRef") == [(f"{KS}flux-system/apps@home", f"{GIT}flux-system/flux-system", "implicit")]
    assert found.codes == []


def test_a_dependency_is_resolved_after_the_namespace_has_come_from_outside(read, make):
    wait = "  dependsOn:\n    - name: b\n"
    found = read(
        {
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps"),
            "apps/kustomization.yaml": make["kustomization"]("a.yaml", "b.yaml", extra="namespace: shop\n"),
            "apps/a.yaml": make["release"]("a", extra=wait),
            "apps/b.yaml": make["release"]("b"),
        }
    )
    assert found.edges("dependsOn") == [("HelmRelease/shop/a@home", "HelmRelease/shop/b@home")]
    assert found.places("dependsOn") == [("apps/a.yaml", 8)]


def test_a_dependency_of_another_kind_or_namespace_is_found_as_it_is_written(read, make):
    found = read(
        {
            "clusters/home/a.yaml": make["ks"](
                "a", "./apps/a", namespace="one", extra="  dependsOn: [{name: b, namespace: two}]\n"
            ),
            "clusters/home/b.yaml": make["ks"]("b", "./apps/b", namespace="two"),
            "apps/a/x.yaml": make["release"]("x"),
            "apps/b/y.yaml": make["release"]("y"),
        }
    )
    assert found.edges("dependsOn") == [(f"{KS}one/a@home", f"{KS}two/b@home")]


def test_what_is_waited_for_and_never_listed_is_unverifiable(read):
    found = read(
        {
            "set.yaml": """
                apiVersion: fluxcd.controlplane.io/v1
                kind: ResourceSet
                metadata: {name: a, namespace: n}
                spec:
                  dependsOn:
                    - {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, name: x.example.org}
                    - {apiVersion: fluxcd.controlplane.io/v1, kind: ResourceSet, name: gone}
                  resources: []
            """
        }
    )
    assert [edge[1:] for edge in found.edges("dependsOn")] == [
        ("CustomResourceDefinition/x.example.org", "unverifiable"),
        ("ResourceSet/n/gone", "missing"),
    ]
    assert found.codes == ["dependency-dangling"]


def test_what_each_cluster_has_of_its_own_is_never_that_of_another_cluster(read, make):
    own = (
        "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\n"
        "metadata: {name: flux-system, namespace: flux-system}\nspec: {url: ssh://git@example.org/me/fleet}\n"
    )
    found = read(
        {
            "clusters/staging/flux-system/gotk-sync.yaml": own,
            "clusters/staging/apps.yaml": make["ks"]("apps", "./apps"),
            "clusters/production/apps.yaml": make["ks"]("apps", "./apps"),
            "apps/a.yaml": make["release"]("a"),
        }
    )
    assert found.edges("sourceRef") == [
        (f"{KS}flux-system/apps@production", f"{GIT}flux-system/flux-system", "implicit"),
        (f"{KS}flux-system/apps@staging", f"{GIT}flux-system/flux-system@staging"),
    ]


def test_what_a_hub_brings_to_the_folder_of_a_cluster_has_the_source_of_the_hub(read, make):
    own = (
        "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\n"
        "metadata: {name: flux-system, namespace: flux-system}\nspec: {url: ssh://git@example.org/me/fleet}\n"
    )
    found = read(
        {
            "clusters/hub/flux-system/gotk-sync.yaml": own,
            "clusters/hub/spoke.yaml": make["ks"]("spoke", "./clusters/spoke"),
            "clusters/spoke/apps.yaml": make["ks"]("apps", "./apps"),
            "apps/a.yaml": make["release"]("a"),
        }
    )
    assert (f"{KS}flux-system/apps@spoke", f"{GIT}flux-system/flux-system@hub") in found.edges("sourceRef")


REPOSITORY = "---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nmetadata: {name: charts, namespace: n}\nspec: {url: https://example.org/charts}\n"
CHART = "---\napiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: shop, namespace: n}\nspec:\n  chart: {spec: {chart: shop, sourceRef: {kind: HelmRepository, name: charts}}}\n"


def test_of_two_objects_of_one_name_the_nearer_is_meant_and_of_two_as_near_none(read):
    found = read({"a/x.yaml": CHART, "a/y.yaml": REPOSITORY, "b/y.yaml": REPOSITORY})
    assert found.edges("sourceRef") == [("HelmRelease/n/shop", "HelmRepository/n/charts@a/")]
    found = read({"a/x.yaml": CHART, "b/y.yaml": REPOSITORY, "c/y.yaml": REPOSITORY}, name="apart")
    assert found.edges("sourceRef") == [("HelmRelease/n/shop", "HelmRepository/n/charts", "unverifiable")]


SET = """
apiVersion: fluxcd.controlplane.io/v1
kind: ResourceSet
metadata: {name: charts, namespace: n}
spec:
  inputs: [{name: charts}]
"""


@pytest.mark.parametrize(
    ("made", "state"),
    [
        ("", "missing"),
        ("  resourcesTemplate: |\n    apiVersion: source.toolkit.fluxcd.io/v1\n    kind: HelmRepository\n    metadata: {name: << inputs.name >>}\n", "unverifiable"),
        ("  resources:\n    - apiVersion: source.toolkit.fluxcd.io/v1\n      kind: HelmRepository\n      metadata: {name: << inputs.name >>}\n", "unverifiable"),
    ],
    ids=["nothing", "a template", "resources"],
)  # fmt: skip
def test_what_a_resource_set_may_make_is_not_missing(read, made, state):
    other = REPOSITORY.replace("charts", "others")
    found = read({"a.yaml": CHART, "other.yaml": other, "set.yaml": SET + made})
    assert found.edges("sourceRef") == [("HelmRelease/n/shop", "HelmRepository/n/charts", state)]
