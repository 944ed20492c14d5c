"""The command line, as a shell sees it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from support.command import DELIVERY, run
from support.project import ROOT


def test_emit_prints_mermaid_with_its_pins():
    done = run("emit", DELIVERY)
    assert done.returncode == 0
    assert done.stdout.startswith(b"---\nconfig:\n")
    assert b'subgraph Source["Source Control"]' in done.stdout


def test_outline_prints_words():
    done = run("outline", DELIVERY)
    assert b"- Security Scanner (security scan, security check, owner: platform-security)" in done.stdout.replace(
        b"  ", b""
    )


def test_check_prints_problems_and_fails():
    done = run("check", "-", text="stages:\n  ci:\n    titel: x\n")
    assert done.returncode == 1
    line = b"<stdin>:3:5: error: stages.ci: unknown key 'titel'; did you mean 'title'? [gitops.unknown-key]"
    assert done.stdout.splitlines() == [line]


def test_check_of_a_good_file_is_silent():
    done = run("check", DELIVERY)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_missing_file_is_a_problem_on_standard_error():
    done = run("emit", "none.yaml")
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"none.yaml:1:1: error: the workflow file cannot be read" in done.stderr


def test_render_writes_an_svg(tmp_path):
    done = run("render", DELIVERY, "-o", str(tmp_path / "out.svg"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.svg").read_bytes().startswith(b"<svg ")


def test_schema_of_the_export_is_json():
    assert "schema_version" in json.loads(run("schema", "export").stdout)["required"]


def test_schema_is_json():
    assert json.loads(run("schema").stdout)["required"] == ["stages"]


@pytest.mark.parametrize("arguments", [(), ("draw",), ("emit",)])
def test_wrong_usage_is_two(arguments):
    assert run(*arguments).returncode == 2


def test_sphinx_is_not_needed():
    code = "import sys; sys.modules['sphinx'] = sys.modules['docutils'] = None; from sphinx_gitops.cli import main; main(['schema'])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT).returncode == 0
