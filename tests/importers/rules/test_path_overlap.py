"""Reconcilers of one folder: the same twice, or two that differ in what they make and where."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.rules.path_overlap import RULE
from support.manifest_rules import BROKEN, KEPT, UNVERIFIABLE, verdicts
from support.manifests import git_repository
from support.repositories import application, ks

pytest_plugins = ("support.repositories",)

FOLDER = {"apps/shop/a.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n"}


@pytest.mark.parametrize(
    ("extra", "found"),
    [
        ("  interval: 10m\n", [KEPT, BROKEN]),
        ("  targetNamespace: other\n", [KEPT, KEPT]),
        ("  namePrefix: other-\n", [KEPT, KEPT]),
        ("  targetNamespace: ${TENANT}\n", [KEPT, UNVERIFIABLE]),
        ("  postBuild: {substitute: {A: b}}\n", [KEPT, KEPT]),
    ],
)
def test_two_kustomizations_own_one_folder_unless_what_they_make_differs(extra, found, tmp_path):
    files = {"clusters/x/a.yaml": ks("a", "./apps/shop"), "clusters/x/b.yaml": ks("b", "./apps/shop", extra=extra)}
    assert verdicts(RULE, files | FOLDER, tmp_path) == found


def test_two_clusters_may_have_the_same(tmp_path):
    files = {"clusters/x/a.yaml": ks("a", "./apps/shop"), "clusters/y/a.yaml": ks("a", "./apps/shop")}
    assert verdicts(RULE, files | FOLDER, tmp_path) == [KEPT, KEPT]


def test_a_template_of_a_path_is_not_judged(tmp_path):
    files = {
        "clusters/x/a.yaml": ks("a", "./apps/shop"),
        "clusters/x/b.yaml": ks("b", "./apps/${NAME}"),
    }
    assert verdicts(RULE, files | FOLDER, tmp_path) == [KEPT, UNVERIFIABLE]


def test_two_applications_own_one_folder_unless_they_deploy_to_two_places(tmp_path):
    same = {"apps/a.yaml": application("a", "apps/shop"), "apps/b.yaml": application("b", "apps/shop")}
    assert verdicts(RULE, same | FOLDER, tmp_path / "fleet") == [KEPT, BROKEN]
    other = same | {"apps/b.yaml": application("b", "apps/shop", destination="other")}
    assert verdicts(RULE, other | FOLDER, tmp_path / "other") == [KEPT, KEPT]


def test_one_path_of_two_branches_or_of_two_demonstrations_is_no_overlap(read, make):
    files = {"apps/x.yaml": make["release"]("x", namespace="shop")}
    own = git_repository("flux-system", "https://example.org/me/fleet") + git_repository(
        "next", "https://example.org/me/fleet", "branch: next"
    )
    files["clusters/home/a.yaml"] = own + make["ks"]("a", "./apps") + make["ks"]("b", "./apps", source="next")
    assert read(files).codes == []
    demos = {f"demo/{one}/a.yaml": make["application"](one, "apps") for one in ("one", "two")}
    assert read(demos).codes == []
