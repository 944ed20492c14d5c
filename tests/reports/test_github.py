"""Problems as commands of GitHub Actions: what would end a command is escaped."""

from __future__ import annotations

from dataclasses import replace

from sphinx_gitops.problems import Span
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


def test_what_has_no_place_has_no_file_and_a_folder_no_line():
    nowhere, folder = replace(PROBLEMS[0], span=Span("", 0)), replace(PROBLEMS[0], span=Span("docs/", 0))
    lines = to_github((nowhere, folder)).splitlines()
    assert [line.partition("::stages")[0] for line in lines] == ["::error title=gitops.unknown-key", "::error file=docs/,title=gitops.unknown-key"]  # fmt: skip
