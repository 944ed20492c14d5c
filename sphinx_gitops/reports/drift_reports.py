"""Findings of drift in, a report of them with both places out, in the format of a reader, a program or a code host."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from sphinx_gitops.drift.baseline import SCHEMA_VERSION
from sphinx_gitops.drift.difference import DriftFinding
from sphinx_gitops.reports.github import to_github
from sphinx_gitops.reports.sarif import to_sarif


def drift_text(findings: Sequence[DriftFinding]) -> str:
    """One line a finding, none for what is waived."""
    return "".join(f"{_line(finding)}\n" for finding in findings if not finding.waived)


def _line(finding: DriftFinding) -> str:
    span, problem = finding.difference.documented, finding.problem()
    return f"{span.source}:{span.line}: {finding.severity.value}: {problem.text} [gitops.{finding.code}]"


def _record(finding: DriftFinding) -> dict[str, object]:
    one = finding.difference
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": one.message,
        "documented": {"file": one.documented.source, "line": one.documented.line},
        "found": {"file": one.found.file, "line": one.found.line},
        "object": one.object,
        "field": one.field,
        "expected": one.expected,
        "actual": one.actual,
        "waived": finding.waived,
    }


def drift_json(findings: Sequence[DriftFinding]) -> str:
    """An object with the list ``findings``; lines count from 1, and a folder has the line 0."""
    report = {"schema_version": SCHEMA_VERSION, "findings": [_record(finding) for finding in findings]}
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def drift_sarif(findings: Sequence[DriftFinding]) -> str:
    """SARIF 2.1.0 with a result a finding; its related location is that of the repository."""
    return to_sarif([finding.problem(related=True) for finding in findings], prefix="")


def drift_github(findings: Sequence[DriftFinding]) -> str:
    """Workflow commands of GitHub Actions, at the documentation."""
    return to_github([finding.problem() for finding in findings])


DRIFT_FORMATS: Mapping[str, Callable[[Sequence[DriftFinding]], str]] = {
    "text": drift_text,
    "json": drift_json,
    "sarif": drift_sarif,
    "github": drift_github,
}
"""Each format by its name; without a finding, ``text`` and ``github`` are empty."""
