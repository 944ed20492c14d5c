"""A repository is read with what was read before, and nothing is written into it."""

from __future__ import annotations

import gc
import json
import re

import pytest

from sphinx_gitops.cli import main
from sphinx_gitops.importers.repository import store
from support.application_sets import fleet as application_set

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


def test_a_file_that_a_generator_reads_is_seen_to_change(fleet, make, capsys):
    generator = "- git: {repoURL: https://example.org/me/fleet, files: [{path: 'config/*.json'}]}"
    (fleet / "set.yaml").write_text(application_set(generator, "{{name}}", "apps"))
    (fleet / "config").mkdir()
    (fleet / "config/one.json").write_text('{"name": "one"}')
    assert '"name": "one"' in _printed(capsys, fleet)
    assert '"name": "one"' in _printed(capsys, fleet)
    (fleet / "config/one.json").write_text('{"name": "two"}')
    assert '"name": "two"' in _printed(capsys, fleet)


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collection_of_garbage_is_afterwards_as_it_was(fleet, capsys, is_on):
    try:
        gc.enable() if is_on else gc.disable()
        _printed(capsys, fleet, "--no-cache")
        assert gc.isenabled() is is_on
    finally:
        gc.enable()


def test_what_is_kept_and_has_another_form_is_read_anew(fleet, tmp_path, capsys):
    cold = _printed(capsys, fleet)
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        path.write_bytes(re.sub(rb'"extra":\s*\{\}', b'"extra":[]', path.read_bytes()))
    assert _printed(capsys, fleet) == cold
