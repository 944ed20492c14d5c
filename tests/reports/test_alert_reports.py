"""Reports about alerts have both places, in the form that those of drift have."""

from __future__ import annotations

import json

from sphinx_gitops.alerts.finding import AlertFinding
from sphinx_gitops.problems import Severity, Span
from sphinx_gitops.reports.alert_reports import ALERT_FORMATS

BROKEN = AlertFinding(code="alert-runbook-broken", message="it leads nowhere", severity=Severity.WARNING, found=Span("rules.yaml", 4), documented=Span("db.md", 7), object="A", field="runbook_url", expected="new", actual="old", beside="the nearest")  # fmt: skip
NONE = AlertFinding(code="alert-runbook-none", message="there is none", severity=Severity.INFO, found=Span("rules.yaml", 9), object="B")  # fmt: skip
FOLDER = AlertFinding(code="alert-runbook-broken", message="gone", severity=Severity.WARNING, found=Span("rules.yaml", 2), documented=Span("docs/", 0), object="C", waived="why")  # fmt: skip
UNUSED = AlertFinding(code="runbook-unused", message="no alert leads to it", severity=Severity.WARNING, documented=Span("web.md", 3), object="web", at_rule=False)  # fmt: skip
ALL = [BROKEN, NONE, FOLDER, UNUSED]


def test_a_line_is_at_the_place_that_has_to_change():
    assert ALERT_FORMATS["text"](ALL).splitlines() == [
        "rules.yaml:4:1: warning: A: it leads nowhere (the nearest at db.md:7) [gitops.alert-runbook-broken]",
        "rules.yaml:9:1: info: B: there is none [gitops.alert-runbook-none]",
        "web.md:3:1: warning: web: no alert leads to it [gitops.runbook-unused]",
    ]


def test_json_has_both_places_by_those_of_the_pages():
    found = json.loads(ALERT_FORMATS["json"](ALL))
    assert found["schema_version"] == 1
    assert [one["object"] for one in found["findings"]] == ["B", "A", "C", "web"]
    assert found["findings"][1] == {
        "code": "alert-runbook-broken",
        "severity": "warning",
        "message": "it leads nowhere",
        "documented": {"file": "db.md", "line": 7},
        "found": {"file": "rules.yaml", "line": 4},
        "object": "A",
        "field": "runbook_url",
        "expected": "new",
        "actual": "old",
        "waived": "",
    }
    assert found["findings"][2]["waived"] == "why"


def test_sarif_is_at_the_page_and_relates_the_rule():
    results = json.loads(ALERT_FORMATS["sarif"](ALL))["runs"][0]["results"]
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results]
    related = [one["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] if "relatedLocations" in one else "" for one in results]  # fmt: skip
    assert places == ["db.md", "rules.yaml", "docs/", "web.md"]
    assert related == ["rules.yaml", "", "rules.yaml", ""]
    assert results[0]["ruleId"] == "alert-runbook-broken"
    assert results[2]["suppressions"][0]["justification"] == "why"


def test_annotations_are_at_the_place_that_has_to_change():
    lines = ALERT_FORMATS["github"](ALL).splitlines()
    assert [line.partition(",")[0] for line in lines] == ["::warning file=rules.yaml", "::notice file=rules.yaml", "::warning file=web.md"]  # fmt: skip
