"""Globs name files, from one folder, in one order."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.files import find_files, read_file, read_sources, shown
from sphinx_gitops.importers.repository.repository import MAX_BYTES

RULE = "groups: [{name: g, rules: [{alert: A}]}]\n"


@pytest.fixture
def root(tmp_path):
    for name in ("docs/conf.py", "rules/a.yaml", "rules/sub/b.yml", "rules/sub/c.txt", "rules/.git/d.yaml", "one.yaml"):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(RULE, encoding="utf-8")
    return tmp_path / "docs"


@pytest.mark.parametrize(
    ("glob", "names"),
    [
        ("../rules/**/*.yaml", ["../rules/a.yaml"]),
        ("../rules/*.yaml", ["../rules/a.yaml"]),
        ("../rules/**/*.{yaml,yml}", ["../rules/a.yaml", "../rules/sub/b.yml"]),
        ("../rules", ["../rules/a.yaml", "../rules/sub/b.yml"]),
        ("../rules/", ["../rules/a.yaml", "../rules/sub/b.yml"]),
        ("../*.yaml", ["../one.yaml"]),
        ("../one.yaml", ["../one.yaml"]),
        ("../**/[ab].y*ml", ["../rules/a.yaml", "../rules/sub/b.yml"]),
        ("../gone/*.yaml", []),
        ("../gone.yaml", []),
    ],
)
def test_a_glob_names_files(root, glob, names):
    found, empty = find_files([glob], root)
    assert list(found) == names
    assert empty == (() if names else (glob,))


def test_a_file_of_two_globs_is_read_once_and_an_absolute_glob_counts(root):
    sources = read_sources(["../rules/a.yaml", f"{root.parent.as_posix()}/rules/*.yaml"], root)
    assert [file.path for file in sources.files] == ["../rules/a.yaml"]
    assert sources.files[0].alerts[0].span.source == "../rules/a.yaml"


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path):
    gone = read_file(tmp_path / "gone.yaml", "gone.yaml")
    assert [problem.code.value for problem in gone.problems] == ["file-not-found"]
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "larger than 10 MB" in read_file(large, "large.yaml").problems[0].message
    assert shown(large, tmp_path) == "large.yaml"
