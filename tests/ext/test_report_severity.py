"""An info is shown and is no warning; ``suppress_warnings`` silences both."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.report import report
from sphinx_gitops.problems import Code, Problem, Related, Severity, Span

HERE = Span("delivery.yaml", 7, 3)
TEXT = {"index.rst": "T\n=\n"}


def _problem(severity: Severity, code: str = "cycle") -> Problem:
    return Problem(code=code, message="something", span=HERE, severity=severity)


def test_an_info_is_shown_and_counts_as_no_warning(build, warnings):
    app = build(TEXT)
    report([_problem(Severity.INFO)])
    assert "delivery.yaml:7: info: something [gitops.cycle]" in app.status.getvalue()
    assert warnings(app) == []


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
def test_an_error_and_a_warning_are_warnings_of_sphinx(build, warnings, severity):
    app = build(TEXT)
    report([_problem(severity)])
    assert warnings(app) == ["delivery.yaml:7: WARNING: something [gitops.cycle]"]


@pytest.mark.parametrize("name", ["gitops", "gitops.*", "gitops.cycle"])
@pytest.mark.parametrize("severity", list(Severity))
def test_a_code_can_be_silenced_at_every_severity(build, warnings, name, severity):
    app = build(TEXT, suppress_warnings=[name])
    report([_problem(severity), _problem(severity, "other")])
    said = app.status.getvalue() + "".join(warnings(app))
    assert "something [gitops.cycle]" not in said
    assert ("something [gitops.other]" in said) is (name == "gitops.cycle")


def test_a_code_is_its_own_text():
    assert f"{Code.OPTION}" == str(Code.OPTION) == Code.OPTION == "option"


def test_other_places_stand_in_the_message():
    drift = Problem(code="drift", message="gone", span=HERE, related=(Related(Span("app.yaml", 2), "it was"),))
    assert str(drift) == "delivery.yaml:7:3: error: gone (it was at app.yaml:2) [gitops.drift]"
