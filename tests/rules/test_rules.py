"""Each rule is broken by its one example and kept by the other, and speaks where it should and nowhere else."""

from __future__ import annotations

import re

import pytest

from sphinx_gitops.reader import read_path
from sphinx_gitops.rule import Domain
from sphinx_gitops.rules import RULES, WORKFLOW_RULES, check_rules, rule_of
from sphinx_gitops.runbook import Procedure
from sphinx_gitops.settings.rules import PROFILES
from support.project import ROOT
from support.rules import PATHS, SECURITY, read, settings

SHOWN = [ROOT / "sphinx_gitops/templates/gitops.yaml", *sorted((ROOT / "docs/gallery").glob("*.yaml"))]
CODES = [rule.code for rule in RULES]


def found(text: str, profile: str = "strict", **known) -> list[str]:
    return [problem.code for problem in check_rules(read(text), settings(profile), **known).problems]


@pytest.mark.parametrize("rule", WORKFLOW_RULES, ids=[rule.code for rule in WORKFLOW_RULES])
def test_a_rule_is_broken_by_one_example_and_kept_by_the_other(rule):
    assert rule.code in found(rule.breaks, runbooks={})
    assert rule.code not in found(rule.keeps, runbooks={})


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_a_rule_explains_itself(rule):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.code)
    assert rule.message.endswith(".")
    assert ". " not in rule.message
    assert len(rule.explanation) > len(rule.message)
    assert rule.source is None or rule.source[1].startswith("https://")


def test_codes_are_there_once():
    assert len(set(CODES)) == len(CODES)
    assert len(WORKFLOW_RULES) == len(list((ROOT / "sphinx_gitops/rules/workflow").glob("[a-z]*.py")))
    assert {rule.domain for rule in WORKFLOW_RULES} == {Domain.WORKFLOW}


def test_a_rule_is_found_by_its_code():
    assert [rule_of(code) for code in CODES] == list(RULES)
    assert rule_of("rolback-none") is None


@pytest.mark.parametrize("path", SHOWN, ids=[path.stem for path in SHOWN])
@pytest.mark.parametrize("profile", ["minimal", "recommended"])
def test_there_is_no_false_alarm_on_what_we_show(path, profile):
    reading = read_path(path, source=path.name)
    assert reading.problems == ()
    assert check_rules(reading.workflow, settings(profile)).problems == ()


def test_the_pictures_that_we_show_are_there():
    assert len(SHOWN) > 10


@pytest.mark.parametrize(
    ("flows", "path"),
    [
        ("APP --> BUILD --> PROD, BUILD --> SCAN", "APP → BUILD → PROD"),
        ("APP --> BUILD --> SCAN --> PROD, BUILD --> LINT --> PROD", "APP → BUILD → LINT → PROD"),
        ("APP --> BUILD --> LINT --> PROD, BUILD --> SCAN --> PROD, APP --> PROD", "APP → PROD"),
        ("APP --> BUILD --> SCAN --> PROD", ""),
        ("APP --> BUILD, {from: BUILD, to: PROD, kind: security}", ""),
        ("APP --> BUILD, PROD -.->|alert| BUILD", ""),
        ("APP --> BUILD, {from: BUILD, to: PROD, kind: rollback}", ""),
        ("APP --> ci, ci --> PROD", ""),
        ("APP --> BUILD <--> PROD, SCAN --> PROD", "APP → BUILD → PROD"),
        ("APP --> BUILD, PROD <--> BUILD", "APP → BUILD → PROD"),
        ("APP --> BUILD --> run", "APP → BUILD → PROD"),
    ],
)
def test_the_shortest_path_past_security_is_named(flows, path):
    problems = [
        one for one in check_rules(read(PATHS.replace("FLOWS", flows)), settings()).problems if one.code == SECURITY
    ]
    assert [problem.message.split(": ")[1].split(";")[0] for problem in problems] == [path] * bool(path)
    assert [problem.span.line for problem in problems] == [4] * bool(path)


@pytest.mark.parametrize(
    "scan",
    ["{kind: policy}", "{kind: signing}", "{kind: compliance}", "{class: security}", "{mark: security}"],
)
def test_every_kind_of_check_of_security_counts(scan):
    text = PATHS.replace("{kind: security-scan}", scan).replace("FLOWS", "APP --> BUILD --> SCAN --> PROD")
    assert SECURITY not in found(text)
    assert SECURITY in found(text.replace(scan, "{kind: secret-manager}"))


def test_a_workflow_without_any_check_is_not_judged_by_the_minimal_profile():
    text = PATHS.replace("SCAN: {kind: security-scan}", "SCAN: {kind: test}").replace("FLOWS", "APP --> BUILD --> PROD")
    assert SECURITY in found(text, "recommended")
    assert SECURITY not in found(text, "minimal")
    assert SECURITY in found(PATHS.replace("FLOWS", "APP --> BUILD --> PROD, BUILD --> SCAN"), "minimal")


def test_what_is_missing_is_told_where_the_way_from_code_to_production_is_shown():
    whole = PATHS.replace("FLOWS", "APP --> BUILD --> SCAN --> PROD")
    missing = {"rollback-none", "secret-manager-missing", "env-without-config", "dr-missing", "prod-without-review"}
    assert missing <= set(found(whole))
    assert not missing & set(found(whole.replace("SCAN --> PROD", "SCAN")))
    assert not missing & set(found(whole.replace("tier: production", "tier: staging")))


