"""Findings of alerts, or of links of manifests, in, a report with both places out, in the form of reports of drift."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sphinx_gitops.alerts.finding import AlertFinding
from sphinx_gitops.problems import Problem, Related
from sphinx_gitops.reports.github import to_github
from sphinx_gitops.reports.sarif import to_sarif
from sphinx_gitops.reports.text import to_text

SCHEMA_VERSION = 1
"""Rises when a reader of the old shape would fail on the new one."""


def alert_text(findings: Sequence[AlertFinding]) -> str:
    """One line a finding, at the place that has to change; none for what is waived."""
    return to_text([finding.problem() for finding in findings])


def _record(finding: AlertFinding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "documented": {"file": finding.documented.source, "line": finding.documented.line},
        "found": {"file": finding.found.source, "line": finding.found.line},
        "object": finding.object,
        "field": finding.field,
        "expected": finding.expected,
        "actual": finding.actual,
        "waived": finding.waived,
    }


def alert_json(findings: Sequence[AlertFinding]) -> str:
    """An object with the list ``findings``, by their places in pages; a folder has the line 0, and nowhere no file."""
    ordered = sorted(findings, key=lambda one: (one.documented, one.found, one.code))
    report = {"schema_version": SCHEMA_VERSION, "findings": [*map(_record, ordered)]}
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def _both(finding: AlertFinding) -> Problem:
    """The finding at its place in pages, with that of the rule beside it; at the rule where it has no other."""
    problem = finding.problem()
    if not finding.documented.source:
        return problem
    related = (Related(finding.found, finding.found_is),) if finding.found.source else ()
    return replace(problem, span=finding.documented, related=related)


def alert_sarif(findings: Sequence[AlertFinding]) -> str:
    """SARIF 2.1.0 with a result a finding; its related location is that of the rule."""
    return to_sarif([*map(_both, findings)], prefix="")


def alert_github(findings: Sequence[AlertFinding]) -> str:
    """Workflow commands of GitHub Actions, at the place that has to change."""
    return to_github([finding.problem() for finding in findings])


ALERT_FORMATS: Mapping[str, Callable[[Sequence[AlertFinding]], str]] = {
    "text": alert_text,
    "json": alert_json,
    "sarif": alert_sarif,
    "github": alert_github,
}
"""Each format by its name; without a finding, ``text`` and ``github`` are empty."""
