"""Paths of reconcilers: the folder of the tree that they mean, or that there is none."""

from __future__ import annotations

from support.manifests import git_repository

pytest_plugins = ("support.repositories",)


KS = "Kustomization.kustomize.toolkit.fluxcd.io/"


def test_a_path_of_the_own_repository_that_is_gone_is_missing(read, make):
    found = read(
        {
            "clusters/home/own.yaml": git_repository("flux-system", "https://example.org/me/fleet"),
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps/gone"),
            "apps/here/a.yaml": make["release"]("a"),
        }
    )
    assert found.edges("path") == [(f"{KS}flux-system/apps@home", "apps/gone/", "missing")]
