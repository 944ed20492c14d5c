"""Findings of drift in each format, with both places."""

import json

import pytest

from sphinx_gitops.reports.drift_reports import DRIFT_FORMATS
from sphinx_gitops.schemas.drift_schema import drift_schema
from support.drift import documented
from support.repositories import application

WORKFLOW = """
manifests: [deploy]
stages:
  cd:
    components:
      SHOP: {manifest: Application/argocd/shop}
      CART: {manifest: Application/argocd/cart, waive: {drift-component-missing: Moves in May.}}
      LATE: {manifest: late/}
"""


@pytest.fixture
def findings(tmp_path):
    return documented(tmp_path, WORKFLOW, {"apps/shop.yaml": application("shop2", "x")}).outcome().findings


def test_text_is_one_line_a_finding(findings):
    first = (
        "delivery.yaml:5: warning: Application/argocd/shop is not in the repository; nearest is "
        "Application/argocd/shop2 (deploy/apps/shop.yaml:2) [gitops.drift-component-missing]"
    )
    second = "delivery.yaml:7: warning: late/ is not in the repository; nearest folder is deploy/"
    assert DRIFT_FORMATS["text"](findings).splitlines() == [first, f"{second} [gitops.drift-component-missing]"]


def test_json_has_every_key_and_is_what_its_schema_says(findings):
    jsonschema = pytest.importorskip("jsonschema_rs")
    report = json.loads(DRIFT_FORMATS["json"](findings))
    jsonschema.validate(drift_schema(), report)
    first, second, third = report["findings"]
    assert list(first) == [
        "code",
        "severity",
        "message",
        "documented",
        "found",
        "object",
        "field",
        "expected",
        "actual",
        "waived",
    ]
    assert first["documented"] == {"file": "delivery.yaml", "line": 5}
    assert first["found"] == {"file": "deploy/apps/shop.yaml", "line": 2}
    assert (first["code"], first["object"], first["waived"]) == (
        "drift-component-missing",
        "Application/argocd/shop",
        "",
    )
    assert second["waived"] == "Moves in May."
    assert third["found"] == {"file": "deploy/", "line": 0}


def test_sarif_has_a_result_a_finding_with_both_places(findings):
    run = json.loads(DRIFT_FORMATS["sarif"](findings))["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == ["drift-component-missing"] * 3
    first, second, third = run["results"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "delivery.yaml"},
        "region": {"startLine": 5, "startColumn": 24},
    }
    assert first["relatedLocations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "deploy/apps/shop.yaml"}
    assert second["suppressions"][0]["justification"] == "Moves in May."
    assert third["relatedLocations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "deploy/"}}
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "drift-component-missing"
    assert rule["fullDescription"]["text"]


def test_github_annotates_the_documentation(findings):
    first, second = DRIFT_FORMATS["github"](findings).splitlines()
    assert first.startswith("::warning file=delivery.yaml,line=5,col=24,title=gitops.drift-component-missing::")
    assert "line=7" in second


def test_nothing_is_no_word_for_readers():
    assert DRIFT_FORMATS["text"](()) == DRIFT_FORMATS["github"](()) == ""
    assert json.loads(DRIFT_FORMATS["json"](())) == {"schema_version": 1, "findings": []}
