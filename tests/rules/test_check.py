"""Rules held against a workflow: severities of the project, profiles, waivers, and where a finding stands."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Severity
from sphinx_gitops.rules import check_rules
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
