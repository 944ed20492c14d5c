"""Argo CD: what an Application, an ApplicationSet and an AppProject say."""

from __future__ import annotations

import pytest

pytest_plugins = ("support.repositories",)


def test_an_application_has_its_fields_and_its_folder(read, make):
    automated = "  syncPolicy: {automated: {prune: true}}\n"
    found = read(
        {
            "argocd/shop.yaml": make["application"]("shop", "deploy/shop", extra=automated),
            "deploy/shop/a.yaml": make["release"]("a"),
        }
    )
    one = found.object("Application/argocd/shop")
    assert one["fields"] == {
        "spec.destination.namespace": "shop",
        "spec.destination.server": "https://kubernetes.default.svc",
        "spec.project": "default",
        "spec.source.path": "deploy/shop",
        "spec.source.repoURL": "https://example.org/me/fleet",
        "spec.source.targetRevision": "HEAD",
        "spec.syncPolicy.automated": True,
        "spec.syncPolicy.automated.prune": True,
    }
    assert found.edges("path") == [("Application/argocd/shop", "deploy/shop/")]
    assert found.places("path") == [("argocd/shop.yaml", 9)]
    assert "HelmRelease/shop/a" in found.ids


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("", False),
        ("  syncPolicy: {}\n", False),
        ("  syncPolicy: {automated: {}}\n", True),
        ("  syncPolicy: {automated: {enabled: false, prune: true}}\n", False),
        ("  syncPolicy: {automated: {enabled: true}}\n", True),
    ],
)
def test_automation_is_on_only_where_it_is_said(read, make, policy, expected):
    found = read({"a.yaml": make["application"]("shop", "x", extra=policy)})
    assert found.json["objects"][0]["fields"]["spec.syncPolicy.automated"] is expected


def test_several_sources_have_a_path_each_and_charts_have_none(read, make):
    sources = """  sources:
    - {repoURL: https://charts.example.org, chart: x, targetRevision: 1.10}
    - {repoURL: https://example.org/me/fleet, ref: values}
    - repoURL: https://example.org/me/fleet
      path: deploy
    - {repoURL: https://example.org/you/x, path: y}
"""
    text = make["application"]("shop", "deploy").split("  source:\n")[0] + sources
    text += "  destination: {name: in-cluster}\n"
    found = read({"shop.yaml": text, "deploy/a.yaml": make["release"]("a")})
    assert found.edges("path") == [
        ("Application/argocd/shop", "deploy/"),
        ("Application/argocd/shop", "https://example.org/you/x", "unverifiable"),
    ]
    fields = found.object("Application/argocd/shop")["fields"]
    assert (fields["spec.sources[0].chart"], fields["spec.sources[0].targetRevision"]) == ("x", "1.10")


def test_a_hydrator_takes_its_dry_source(read, make):
    hydrator = """  sourceHydrator:
    drySource: {repoURL: https://example.org/me/fleet, path: deploy, targetRevision: HEAD}
    syncSource: {targetBranch: env/prod, path: deploy}
  destination: {name: in-cluster}
"""
    text = make["application"]("shop", "x").split("  source:\n")[0] + hydrator
    found = read({"shop.yaml": text, "deploy/a.yaml": make["release"]("a")})
    assert found.edges("path") == [("Application/argocd/shop", "deploy/")]


def test_a_project_is_referred_to_unless_it_is_the_default_one(read, make):
    project = "---\napiVersion: argoproj.io/v1alpha1\nkind: AppProject\n"
    project += "metadata: {name: shop, namespace: argocd}\nspec: {sourceRepos: ['*']}\n"
    text = make["application"]("shop", "x").replace("project: default", "project: shop")
    found = read({"a.yaml": text, "p.yaml": project, "b.yaml": make["application"]("other", "x")})
    assert found.edges("project") == [("Application/argocd/shop", "AppProject/argocd/shop")]
    assert found.places("project") == [("a.yaml", 6)]


@pytest.mark.parametrize("kind", ["Application", "ApplicationSet"])
def test_one_without_a_specification_is_a_part_of_one_for_an_overlay(read, kind):
    assert read({"a.yaml": f"apiVersion: argoproj.io/v1alpha1\nkind: {kind}\nmetadata: {{name: a}}\n"}).ids == []
