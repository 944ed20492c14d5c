"""``sphinx-gitops discover``: its exit status, and no traceback."""

from __future__ import annotations

import json
import random

import pytest

from sphinx_gitops.cli import main

pytest_plugins = ("support.repositories", "support.small_fleet")


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
