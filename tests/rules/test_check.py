"""Rules held against a workflow: severities of the project, profiles, waivers, and where a finding stands."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Problem, Related, Severity, Span
from sphinx_gitops.rules import check_rules
from sphinx_gitops.rules.check import RuleOutcome, merged
from support.rules import delivery, read, settings

TEXT = delivery("APP --> BUILD --> PROD")


def codes(text: str = TEXT, **options) -> list[str]:
    return [problem.code for problem in check_rules(read(text), settings(**options)).problems]


def test_a_stricter_profile_says_more():
    minimal, recommended, strict = (set(codes(profile=name)) for name in ("minimal", "recommended", "strict"))
    assert minimal < recommended < strict


def test_a_rule_that_is_off_says_nothing_and_another_severity_is_honoured():
    assert "push-deploy" in codes()
    assert "push-deploy" not in codes(push_deploy=None)
    problems = check_rules(read(TEXT), settings(push_deploy=Severity.INFO)).problems
    assert {problem.severity for problem in problems if problem.code == "push-deploy"} == {Severity.INFO}


def test_a_rule_that_is_set_counts_in_any_profile():
    assert "audit-missing" not in codes(profile="minimal")
    assert "audit-missing" in codes(profile="minimal", audit_missing=Severity.WARNING)


@pytest.mark.parametrize("text", [TEXT, "stages: {s: {components: {A: a}}}"])
def test_findings_are_in_the_order_of_the_file(text):
    spans = [problem.span for problem in check_rules(read(text), settings()).problems]
    assert spans == sorted(spans)


def told(line: int, **more) -> Problem:
    return Problem(code="suspended", message="is suspended", span=Span("a.yaml", line), **more)


def test_what_two_workflows_say_of_one_manifest_is_told_once_and_with_the_places_that_one_knows():
    known = told(1, related=(Related(message="named here", span=Span("w.yaml", 4)),))
    assert merged([RuleOutcome(problems=(told(1), told(2))), RuleOutcome(problems=(known, told(2)))]) == (
        known,
        told(2),
    )
    assert merged([RuleOutcome(problems=(known,)), RuleOutcome(problems=(told(1),))]) == (known,)


def test_what_one_workflow_has_waived_no_other_tells():
    accepted = told(1, waived="Migration until May.")
    assert merged([RuleOutcome(problems=(told(1), told(2))), RuleOutcome(problems=(), waived=(accepted,))]) == (
        told(2),
    )
