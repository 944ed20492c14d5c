"""The files of a command: paths from each folder that bindings count from, and trees that are read as a whole."""

from __future__ import annotations

import pytest

from sphinx_gitops.doc_links import files as module
from sphinx_gitops.doc_links.files import read_file, read_sources, repositories
from support.doc_links_site import application, deployment, written_to


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.doc_links.files.cache_folder", lambda: tmp_path / "cache")
    (tmp_path / ".git").mkdir()
    written_to(tmp_path, {"deploy/apps/web.yaml": deployment(), "deploy/apps/shop.yaml": application()})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_counts_by_itself_and_from_the_top_of_its_checkout(checkout):
    found = read_sources(["deploy"], "x")
    assert [(one.path, one.names) for one in found.files] == [
        ("deploy/apps/shop.yaml", ("apps/shop.yaml", "deploy/apps/shop.yaml")),
        ("deploy/apps/web.yaml", ("apps/web.yaml", "deploy/apps/web.yaml")),
    ]


def test_of_a_file_the_checkout_is_read(checkout):
    found = read_sources(["deploy/apps/web.yaml"], "x")
    assert [one.names for one in found.files] == [("deploy/apps/web.yaml",)]
    assert found.roots == (checkout,)
    assert [one.shown for one in repositories(found)] == [""]


def test_a_glob_that_names_nothing_is_told(checkout):
    assert read_sources(["gone/*.yaml", "deploy"], "x").empty == ("gone/*.yaml",)


def test_a_file_that_cannot_be_read_is_told(checkout, monkeypatch):
    assert "cannot be read" in read_file(checkout / "gone.yaml", "gone.yaml", "x").problems[0].message
    monkeypatch.setattr(module, "MAX_BYTES", 1)
    assert "larger than" in read_file(checkout / "deploy/apps/web.yaml", "web.yaml", "x").problems[0].message


def test_the_owners_of_a_file_are_those_of_its_checkout(checkout):
    (checkout / "CODEOWNERS").write_text("* @all\n/deploy/apps/web.yaml @web\n", encoding="utf-8")
    files = {one.path: one.owned for one in read_sources(["deploy"], "x").files}
    assert {path: owned.owners for path, owned in files.items() if owned} == {
        "deploy/apps/shop.yaml": ("@all",),
        "deploy/apps/web.yaml": ("@web",),
    }
    (checkout / ".github").mkdir()
    (checkout / ".github/CODEOWNERS").write_text("/deploy/apps/web.yaml @first\n", encoding="utf-8")
    owned = [one.owned for one in read_sources(["deploy"], "x").files]
    assert owned[0] is None
    assert owned[1] is not None
    assert (owned[1].owners, owned[1].span.source) == (("@first",), ".github/CODEOWNERS")


def test_owners_that_cannot_be_read_are_told(checkout, monkeypatch):
    (checkout / "CODEOWNERS").write_text("* @all\n", encoding="utf-8")

    def fails(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(checkout), "read_text", fails)
    (problem,) = read_sources(["deploy"], "x").problems
    assert "cannot be read, permission denied: who owns what is unknown" in problem.message


def test_files_of_several_trees_count_each_from_its_own(checkout, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    written_to(other, {"web.yaml": deployment(), "CODEOWNERS": "* @other\n"})
    found = {one.path: one for one in read_sources(["deploy/apps/web.yaml", str(other)], "x").files}
    assert found["deploy/apps/web.yaml"].names == ("deploy/apps/web.yaml",)
    assert found["deploy/apps/web.yaml"].owned is None
    (outside,) = (one for path, one in found.items() if path != "deploy/apps/web.yaml")
    assert outside.names == ("web.yaml",)
    assert outside.owned is not None
