"""Which files of a repository are read, which only exist, and what is left out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from sphinx_gitops.cli import main
from sphinx_gitops.importers.repository.listing import list_files

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


def test_what_is_gone_or_closed_before_it_is_read_is_left_out(tmp_path, monkeypatch):
    for name in ("closed", "open"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text("a: b\n")
    scan = os.scandir

    def scandir(path):
        if str(path).endswith("/closed/"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = list_files(tmp_path)
    assert (found.files, found.folders) == ({"open/a.yaml"}, {"", "open/"})
    assert found.problems == (("closed/", "a folder that cannot be read, permission denied: left out"),)


@pytest.mark.skipif(sys.platform != "linux", reason="how long a path may be")
def test_a_file_at_a_path_that_is_too_long_is_left_out(tmp_path):
    """The folder can still be listed, but what is in it cannot be asked for."""
    here, name = os.open(tmp_path, os.O_RDONLY), "a" * 250
    length = len(str(tmp_path.resolve())) + 1
    while length + len(name) <= 4_080:
        os.mkdir(name, dir_fd=here)
        below = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here, length = below, length + len(name) + 1
        name = name[: max(1, min(250, 4_080 - length))]
    os.close(os.open("a" * 99 + ".yaml", os.O_CREAT, dir_fd=here))
    os.close(here)
    assert list_files(tmp_path).files == set()
