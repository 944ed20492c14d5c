"""Which files of a repository are read, which only exist, and what is left out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from sphinx_gitops.cli import main

pytest_plugins = ("support.repositories",)


STORE = (
    "apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: {name: %s, namespace: n}\nspec: {provider: {}}\n"
)


@pytest.mark.parametrize(
    "path",
    [
        "vendor/a.yaml",
        "tests/a.yaml",
        "x/testdata/a.yaml",
        ".archive/a.yaml",
        "node_modules/a.yaml",
        "a.yaml.j2",
        "a.tpl",
        "{{cookiecutter.name}}/a.yaml",
    ],
)
def test_files_that_are_left_out(read, path):
    assert read({path: STORE % "one", "b.txt": ""}).ids == []


def test_a_skipped_folder_counts_where_something_outside_names_it(read, make):
    files = {"tests/a.yaml": STORE % "one", "tests/b.yaml": STORE % "two"}
    assert read({**files, "kustomization.yaml": make["kustomization"]("tests/a.yaml")}).ids == ["SecretStore/n/one"]


def test_globs_make_the_list_longer_and_shorter(read):
    files = {"tests/a.yaml": STORE % "one", "apps/b.yaml": STORE % "two", "apps/c/d.yaml": STORE % "three"}
    assert read(files, include=("tests/**",)).ids == ["SecretStore/n/two", "SecretStore/n/three", "SecretStore/n/one"]
    assert read(files, exclude=("apps/c",)).ids == ["SecretStore/n/two"]
    assert read(files, exclude=("d.yaml", "b.*")).ids == []


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")
def test_links_that_leave_or_loop_are_said_and_others_are_followed(read, make, tmp_path):
    root = tmp_path / "fleet"
    root.mkdir()
    (tmp_path / "outside").mkdir()
    (root / "out").symlink_to(tmp_path / "outside")
    (root / "loop").symlink_to("loop")
    (root / "alias").symlink_to("real")
    found = read(
        {
            "real/kustomization.yaml": make["kustomization"]("a.yaml"),
            "real/a.yaml": STORE % "one",
            "clusters/prod/apps.yaml": make["ks"]("apps", "./alias"),
        }
    )
    assert found.codes == ["file-skipped", "file-skipped"]
    assert found.ids.count("SecretStore/n/one@prod") == 1
    assert found.edges("path")[0][1] == "real/"


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names there are Unicode")
def test_a_name_that_is_no_unicode_is_no_crash(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.cli.discover.cache_folder", lambda: tmp_path / "cache")
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/fleet\xff"))
    folder.mkdir()
    (folder / os.fsdecode(b"a\xfe.yaml")).write_text(STORE % "one")
    assert main(["discover", str(folder), "--json"]) == 0
    assert '"SecretStore/n/one"' in capsys.readouterr().out
    assert main(["discover", str(folder)]) == 0
