"""An earlier report in, what it has already out, so that a project can begin with the drift that it has."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sphinx_gitops.drift.difference import DriftFinding

SCHEMA_VERSION = 1
"""Rises when a reader of the old shape would fail on the new one; a new key alone does not raise it."""
_KEYS = ("code", "object", "field")


class BaselineError(ValueError):
    """A text is no report of drift; the message says why."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What does not count: by code, object and field, of missing flows also by what they lead to."""

    keys: frozenset[tuple[str, str, str, str]] = frozenset()

    def has(self, finding: DriftFinding) -> bool:
        """Whether a finding was there already."""
        return finding.key in self.keys


def read_baseline(text: str) -> Baseline:
    """The baseline in the text of a JSON report. Raises BaselineError."""
    try:
        report = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"it is no JSON: {error}") from error
    findings = report.get("findings") if isinstance(report, dict) else None
    if not isinstance(findings, list):
        raise BaselineError("it has no list of findings: write one with --format json -o FILE")
    if report.get("schema_version") != SCHEMA_VERSION:
        raise BaselineError(f"its schema_version is {report.get('schema_version')!r}, expected {SCHEMA_VERSION}")
    return Baseline(frozenset(map(_key, findings)))


def _key(finding: object) -> tuple[str, str, str, str]:
    if not isinstance(finding, dict) or not all(isinstance(finding.get(name), str) for name in _KEYS):
        raise BaselineError(f"a finding of it lacks one of {', '.join(_KEYS)}")
    code = finding["code"]
    expected = str(finding.get("expected", "")) if code == "drift-flow-missing" else ""
    return code, finding["object"], finding["field"], expected
