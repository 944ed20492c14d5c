"""Changes are written file by file, and what is not written is told with the address."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from sphinx_gitops.cli.files.link_writing import write_links
from sphinx_gitops.problems import Span


class Edit(NamedTuple):
    """A change of one word."""

    span: Span
    subject: str
    new: str


def edited(text, found):
    """Every word becomes what is asked for, but the last."""
    for one in found[:-1]:
        text = text.replace(one.subject, one.new)
    return text, [(found[-1], "it is the last")]


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_bytes(b"one: x\r\ntwo: x\n")
    return tmp_path


def test_files_are_written_in_their_order_and_the_rest_is_told(files, capsys):
    words = [("b.yaml", 1, "one"), ("a.yaml", 1, "one"), ("a.yaml", 2, "two"), ("b.yaml", 2, "two")]
    changes = [(Edit(Span(name, line), word, word.upper()), "") for name, line, word in words]
    refused = Edit(Span("c.yaml", 3), "three", "THREE")
    assert write_links([*changes, (refused, "it is a template")], edited) == (2, 0)
    assert (files / "a.yaml").read_bytes() == (files / "b.yaml").read_bytes() == b"ONE: x\r\ntwo: x\n"
    assert capsys.readouterr().err.splitlines() == [
        "c.yaml:3: info: three: not fixed, it is a template: write THREE",
        "a.yaml:2: info: two: not fixed, it is the last: write TWO",
        "b.yaml:2: info: two: not fixed, it is the last: write TWO",
        "2 links written",
    ]


def test_a_file_that_is_gone_is_a_failure_and_the_others_are_written(files, capsys):
    gone = [(Edit(Span("0.yaml", 1), word, word.upper()), "") for word in ("one", "two")]
    there = [(Edit(Span("a.yaml", 1), word, word.upper()), "") for word in ("one", "two")]
    assert write_links([*gone, *there], edited) == (1, 1)
    assert (files / "a.yaml").read_bytes().startswith(b"ONE")
    assert "0.yaml" in capsys.readouterr().err
