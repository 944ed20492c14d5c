"""A repository is read with what was read before, and nothing is written into it."""

from __future__ import annotations

import json

import pytest

from sphinx_gitops.cli import main
from sphinx_gitops.importers.repository import store

pytest_plugins = ("support.repositories", "support.small_fleet")


def _printed(capsys, fleet, *options):
    assert main(["discover", str(fleet), "--json", *options]) == 0
    return capsys.readouterr().out


def test_the_cache_changes_nothing_but_the_time(fleet, capsys, monkeypatch):
    cold = _printed(capsys, fleet)
    with monkeypatch.context() as patch:
        patch.setattr("sphinx_gitops.importers.reading.assembled", lambda _: pytest.fail("resolved again"))
        assert _printed(capsys, fleet) == cold
    assert _printed(capsys, fleet, "--no-cache") == cold


def test_an_edit_is_seen(fleet, capsys):
    cold = _printed(capsys, fleet)
    (fleet / "apps" / "kustomization.yaml").write_text("resources: [a.yaml]\nnamespace: other\n")
    warm = _printed(capsys, fleet)
    assert warm != cold
    assert warm == _printed(capsys, fleet, "--no-cache")
    (fleet / "apps" / "new.yaml").write_text("a: b\n")
    assert _printed(capsys, fleet) == warm


def test_a_broken_cache_is_ignored(fleet, capsys, tmp_path):
    cold = _printed(capsys, fleet)
    kept = list((tmp_path / "cache").iterdir())
    assert len(kept) == 2
    for path in kept:
        path.write_bytes(b'{"version": "%s", "size": 0, "content": {"x": 1}}' % store.code_version().encode())
    (fleet / "apps" / "a.yaml").write_text((fleet / "apps" / "a.yaml").read_text() + "# more\n")
    assert _printed(capsys, fleet) == cold


def test_facts_of_another_shape_are_read_again(fleet, capsys, tmp_path):
    cold = _printed(capsys, fleet)
    (facts,) = (tmp_path / "cache").glob("*-facts")
    head = json.loads(facts.read_text())
    head["content"] = {name: [1, 2, 3] for name in head["content"]}
    facts.write_text(json.dumps(head) + "\n")
    next((tmp_path / "cache").glob("*-result")).unlink()
    assert _printed(capsys, fleet) == cold


def test_nothing_is_written_into_the_repository(fleet, capsys):
    before = sorted(fleet.rglob("*"))
    _printed(capsys, fleet)
    assert sorted(fleet.rglob("*")) == before
