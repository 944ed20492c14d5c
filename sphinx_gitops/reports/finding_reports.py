"""Findings between documentation and something else in, reports with both places out, in each format."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sphinx_gitops.drift.baseline import SCHEMA_VERSION
from sphinx_gitops.problems import Problem, Span
from sphinx_gitops.reports.github import to_github
from sphinx_gitops.reports.sarif import to_sarif

_Finding = TypeVar("_Finding")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFinding:
    """A finding as reports tell it; a folder has the line 0, and nowhere no file.

    ``problem`` is at the place that has to change, and ``line`` is what a reader sees of it; ``at_page`` is at the
    place in the documentation, where there is one, and relates the other.
    """

    problem: Problem
    at_page: Problem
    line: str
    message: str
    documented: Span
    found: Span
    named: str
    field: str
    expected: str
    actual: str

    def record(self) -> dict[str, object]:
        """The finding for a program."""
        return {
            "code": self.problem.code,
            "severity": self.problem.severity.value,
            "message": self.message,
            "documented": {"file": self.documented.source, "line": self.documented.line},
            "found": {"file": self.found.source, "line": self.found.line},
            "object": self.named,
            "field": self.field,
            "expected": self.expected,
            "actual": self.actual,
            "waived": self.problem.waived,
        }


def finding_formats(told: Callable[[_Finding], ReportedFinding]) -> Mapping[str, Callable[[Sequence[_Finding]], str]]:
    """Each format by its name; without a finding, ``text`` and ``github`` are empty.

    Text has a line a finding, none for what is waived; JSON an object with the list ``findings``, by their places in
    the documentation; SARIF a result for each; and GitHub workflow commands at the places that have to change.
    """

    def as_text(findings: Sequence[_Finding]) -> str:
        return "".join(f"{one.line}\n" for one in map(told, findings) if not one.problem.waived)

    def as_json(findings: Sequence[_Finding]) -> str:
        ordered = sorted(map(told, findings), key=lambda one: (one.documented, one.found, one.problem.code))
        report = {"schema_version": SCHEMA_VERSION, "findings": [one.record() for one in ordered]}
        return json.dumps(report, indent=2, ensure_ascii=False) + "\n"

    def as_sarif(findings: Sequence[_Finding]) -> str:
        return to_sarif([told(one).at_page for one in findings], prefix="")

    def as_github(findings: Sequence[_Finding]) -> str:
        return to_github([told(one).problem for one in findings])

    return {"text": as_text, "json": as_json, "sarif": as_sarif, "github": as_github}
