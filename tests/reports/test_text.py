"""Problems as lines for a reader."""

from __future__ import annotations

from dataclasses import replace

from sphinx_gitops.reports import to_text
from support.problems import PROBLEMS


def test_no_problem_is_no_word():
    assert to_text(()) == ""


def test_text_is_one_line_a_problem():
    assert to_text(PROBLEMS).splitlines() == [
        "a b,c.yaml:3:5: error: stages.ci: 100% wrong, a:b [gitops.unknown-key]",
        "w.yaml:1:1: info: gone (it was at app.yaml:2) [gitops.drift]",
    ]


def test_what_is_waived_is_not_told():
    assert to_text((replace(PROBLEMS[0], waived="We know."), PROBLEMS[1])) == f"{PROBLEMS[1]}\n"
