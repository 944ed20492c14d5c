"""Problems as SARIF: rules, levels, places, and what is waived as suppressed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sphinx_gitops.alerts.checks import DESCRIBED
from sphinx_gitops.problems import Problem, Span
from sphinx_gitops.reports import to_sarif
from sphinx_gitops.rules import rule_of
from support.problems import PROBLEMS


def test_no_problem_is_no_result():
    assert json.loads(to_sarif(()))["runs"][0]["results"] == []


def test_sarif_names_rules_levels_and_places():
    report = json.loads(to_sarif(PROBLEMS))
    assert report["version"] == "2.1.0"
    run = report["runs"][0]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    first, second = run["results"]
    assert [ids[result["ruleIndex"]] for result in (first, second)] == ["gitops.unknown-key", "gitops.drift"]
    assert (first["level"], second["level"]) == ("error", "note")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b%2Cc.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 5}
    assert second["relatedLocations"][0]["message"] == {"text": "it was"}


def test_what_is_waived_is_suppressed_with_its_reason():
    (result,) = json.loads(to_sarif((replace(PROBLEMS[0], waived="We know."),)))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "We know."}]


def test_a_rule_is_described():
    rule = rule_of("rollback-none")
    assert rule is not None
    problem = replace(PROBLEMS[0], code="rollback-none")
    (found,) = json.loads(to_sarif((problem,)))["runs"][0]["tool"]["driver"]["rules"]
    assert found["shortDescription"] == {"text": rule.message}
    assert found["fullDescription"] == {"text": rule.explanation}
    assert found["helpUri"] == rule.source[1]


def test_an_absolute_file_is_an_address(tmp_path):
    problem = Problem(code="x", message="y", span=Span(str(tmp_path / "ä.yaml"), 1))
    place = json.loads(to_sarif((problem,)))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].startswith("file:///")
    assert place["artifactLocation"]["uri"].endswith("/%C3%A4.yaml")


@pytest.mark.parametrize("folder", ["deploy/apps/", "/srv/deploy/"])
def test_a_folder_ends_in_a_slash_and_has_no_line(folder):
    (result,) = json.loads(to_sarif((replace(PROBLEMS[0], span=Span(folder, 0)),)))["runs"][0]["results"]
    (place,) = result["locations"]
    assert list(place["physicalLocation"]) == ["artifactLocation"]
    assert place["physicalLocation"]["artifactLocation"]["uri"].endswith(folder)


def test_a_text_with_bytes_that_are_none_has_them_as_escapes():
    related = (PROBLEMS[1].related[0]._replace(message="caf\udce9 was"),)
    text = to_sarif((replace(PROBLEMS[1], message="caf\udce9 is", related=related),))
    (result,) = json.loads(text)["runs"][0]["results"]
    assert result["message"]["text"] == r"caf\udce9 is"
    assert result["relatedLocations"][0]["message"]["text"] == r"caf\udce9 was"


def test_a_file_whose_name_is_no_text_has_its_bytes_in_its_address():
    problem = replace(PROBLEMS[0], span=Span("caf\udce9.yaml", 1))
    (result,) = json.loads(to_sarif((problem,)))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "caf%E9.yaml"


def test_a_check_is_described_and_what_has_no_place_is_at_none():
    problem = replace(PROBLEMS[0], code="alert-runbook-broken", span=Span("", 0))
    run = json.loads(to_sarif((problem, replace(problem, code="waiver-unused"))))["runs"][0]
    assert [rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"]] == [DESCRIBED["alert-runbook-broken"].message, DESCRIBED["waiver-unused"].message]  # fmt: skip
    assert [result["locations"] for result in run["results"]] == [[], []]
