"""What is read of a file, and what is said of one that cannot be read."""

from __future__ import annotations

import os

import pytest

from sphinx_gitops.reader import read_path
from support.mistakes import codes
from support.project import missing
from support.soon import soon

GOOD = "stages:\n  ci:\n    components:\n      A: One\n      B: Two\n"


@pytest.mark.parametrize(
    ("raw", "expected", "title"),
    [
        pytest.param(b"", ["1:1 missing-key"], None, id="no byte"),
        pytest.param(b"\xef\xbb\xbfstages: {ci: X}\n", [], "X", id="UTF-8 with its mark"),
        pytest.param("stages:\r\n  ci: Ünï\r\n".encode("utf-16"), [], "Ünï", id="UTF-16 and CRLF"),
        pytest.param("\ufeffstages: {ci: X}\n".encode("utf-16-be"), [], "X", id="UTF-16, big end first"),
        pytest.param("stages: {ci: X}\n".encode("utf-16-le"), ["1:2 yaml-syntax"], None, id="UTF-16 without a mark"),
        pytest.param("stages: {ci: X}\n".encode("utf-32"), ["1:1 yaml-syntax"], None, id="UTF-32"),
        pytest.param(b"\xff\xfes\x00t\x00a", ["1:1 yaml-syntax"], None, id="half a character of UTF-16"),
        pytest.param("stages:\n  ci: Ünï\n".encode("latin-1"), ["2:1 yaml-syntax"], None, id="Latin-1"),
        pytest.param(b"stages:\n  ci: \xed\xa0\x80\n", ["2:1 yaml-syntax"], None, id="a lone surrogate in UTF-8"),
        pytest.param(b"stages:\n  ci: a\x00b\n", ["2:8 yaml-syntax"], None, id="a NUL"),
        pytest.param(b"\x1f\x8b\x08\x00stages", ["1:1 yaml-syntax"], None, id="a compressed file"),
        pytest.param(b"stages:\r  ci: X\r  cd: {knd: x}\r", ["3:8 unknown-key"], "X", id="CR alone"),
        pytest.param("title: a\u2028b\x85c\nstages:\n  ci: {knd: x}\n".encode(), ["3:8 unknown-key"], "ci", id="line breaks of Unicode"),
        pytest.param("stages:\n  \ufeffci: X\n".encode(), ["2:3 invalid-id"], None, id="a mark inside"),
        pytest.param(b"\xc0\x80stages: {ci: X}\n", ["1:1 yaml-syntax"], None, id="an overlong NUL"),
    ],
)  # fmt: skip
def test_any_bytes_are_a_workflow_or_an_error(tmp_path, raw, expected, title):
    path = tmp_path / "w.yaml"
    path.write_bytes(raw)
    reading = read_path(path)
    assert codes(reading) == expected
    assert (reading.workflow.stages[0].title if reading.workflow else None) == title


def test_a_missing_file_is_an_error(tmp_path):
    problems = read_path(tmp_path / "none.yaml", source="none.yaml").problems
    assert [str(problem) for problem in problems] == [
        "none.yaml:1:1: error: the workflow file cannot be read: no such file or directory [gitops.file-not-found]"
    ]


@pytest.mark.parametrize("where", [".", "x" * 300, "a\0b", "a\udc80b", "no/such/folder/w.yaml"])
def test_what_is_no_file_is_an_error(tmp_path, where):
    assert codes(read_path(tmp_path / where, source="w")) == ["1:1 file-not-found"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no owners of files")
def test_a_file_without_permission_is_an_error(tmp_path):
    path = tmp_path / "w.yaml"
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)  # root reads every file
    try:
        problems = read_path(path, source="w").problems
    finally:
        if root:
            os.seteuid(0)
    assert [str(problem) for problem in problems] == [
        "w:1:1: error: the workflow file cannot be read: permission denied [gitops.file-not-found]"
    ]


def test_a_file_of_any_size_is_refused_at_once(tmp_path):
    path = tmp_path / "w.yaml"
    with path.open("wb") as stream:
        stream.truncate(1 << 34)
    with soon():
        assert codes(read_path(path)) == ["1:1 too-large"]


def test_a_pipe_does_not_stop_a_build(build, warnings, tmp_path):
    if not hasattr(os, "mkfifo"):
        missing("this system has no pipes in folders")
    (tmp_path / "src").mkdir()
    os.mkfifo(tmp_path / "src" / "pipe.yaml")
    found = warnings(build({"index.rst": "T\n=\n\n.. gitops-workflow:: pipe.yaml\n"}))
    assert len(found) == 1
    assert "cannot be read: not a file" in found[0]
