"""The command ``discover``: its output, its exit status and its cache."""

import json
import os
import random
import subprocess
import sys

import pytest

from sphinx_gitops.cli import main
from sphinx_gitops.importers.repository import store

pytest_plugins = ("support.repositories",)


@pytest.fixture
def fleet(tmp_path, make, monkeypatch):
    """A small repository, and a cache of its own."""
    monkeypatch.setattr("sphinx_gitops.cli.discover.cache_folder", lambda: tmp_path / "cache")
    root = tmp_path / "fleet"
    for path, text in {
        "clusters/prod/apps.yaml": make["ks"]("apps", "./apps", extra="  dependsOn: [{name: infra}]\n"),
        "clusters/prod/infra.yaml": make["ks"]("infra", "./infra"),
        "apps/kustomization.yaml": make["kustomization"]("a.yaml", extra="namespace: shop\n"),
        "apps/a.yaml": make["release"]("a"),
        "infra/b.yaml": make["release"]("b", namespace="infra"),
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


KEYS = {
    "objects": "id family group kind namespace namespaces name environments file line fields generates unverifiable",
    "folders": "path file line environments namespace",
    "edges": "kind state from to file line",
    "problems": "code severity message file line",
}


def test_every_key_is_there(fleet, capsys):
    assert main(["discover", str(fleet), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    names = "schema_version found environments objects folders edges unverifiable problems"
    assert list(document) == names.split()
    for key, expected in KEYS.items():
        assert all(list(one) == expected.split() for one in document[key])
    assert len(document["objects"]) == 4
    assert [one["path"] for one in document["folders"]] == ["apps/"]


def test_the_table_has_a_block_a_family_and_the_counts(fleet, capsys):
    assert main(["discover", str(fleet)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "Flux",
        "  KIND           NAMESPACE    NAME   ENVIRONMENT  FILE:LINE",
        "  HelmRelease    shop         a      prod         apps/a.yaml:2",
    ]
    assert lines[-1] == "4 objects, 9 edges, 1 environments, 0 unverifiable"


def test_a_repository_without_a_reconciler_says_so(tmp_path, capsys):
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "ci.yml").write_text("on: push\njobs: {a: {}, b: {}}\n")
    assert main(["discover", str(tmp_path), "--no-cache"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("nothing found: no Argo CD, Flux")
    assert first.endswith("(2 CI jobs)")


def test_an_empty_folder_is_fine(tmp_path, capsys):
    assert main(["discover", str(tmp_path), "--json", "--no-cache"]) == 0
    assert json.loads(capsys.readouterr().out)["found"] is False


@pytest.mark.parametrize("arguments", [["gone"], []])
def test_wrong_usage_is_status_two(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    try:
        status = main(["discover", *arguments])
    except SystemExit as stop:
        status = stop.code
    assert status == 2


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


def test_the_same_tree_gives_the_same_bytes(fleet, tmp_path):
    outputs = set()
    for seed in ("0", "1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(tmp_path / seed)}
        folder = tmp_path / f"at{seed}"
        folder.mkdir()
        command = [sys.executable, "-c", "import sys; from sphinx_gitops.cli import main; main(sys.argv[1:])"]
        run = subprocess.run(
            [*command, "discover", os.path.relpath(fleet, folder), "--json"],
            cwd=folder,
            env=environment,
            capture_output=True,
            check=True,
        )
        outputs.add(run.stdout)
    assert len(outputs) == 1
    assert str(fleet).encode() not in outputs.pop()


def test_no_bytes_end_in_a_traceback(fleet, capsys):
    chance = random.Random(7)  # noqa: S311 - not for secrets
    files = [path for path in sorted(fleet.rglob("*")) if path.is_file()]
    for _ in range(60):
        path = chance.choice(files)
        content = bytearray(path.read_bytes() or b"x")
        for _ in range(3):
            content[chance.randrange(len(content))] = chance.choice(b"{}[]:-&*!|>'\"#%@\t\n\x00\xff ")
        path.write_bytes(bytes(content))
        document = json.loads(_printed(capsys, fleet, "--no-cache"))
        assert document["schema_version"] == 1
