"""What was read before: kept by content, and nothing where it is broken."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.repository import facts, store

pytest_plugins = ("support.repositories",)


STORE = (
    "apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: {name: %s, namespace: n}\nspec: {provider: {}}\n"
)


def test_facts_survive_the_cache(tmp_path):
    from sphinx_gitops.importers.repository import encoding

    content = (STORE % "one" + "x: [1, 'true', true]\n").encode()
    before = facts.facts_of(content, "a.yaml")
    assert before.documents
    assert encoding.decode(encoding.encode(before), "a.yaml") == before


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b'{"version": 1}', b"\xff", b'{"version": "x", "content": 3}\n']
)
def test_a_broken_cache_holds_nothing(tmp_path, content):
    kept = store.Store(folder=tmp_path)
    (tmp_path / "x").write_bytes(content)
    assert kept.get("x") == ({}, "")
    kept.put("x", {"a": 1}, "text")
    assert kept.get("x") == ({"a": 1}, "text")


def test_a_cache_that_cannot_be_written_is_no_cache(tmp_path):
    (tmp_path / "file").write_text("")
    kept = store.Store(folder=tmp_path / "file" / "below")
    kept.put("x", {"a": 1})
    assert kept.get("x") == ({}, "")


@pytest.mark.parametrize(
    ("system", "variables", "expected"),
    [
        ("linux", {}, "home/.cache"),
        ("linux", {"XDG_CACHE_HOME": "own"}, "own"),
        ("darwin", {"XDG_CACHE_HOME": "own"}, "home/Library/Caches"),
        ("win32", {}, "home/AppData/Local"),
        ("win32", {"LOCALAPPDATA": "local"}, "local"),
    ],
)
def test_the_cache_is_where_the_system_has_caches(tmp_path, monkeypatch, system, variables, expected):
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name, folder in variables.items():
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.setattr(store.sys, "platform", system)
    assert store.cache_folder() == tmp_path / expected / "sphinx-gitops" / "discover"


def test_what_cannot_be_kept_is_not_kept_and_leaves_nothing_behind(tmp_path):
    kept = store.Store(folder=tmp_path)
    (tmp_path / "x").mkdir()
    kept.put("x", {"a": 1})
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
