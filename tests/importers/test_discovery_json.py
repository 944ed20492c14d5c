"""What a repository declares, as JSON: every key, and the same bytes for the same tree."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from sphinx_gitops.cli import main

pytest_plugins = ("support.repositories", "support.small_fleet")


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
