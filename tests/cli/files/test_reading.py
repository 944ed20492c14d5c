"""A file that a command reads, or cannot read."""

from __future__ import annotations

from support.command import run


def test_a_missing_file_is_a_problem_on_standard_error():
    done = run("emit", "none.yaml")
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"none.yaml:1:1: error: the workflow file cannot be read" in done.stderr
