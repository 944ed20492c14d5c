"""Globs: within a part, and across parts."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.repository.globs import covers, matches

pytest_plugins = ("support.repositories",)


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("apps/*", "apps/one", True),
        ("apps/*", "apps/one/two", False),
        ("**/x.json", "a/b/x.json", True),
        ("**/x.json", "x.json", True),
        ("a/**/x", "a/x", True),
        ("[!a]?", "bc", True),
        ("[!a]?", "ac", False),
        ("{a,b}.yaml", "b.yaml", True),
        ("{skip/**,*.json}", "skip/a/b.yaml", True),
        ("{skip/**,*.json}", "x.json", True),
        ("{skip/**,*.json}", "a/x.json", False),
        ("{a,b*}/?", "bcd/e", True),
        ("{[", "{[", True),
        ("[", "[", True),
        ("a.c", "abc", False),
        ("*" * 40, "x", False),
    ],
)
def test_globs(glob, path, expected):
    assert matches(path, glob) is expected


def test_an_options_glob_covers_what_is_below():
    assert covers("apps/old/x.yaml", "./apps/old/")
    assert covers("apps/old/x.yaml", "old")
    assert not covers("apps/older/x.yaml", "apps/old")
