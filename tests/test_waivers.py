"""What a project and a workflow may say about rules: another severity, off, and accepted with a reason."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Severity
from sphinx_gitops.rules import check_rules
from support.rules import PATHS, SECURITY, read, settings

TEXT = """\
id: w
WORKFLOW
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}}}
  run:
    kind: platform
    STAGE
    groups:
      live:
        GROUP
        components:
          PROD: {kind: environment, tier: production COMPONENT}
flows:
  - APP --> BUILD
  - {from: BUILD, to: PROD FLOW}
"""
PLACES = ("WORKFLOW", "STAGE", "GROUP", "COMPONENT", "FLOW")


def text(**waivers: str) -> str:
    found = TEXT
    for place in PLACES:
        waiver = f"waive: {{{waivers[place]}}}" if place in waivers else ""
        if place in {"COMPONENT", "FLOW"}:
            waiver = f", {waiver}" if waiver else ""
        found = found.replace(f" {place}" if place in {"COMPONENT", "FLOW"} else place, waiver)
    return found


def outcome(profile: str = "recommended", severities: dict | None = None, **waivers: str):
    return check_rules(read(text(**waivers)), settings(profile, **(severities or {})))


def codes(outcome) -> list[str]:
    return [problem.code for problem in outcome.problems]


def test_a_severity_is_that_of_the_project():
    changed = outcome(
        severities={"prod_without_security": Severity.INFO, "rollback_none": None, "dr_missing": Severity.ERROR}
    )
    found = {problem.code: problem.severity for problem in changed.problems}
    assert found[SECURITY] is Severity.INFO
    assert "rollback-none" not in found
    assert found["dr-missing"] is Severity.ERROR


@pytest.mark.parametrize("place", ["WORKFLOW", "STAGE", "GROUP", "COMPONENT"])
def test_a_finding_is_accepted_where_it_stands_or_around_it(place):
    found = outcome(**{place: f"{SECURITY}: We know."})
    assert SECURITY not in codes(found)
    assert [(problem.code, problem.waived) for problem in found.waived] == [(SECURITY, "We know.")]
    assert not [code for code in codes(found) if code.startswith("waiver")]


@pytest.mark.parametrize("place", ["FLOW", "WORKFLOW"])
def test_a_finding_on_a_flow_is_accepted_by_the_flow_or_the_workflow(place):
    assert "push-deploy" in codes(outcome())
    assert "push-deploy" not in codes(outcome(**{place: "push-deploy: Old."}))
    assert "push-deploy" in codes(outcome(COMPONENT="push-deploy: Old."))


def test_a_waiver_without_a_reason_is_an_error_and_waives_nothing():
    found = outcome(COMPONENT=f'{SECURITY}: " "')
    assert SECURITY in codes(found)
    (problem,) = (one for one in found.problems if one.code == "waiver-without-reason")
    assert problem.severity is Severity.ERROR
    assert problem.span.line == read(text()).stages[2].groups[0].components[0].span.line


def test_a_waiver_that_waives_nothing_is_told_unless_its_rule_does_not_count():
    assert codes(outcome(FLOW="cycle: Never.")).count("waiver-unused") == 1
    assert codes(outcome(FLOW="dr-missing: Never.")).count("waiver-unused") == 0
    assert codes(outcome("strict", FLOW="dr-missing: Never.")).count("waiver-unused") == 1


def test_a_waiver_of_what_the_minimal_profile_does_not_judge_is_not_unused():
    assert codes(outcome("minimal", COMPONENT=f"{SECURITY}: We know.")) == []


def test_a_mistyped_waiver_is_told_and_one_of_another_tool_is_not():
    found = outcome(WORKFLOW="rolback-none: Never.")
    (problem,) = (one for one in found.problems if one.code == "waiver-unknown")
    assert problem.message == "there is no rule 'rolback-none'; did you mean 'rollback-none'?"
    assert "waiver-unknown" not in codes(outcome(WORKFLOW="tflint-foo: Never."))


def test_problems_are_in_the_order_of_their_lines():
    spans = [
        problem.span
        for problem in check_rules(read(PATHS.replace("FLOWS", "APP --> BUILD --> PROD")), settings()).problems
    ]
    assert spans == sorted(spans)
    assert len(spans) > 3
