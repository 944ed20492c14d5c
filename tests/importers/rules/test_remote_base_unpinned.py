"""Remote bases without a revision."""

from __future__ import annotations

import pytest

pytest_plugins = ("support.repositories",)


@pytest.mark.parametrize(
    ("resource", "codes", "targets"),
    [
        ("github.com/org/repo//deploy", ["remote-base-unpinned"], 1),
        ("https://github.com/org/repo//deploy?ref=v1", [], 1),
        ("https://github.com/org/repo/deploy?version=v1", [], 1),
        ("git@github.com:org/repo.git", ["remote-base-unpinned"], 1),
        ("https://raw.githubusercontent.com/org/repo/main/x.yaml", [], 0),
        ("../base", [], 1),
    ],
)
def test_remote_bases(read, make, resource, codes, targets):
    found = read({"a/kustomization.yaml": make["kustomization"](resource), "base/x.yaml": "a: b\n"})
    assert found.codes == codes
    assert len(found.edges("overlay")) == targets


def test_a_base_that_is_gone_is_a_missing_edge(read, make):
    found = read({"a/kustomization.yaml": make["kustomization"]("../gone", "gone.yaml")})
    assert found.edges("overlay") == [("a/", "gone/", "missing")]