def test_what_another_workflow_may_have_is_not_missing():
    text = PATHS.replace("FLOWS", "APP --> BUILD --> SCAN --> PROD, other.VAULT --> BUILD")
    assert "secret-manager-missing" not in found(text)
    assert "secret-manager-missing" not in found(text, foreign={"other.VAULT": "secret-manager"})
    assert "secret-manager-missing" in found(text, foreign={"other.VAULT": "build"})


def test_a_runbook_is_a_way_back():
    text = PATHS.replace("FLOWS", "APP --> BUILD --> SCAN --> PROD")
    assert "rollback-none" not in found(text, runbooks={"PROD": {Procedure.ROLLBACK}})
    assert "rollback-none" in found(text, runbooks={"PROD": {Procedure.INCIDENT_RESPONSE}})
    assert "runbook-missing" not in found(text, runbooks={"PROD": {None}})
    assert "runbook-missing" not in found(text)


ENVIRONMENTS = """\
stages:
  ci: {components: {BUILD: {kind: build}, GATE: {kind: promotion}}}
  lower: {components: {DEV: {tier: development}, STAGING: {tier: staging}}}
  upper: {components: {PROD: {tier: production}}}
flows: [FLOWS]
"""


@pytest.mark.parametrize(
    ("flows", "broken"),
    [
        ("DEV ==> PROD", True),
        ("BUILD ==> DEV ==> STAGING ==> PROD, BUILD ==> PROD", True),
        ("DEV ==> STAGING ==> GATE ==> PROD", False),
        ("BUILD --> DEV & STAGING & PROD, DEV ==> STAGING ==> PROD", False),
        ("GATE <--> DEV, GATE <--> STAGING, GATE <--> PROD, DEV ==> STAGING", False),
        ("DEV ==> STAGING, GATE ==> PROD", False),
        ("DEV ==> STAGING, lower ==> PROD", False),
        ("DEV ==> STAGING ==> upper, GATE ==> PROD", True),
        ("DEV ==> upper", True),
        ("PROD ==> DEV", False),
    ],
)
def test_only_promotions_past_the_environment_before_are_told(flows, broken):
    codes = found(ENVIRONMENTS.replace("FLOWS", flows))
    assert codes.count("promotion-skips-stage") == broken


@pytest.mark.parametrize(
    ("flows", "broken"),
    [
        ("APP --> BUILD --> APP", True),
        ("APP --> BUILD --> LINT --> APP", True),
        ("APP --> ci, ci --> APP", True),
        ("APP <--> BUILD", False),
        ("BUILD --> BUILD", False),
        ("APP --> BUILD, {from: BUILD, to: APP, kind: manual}", False),
        ("APP --> BUILD, {from: BUILD, to: APP, kind: verification}", False),
        ("APP --> BUILD -.-> APP", False),
    ],
)
def test_a_circle_is_told_unless_it_reports_or_decides(flows, broken):
    assert found(PATHS.replace("FLOWS", flows)).count("cycle") == broken


@pytest.mark.parametrize(
    ("flows", "path"),
    [
        ("APP --> BUILD --> PROD", "BUILD → PROD"),
        ("APP --> BUILD --> run", "BUILD → PROD"),
        ("APP --> BUILD ==> PROD", "BUILD → PROD"),
        ("APP --> BUILD <--> PROD", "BUILD → PROD"),
        ("APP --> BUILD, {from: BUILD, to: PROD, kind: verification}", ""),
        ("APP --> LINT --> PROD", ""),
        ("APP --> PROD -.-> BUILD", ""),
    ],
)
def test_a_build_that_applies_is_told(flows, path):
    problems = check_rules(read(PATHS.replace("FLOWS", flows)), settings()).problems
    texts = [one.message for one in problems if one.code == "push-deploy"]
    assert [text.split(": ")[1].split(";")[0] for text in texts] == [path] * bool(path)


def test_a_component_is_touched_at_a_box_around_it():
    assert found(PATHS.replace("FLOWS", "APP --> ci")).count("unreachable-component") == 1
    assert "unreachable-component" not in found(PATHS.replace("flows: [FLOWS]\n", ""))


def test_a_long_path_is_named_by_its_start_and_its_end():
    names = [f"C{number}" for number in range(60)]
    components = ", ".join(f"{name}: {{kind: test}}" for name in names)
    text = f"""\
stages:
  s: {{components: {{APP: {{kind: repository}}, {components}, PROD: {{tier: production}}}}}}
flows: [APP --> {" --> ".join(names)} --> PROD]
"""
    (problem,) = (one for one in check_rules(read(text), settings("recommended")).problems if one.code == SECURITY)
    assert ": APP → … → C41 → " in problem.message
    assert "C59 → PROD;" in problem.message


def test_profiles_are_sets_that_grow():
    codes = {}
    for profile in PROFILES:
        text = PATHS.replace("FLOWS", "APP --> BUILD --> PROD, BUILD --> APP")
        codes[profile] = set(found(text, profile, runbooks={}))
    assert codes["minimal"] < codes["recommended"] < codes["strict"]
