"""Workflows of several files are held against rules together."""

from __future__ import annotations

from sphinx_gitops.cli.files.project import Project
from sphinx_gitops.cli.files.ruled import ruled
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text

BAD = """\
id: {name}
stages:
  s: {{components: {{APP: {{kind: repository}}, SCAN: {{kind: security-scan}}, PROD: {{kind: environment, tier: production}}}}}}
flows: [APP --> PROD, APP --> SCAN]
"""


def workflow(name: str, more: str = ""):
    text = BAD.format(name=name) + more
    found = read_text(text, locate=lambda line, column: Span(f"{name}.yaml", line + 1, column + 1), default=name)
    assert found.problems == ()
    return found.workflow


def test_each_says_whether_something_of_it_is_told():
    waived = workflow("fine", "waive: {prod-without-security: We know.}\n")
    found = ruled([(workflow("bad"), Project()), (None, Project()), (waived, Project())])
    assert [(problem.code, problem.path) for problem in found.problems] == [("prod-without-security", "bad.PROD")]
    assert [(problem.path, problem.waived) for problem in found.waived] == [("fine.PROD", "We know.")]
    assert found.broken == (True, False, False)


def test_nothing_is_nothing():
    found = ruled([])
    assert (found.problems, found.waived, found.broken) == ((), (), ())
