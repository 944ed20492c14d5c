"""Problems in each format: escaped, complete, and nothing for a reader where nothing is wrong."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sphinx_gitops.problems import Problem, Related, Severity, Span
from sphinx_gitops.reports import FORMATS, to_github, to_json, to_sarif, to_text

PROBLEMS = (
    Problem(code="unknown-key", message="100% wrong, a:b", span=Span("a b,c.yaml", 3, 5), path="stages.ci"),
    Problem(
        code="drift",
        message="gone",
        span=Span("w.yaml", 1),
        severity=Severity.INFO,
        related=(Related(Span("app.yaml", 2, 4), "it was"),),
    ),
)


@pytest.mark.parametrize("name", ["text", "github"])
def test_no_problem_is_no_word(name):
    assert FORMATS[name](()) == ""


def test_no_problem_is_an_empty_list():
    assert json.loads(to_json(())) == {"problems": []}
    assert json.loads(to_sarif(()))["runs"][0]["results"] == []


def test_text_is_one_line_a_problem():
    assert to_text(PROBLEMS).splitlines() == [
        "a b,c.yaml:3:5: error: stages.ci: 100% wrong, a:b [gitops.unknown-key]",
        "w.yaml:1:1: info: gone (it was at app.yaml:2) [gitops.drift]",
    ]


def test_json_has_every_field():
    first, second = json.loads(to_json(PROBLEMS))["problems"]
    assert first == {
        "file": "a b,c.yaml",
        "line": 3,
        "column": 5,
        "severity": "error",
        "code": "gitops.unknown-key",
        "path": "stages.ci",
        "message": "100% wrong, a:b",
        "waived": "",
        "related": [],
    }
    assert second["related"] == [{"file": "app.yaml", "line": 2, "column": 4, "message": "it was"}]


def test_github_escapes_what_would_end_a_command_or_a_property():
    assert to_github(PROBLEMS).splitlines() == [
        "::error file=a b%2Cc.yaml,line=3,col=5,title=gitops.unknown-key::stages.ci: 100%25 wrong, a:b",
        "::notice file=w.yaml,line=1,col=1,title=gitops.drift::gone (it was at app.yaml:2)",
    ]


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


def test_what_is_waived_is_told_to_programs_with_its_reason():
    waived = replace(PROBLEMS[0], waived="We know.")
    assert to_text((waived,)) == to_github((waived,)) == ""
    assert json.loads(to_json((waived,)))["problems"][0]["waived"] == "We know."
    (result,) = json.loads(to_sarif((waived,)))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "We know."}]


def test_an_absolute_file_is_an_address(tmp_path):
    problem = Problem(code="x", message="y", span=Span(str(tmp_path / "ä.yaml"), 1))
    place = json.loads(to_sarif((problem,)))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].startswith("file:///")
    assert place["artifactLocation"]["uri"].endswith("/%C3%A4.yaml")
