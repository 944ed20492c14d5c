"""Problems as commands of GitHub Actions: what would end a command is escaped."""

from __future__ import annotations

from dataclasses import replace

from sphinx_gitops.reports import to_github
from support.problems import PROBLEMS


def test_no_problem_is_no_word():
    assert to_github(()) == ""


def test_github_escapes_what_would_end_a_command_or_a_property():
    assert to_github(PROBLEMS).splitlines() == [
        "::error file=a b%2Cc.yaml,line=3,col=5,title=gitops.unknown-key::stages.ci: 100%25 wrong, a:b",
        "::notice file=w.yaml,line=1,col=1,title=gitops.drift::gone (it was at app.yaml:2)",
    ]


def test_what_is_waived_is_not_told():
    assert to_github((replace(PROBLEMS[0], waived="We know."),)) == ""
