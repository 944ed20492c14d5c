"""A file that a command reads, or cannot read."""

from __future__ import annotations

import subprocess
import sys

from support.command import run


def test_a_missing_file_is_a_problem_on_standard_error():
    done = run("emit", "none.yaml")
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"none.yaml:1:1: error: the workflow file cannot be read" in done.stderr


def test_standard_input_that_is_no_text_is_a_problem():
    command = [sys.executable, "-m", "sphinx_gitops", "emit", "-"]
    done = subprocess.run(command, input=b"\xff\xfd\xfc", capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"standard input" in done.stderr.lower() or b"stdin" in done.stderr
