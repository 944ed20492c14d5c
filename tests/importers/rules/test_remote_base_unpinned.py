"""Kustomizations that include other repositories, with and without a revision."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.rules.remote_base_unpinned import RULE
from support.manifest_rules import BROKEN, KEPT, UNVERIFIABLE, verdicts
from support.repositories import kustomization

pytest_plugins = ("support.repositories",)


@pytest.mark.parametrize(
    ("resource", "found"),
    [
        ("github.com/org/repo//deploy", [BROKEN]),
        ("https://github.com/org/repo//deploy?timeout=90s", [BROKEN]),
        ("git@github.com:org/repo.git", [BROKEN]),
        ("ssh://git@example.org/org/repo", [BROKEN]),
        ("https://github.com/org/repo//deploy?ref=v1", [KEPT]),
        ("https://github.com/org/repo/deploy?version=v1", [KEPT]),
        ("https://github.com/org/repo//deploy?timeout=90s&ref=v1", [KEPT]),
        ("https://github.com/org/repo//deploy?ref=", [BROKEN]),
        ("https://github.com/org/repo//deploy?ref=${REVISION}", [UNVERIFIABLE]),
        ("https://raw.githubusercontent.com/org/repo/main/x.yaml", []),
        ("../base", []),
    ],
)
def test_a_folder_of_another_repository_has_a_revision(resource, found, tmp_path):
    files = {"a/kustomization.yaml": kustomization(f"'{resource}'"), "base/x.yaml": "a: b\n"}
    assert verdicts(RULE, files, tmp_path) == found


def test_a_component_is_included_too(tmp_path):
    text = kustomization("x.yaml", extra="components: [github.com/org/repo//deploy]\n")
    assert verdicts(RULE, {"a/kustomization.yaml": text, "a/x.yaml": "a: b\n"}, tmp_path) == [BROKEN]


@pytest.mark.parametrize(
    ("resource", "targets"),
    [
        ("github.com/org/repo//deploy", 1),
        ("https://raw.githubusercontent.com/org/repo/main/x.yaml", 0),
        ("../base", 1),
    ],
)
def test_remote_bases_are_edges(read, make, resource, targets):
    found = read({"a/kustomization.yaml": make["kustomization"](resource), "base/x.yaml": "a: b\n"})
    assert len(found.edges("overlay")) == targets


def test_a_base_that_is_gone_is_a_missing_edge(read, make):
    found = read({"a/kustomization.yaml": make["kustomization"]("../gone", "gone.yaml")})
    assert found.edges("overlay") == [("a/", "gone/", "missing")]
