"""Findings of alerts, or of links of manifests, as reports tell them: at whichever place has to change."""

from __future__ import annotations

from dataclasses import replace

from sphinx_gitops.alerts.finding import AlertFinding
from sphinx_gitops.problems import Problem, Related
from sphinx_gitops.reports.finding_reports import ReportedFinding, finding_formats


def _at_page(finding: AlertFinding, problem: Problem) -> Problem:
    """The finding at its place in pages, with that of the rule beside it; at the rule where it has no other."""
    if not finding.documented.source:
        return problem
    related = (Related(finding.found, finding.found_is),) if finding.found.source else ()
    return replace(problem, span=finding.documented, related=related)


def _told(finding: AlertFinding) -> ReportedFinding:
    problem = finding.problem()
    return ReportedFinding(
        problem=problem,
        at_page=_at_page(finding, problem),
        line=str(problem),
        message=finding.message,
        documented=finding.documented,
        found=finding.found,
        named=finding.object,
        field=finding.field,
        expected=finding.expected,
        actual=finding.actual,
    )


ALERT_FORMATS = finding_formats(_told)
"""Each format by its name."""
