"""A repository: its files and documents, each read once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sphinx_gitops.importers.reading import discover_text
from sphinx_gitops.importers.repository.store import Store
from support.repositories import write

pytest_plugins = ("support.repositories",)


STORE = (
    "apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: {name: %s, namespace: n}\nspec: {provider: {}}\n"
)


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights there")
def test_a_linked_kustomization_counts_from_the_folder_of_the_link(read, make, tmp_path):
    (tmp_path / "fleet" / "b").mkdir(parents=True)
    (tmp_path / "fleet" / "b" / "kustomization.yaml").symlink_to("../a/kustomization.yaml")
    (tmp_path / "fleet" / "b" / "up").symlink_to("..")
    found = read(
        {
            "a/kustomization.yaml": make["kustomization"]("x.yaml"),
            "a/x.yaml": STORE % "one",
            "b/x.yaml": STORE % "two",
            "clusters/prod/b.yaml": make["ks"]("b", "./b"),
        }
    )
    assert found.ids == ["SecretStore/n/one", "SecretStore/n/two@prod", found.ids[2]]
    assert found.codes == ["file-skipped"]


def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_count(read, monkeypatch):
    whole = Path.read_bytes

    def read_bytes(path):
        if path.name == "closed.yaml":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    found = read({"closed.yaml": STORE % "two", "open.yaml": STORE % "one"})
    assert found.ids == ["SecretStore/n/one"]
    messages = [(one["file"], one["message"]) for one in found.json["problems"]]
    assert messages == [("closed.yaml", "a file that cannot be read, permission denied: left out")]


def test_what_is_too_much_to_hold_is_read_twice_and_means_the_same(tmp_path, monkeypatch):
    write(tmp_path / "fleet", {"a.yaml": STORE % "one", "b.yaml": STORE % "two"})
    before = discover_text(tmp_path / "fleet", store=Store(folder=tmp_path / "cache"))
    monkeypatch.setattr("sphinx_gitops.importers.repository.repository._MAX_HELD", 10)
    assert discover_text(tmp_path / "fleet", store=Store(folder=tmp_path / "other")) == before
