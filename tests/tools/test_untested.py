"""Branches that no test takes are known by the texts of their lines, and each has a reason."""

from __future__ import annotations

import json

import pytest
import untested

SOURCE = """\
def used(a):
    if a:
        return 1
    return 2


def unused():
    return 3


def raising():
    try:
        return int("4")
    except ValueError:
        return 5
"""
FUNCTIONS = {
    "used": {"missing_lines": [4], "executed_lines": [2, 3]},
    "unused": {"missing_lines": [8], "executed_lines": []},
    "raising": {"missing_lines": [14, 15], "executed_lines": [12, 13]},
}
REPORT = {"a.py": {"missing_lines": [4, 8, 14, 15], "missing_branches": [[2, 4]], "functions": FUNCTIONS}}
FOUND = ["a.py: if a: => return 2", "a.py: unused => never called", "a.py:  => except ValueError:"]


@pytest.fixture
def told(tmp_path, monkeypatch, capsys):
    """What is printed for a list, with the status."""
    (tmp_path / "a.py").write_text(SOURCE)
    (tmp_path / "report.json").write_text(json.dumps({"files": REPORT}))
    monkeypatch.setattr(untested, "ROOT", tmp_path)
    monkeypatch.setattr(untested, "LISTED", tmp_path / "untested.txt")

    def run(listed: str, *options: str) -> tuple[int, str]:
        (tmp_path / "untested.txt").write_text(listed)
        return untested.main([str(tmp_path / "report.json"), *options]), capsys.readouterr().out

    return run


def test_what_is_not_taken_is_found_in_each_of_its_forms(told):
    status, printed = told("")
    assert status == 1
    assert [line.partition(": no test takes")[0] for line in printed.splitlines()[:-1]] == FOUND
    assert printed.endswith("3 branches that no test takes, 3 of them not listed\n")


def test_what_is_listed_with_a_reason_is_right_and_what_is_taken_is_told(told):
    status, printed = told("\n".join(["# Why.", *FOUND, "a.py: while a: => pass"]))
    assert status == 0
    assert "a.py: while a: => pass: taken by a test now; take it off untested.txt" in printed


def test_a_list_is_made_anew_with_its_reasons_and_what_is_new_wants_one(told, tmp_path):
    told("\n".join(["# Why.", FOUND[0], "a.py: while a: => pass"]), "--write")
    made = (tmp_path / "untested.txt").read_text()
    assert made.splitlines() == ["# Why.", FOUND[0], "", f"# {untested.UNKNOWN}", *sorted(FOUND[1:])]
    assert told(made)[0] == 1


def test_every_branch_in_the_list_is_in_the_files_that_it_names():
    listed = untested.read(untested.LISTED.read_text(encoding="utf-8"))
    assert listed
    assert untested.UNKNOWN not in listed
    entries = [entry.split(": ", 1) for branches in listed.values() for entry in branches]
    assert [name for name, _ in entries if not (untested.ROOT / name).is_file()] == []
