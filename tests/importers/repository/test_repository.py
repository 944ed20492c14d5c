"""A repository: its files and documents, each read once."""

from __future__ import annotations

import os

import pytest

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
