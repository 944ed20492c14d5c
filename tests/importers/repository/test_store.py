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
