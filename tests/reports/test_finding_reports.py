"""One finding in each format, whatever it is about."""

from __future__ import annotations

import json
from dataclasses import replace

from sphinx_gitops.problems import Problem, Severity, Span
from sphinx_gitops.reports.finding_reports import ReportedFinding, finding_formats

FOUND = Problem(code="x", message="wrong", span=Span("rules.yaml", 4), severity=Severity.WARNING)
PAGE = replace(FOUND, span=Span("b.md", 7))
FORMATS = finding_formats(
    lambda name: ReportedFinding(
        problem=replace(FOUND, waived="why" if name == "waived" else ""),
        at_page=PAGE,
        line=f"line of {name}",
        message="wrong",
        documented=PAGE.span._replace(source="a.md" if name == "early" else "b.md"),
        found=FOUND.span,
        named=str(name),
        field="",
        expected="",
        actual="",
    )
)


def test_readers_are_told_what_is_not_waived():
    assert FORMATS["text"](["late", "waived"]) == "line of late\n"
    assert FORMATS["github"](["late", "waived"]).startswith("::warning file=rules.yaml,line=4,")
    assert FORMATS["github"](["late", "waived"]).count("\n") == 1
    assert FORMATS["text"]([]) == FORMATS["github"]([]) == ""


def test_programs_are_told_all_by_the_places_in_the_documentation():
    found = json.loads(FORMATS["json"](["late", "waived", "early"]))["findings"]
    assert [(one["object"], one["documented"]["file"], one["waived"]) for one in found] == [
        ("early", "a.md", ""),
        ("late", "b.md", ""),
        ("waived", "b.md", "why"),
    ]
    results = json.loads(FORMATS["sarif"](["late"]))["runs"][0]["results"]
    assert results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b.md"
