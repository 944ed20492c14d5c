"""Findings of drift as reports tell them: at the documentation, with the place in the repository."""

from __future__ import annotations

from sphinx_gitops.drift.difference import DriftFinding
from sphinx_gitops.problems import Span
from sphinx_gitops.reports.finding_reports import ReportedFinding, finding_formats


def _told(finding: DriftFinding) -> ReportedFinding:
    one, problem = finding.difference, finding.problem()
    place = f"{problem.span.source}:{problem.span.line}"
    return ReportedFinding(
        problem=problem,
        at_page=finding.problem(related=True),
        line=f"{place}: {problem.severity.value}: {problem.text} [gitops.{problem.code}]",
        message=one.message,
        documented=one.documented,
        found=Span(one.found.file, one.found.line),
        named=one.object,
        field=one.field,
        expected=one.expected,
        actual=one.actual,
    )


DRIFT_FORMATS = finding_formats(_told)
"""Each format by its name."""
