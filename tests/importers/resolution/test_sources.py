"""The folders that a reconciler takes, through its sources and artifacts."""

from __future__ import annotations

from support.manifests import git_repository

pytest_plugins = ("support.repositories",)


def test_the_rendered_top_of_another_branch_is_unverifiable(read, make):
    text = make["application"]("shop", "./").replace("HEAD", "env/prod")
    found = read({"shop.yaml": text + make["application"]("own", "deploy"), "deploy/a.yaml": "a: b\n"})
    assert ("Application/argocd/shop", "./", "unverifiable") in found.edges("path")


KS = "Kustomization.kustomize.toolkit.fluxcd.io/"


def test_another_repository_is_unverifiable_and_named_by_its_url(read, make):
    found = read(
        {
            "clusters/home/own.yaml": git_repository("flux-system", "https://example.org/me/fleet"),
            "clusters/home/src.yaml": git_repository("other", "https://example.org/you/things"),
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps", source="other"),
            "apps/a.yaml": make["release"]("a"),
        }
    )
    edge = (f"{KS}flux-system/apps@home", "https://example.org/you/things", "unverifiable")
    assert found.edges("path") == [edge]


def test_the_top_of_another_branch_is_unverifiable(read, make):
    found = read(
        {
            "clusters/home/own.yaml": git_repository("rendered", "https://example.org/me/fleet", "branch: env/prod"),
            "clusters/home/apps.yaml": make["ks"]("apps", "./", source="rendered"),
        }
    )
    assert found.edges("path") == [(f"{KS}flux-system/apps@home", "./", "unverifiable")]


def test_a_source_without_a_repository_is_said_by_its_path(read, make):
    text = make["application"]("shop", "deploy/shop").replace("    repoURL: https://example.org/me/fleet\n", "")
    found = read({"a.yaml": text, "deploy/shop/x.yaml": "a: b\n"})
    assert found.edges("path") == [("Application/argocd/shop", "deploy/shop", "unverifiable")]
