"""Paths of reconcilers: the folder of the tree that they mean, or that there is none."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.resolution.paths import normalized_path
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


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("./apps/", "apps"),
        ("/apps", "apps"),
        ("", ""),
        (".", ""),
        ("/", ""),
        ("a/../b", "b"),
        ("..a", "..a"),
        ("../x", None),
        ("a/../../x", None),
    ],
)
def test_a_path_is_written_without_dots_and_leaves_the_tree_or_does_not(path, found):
    assert normalized_path(path) == found


def test_a_path_that_leaves_the_tree_is_unverifiable(read, make):
    found = read({"a.yaml": make["ks"]("apps", "../apps"), "apps/b.yaml": make["release"]("b")})
    (edge,) = found.edges("path")
    assert edge[2] == "unverifiable"


def test_a_path_of_another_branch_is_not_looked_for_beside_the_file(read, make):
    found = read(
        {
            "clusters/home/own.yaml": git_repository("flux-system", "https://example.org/me/fleet"),
            "tenants/base/team.yaml": git_repository("team", "https://example.org/me/fleet", "branch: team")
            + make["ks"]("team", "./staging", source="team"),
            "tenants/staging/kustomization.yaml": make["kustomization"]("../base/team.yaml"),
            "apps/here/a.yaml": make["release"]("a"),
        }
    )
    assert [edge[1:] for edge in found.edges("path")] == [("staging/", "unverifiable")]
    assert found.edges("contains") == []


def test_a_path_of_an_artifact_may_begin_with_the_folder_that_the_tree_is_called(read, make):
    found = read(
        {
            "clusters/home/apps.yaml": make["ks"]("apps", "./config/fleet/apps", kind="OCIRepository"),
            "apps/a.yaml": make["release"]("a"),
        }
    )
    assert found.edges("path") == [(f"{KS}flux-system/apps@home", "apps/")]
