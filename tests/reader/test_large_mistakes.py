"""Thousands of mistakes, and one on a line of a hundred thousand signs, are read in time that grows with them."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.reader.diagnostics import HINTS, Diagnostics
from sphinx_gitops.yamltree.remedies import LONGEST, hidden, remedy


def read(text: str):
    return read_text(text, locate=lambda line, column: Span("w", line + 1, column + 1), default="x")


def test_titles_are_compared_as_long_as_the_share_lasts():
    parts = "".join(f"      A{n}: Title number {n}\n" for n in range(2000))
    flows = "".join(f"  - A1 --> Title number {n}\n" for n in range(20))
    problems = read(f"stages:\n  s:\n    components:\n{parts}flows:\n{flows}").problems
    hinted = [problem for problem in problems if "a flow names ids" in problem.message]
    assert len(problems) == 20
    assert len(hinted) == HINTS // 2001  # the stage has a title too


def test_the_share_of_hints_ends():
    diagnostics = Diagnostics(hints=3)
    assert [diagnostics.compares(2), diagnostics.compares(2), diagnostics.compares(2)] == [True, False, False]


@pytest.mark.parametrize("line", ["a: " + "[ " * LONGEST, "a: [" + "{b: " * LONGEST, "a: {b: #" + "c" * LONGEST])
def test_a_line_that_nobody_typed_is_not_looked_at(line):
    assert remedy(line) is None
    assert hidden(line) is None
