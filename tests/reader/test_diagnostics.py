"""Problems are kept once and in order, and hints end before they cost much."""

from __future__ import annotations

from sphinx_gitops.problems import Problem, Severity, Span
from sphinx_gitops.reader.diagnostics import Diagnostics

AT = Span("w", 1)


def test_a_problem_that_is_found_twice_is_one():
    found = Diagnostics()
    found.add("b", "second", AT, "x")
    found.add("a", "first", AT, "x")
    found.add("b", "second", AT, "x")
    found.extend([Problem(code="a", message="first", span=AT, path="x"), Problem(code="c", message="third", span=AT)])
    assert [problem.code for problem in found.problems] == ["b", "a", "c"]


def test_a_severity_makes_a_difference():
    found = Diagnostics()
    found.add("a", "m", AT, "")
    found.add("a", "m", AT, "", Severity.INFO)
    assert len(found.problems) == 2


def test_hints_are_given_until_their_share_is_used():
    found = Diagnostics(hints=5)
    words = ["build", "test"]
    assert found.near("biuld", words) == "; did you mean 'build'?"
    assert found.near("biuld", words) != ""
    assert found.near("biuld", words) == ""
    assert not found.compares(1)
