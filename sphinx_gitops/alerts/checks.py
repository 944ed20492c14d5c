"""What is checked besides workflows: each code, its severity unless the project gives it another, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sphinx_gitops.problems import Severity
from sphinx_gitops.settings.rules import RuleSettings
from sphinx_gitops.waivers import UNKNOWN, UNUSED, WITHOUT_REASON


class Check(NamedTuple):
    """One thing that is checked between documentation and something else."""

    code: str
    severity: Severity | None
    "None where it is off unless the project turns it on."
    message: str
    explanation: str


ALERT_CHECKS: Mapping[str, Check] = {
    check.code: check
    for check in (
        Check(
            "alert-runbook-broken",
            Severity.WARNING,
            "The link of an alert leads to a page or an anchor that is not there.",
            "Whoever is paged finds nothing. The nearest place is named, and where a former id leads.",
        ),
        Check(
            "alert-runbook-moved",
            Severity.WARNING,
            "The link of an alert works by a former id or a redirect alone.",
            "It stops to work on the day on which that is removed. --fix writes the address of today.",
        ),
        Check(
            "alert-runbook-none",
            Severity.INFO,
            "An alert has no runbook.",
            "It has no link, and no runbook names it. It is a warning for the severities in gitops_alerts_required.",
        ),
        Check(
            "runbook-unused",
            None,
            "No alert leads to a runbook.",
            "Off unless the project turns it on: rules of other repositories link too.",
        ),
        Check(
            "alert-duplicate",
            Severity.WARNING,
            "Two rules have the same name and the same labels.",
            "Whoever is paged cannot tell which of them fired. The same group in files of the same name is a copy for "
            "another cluster, and none.",
        ),
        Check(
            "alert-unverifiable",
            Severity.INFO,
            "The link of an alert, or its name, is templated, or its file cannot be read.",
            "What only a renderer knows is never said to be wrong.",
        ),
    )
}
"""What is checked of alerts, by its code."""
LINK_CHECKS: Mapping[str, Check] = {
    check.code: check
    for check in (
        Check(
            "docs-link-broken",
            Severity.WARNING,
            "A link of a manifest leads to a page or an anchor of the documentation that is not there.",
            "An operator who follows it in the cluster or in a catalogue finds nothing. The nearest place is named.",
        ),
        Check(
            "docs-link-moved",
            Severity.WARNING,
            "A link of a manifest works by a former id or a redirect alone.",
            "It stops to work on the day on which that is removed. --fix writes the address of today.",
        ),
        Check(
            "docs-link-elsewhere",
            Severity.WARNING,
            "A link of a manifest leads to another component than the one that names the manifest.",
            "Whoever copies a manifest copies its link, too. The address of its own component is named.",
        ),
        Check(
            "docs-link-missing",
            Severity.INFO,
            "A manifest that a component names has no link to the documentation.",
            "--fix writes it where operators look: in spec.info of Argo CD, an annotation, or the links of Backstage.",
        ),
        Check(
            "docs-link-unverifiable",
            Severity.INFO,
            "A link of a manifest is templated or may be, or its file cannot be read.",
            "What only a renderer knows is never said to be wrong.",
        ),
        Check(
            "owner-differs",
            Severity.INFO,
            "The owner of a component is none of those whom CODEOWNERS gives the path of its manifests.",
            "Whoever is asked in an incident, and whoever is asked to review a change, are different people.",
        ),
    )
}
"""What is checked of the links and owners of manifests, by its code."""
CHECKS: Mapping[str, Check] = {**ALERT_CHECKS, **LINK_CHECKS}
"""Every one of them."""
WAIVER_CHECKS: Mapping[str, Check] = {
    check.code: check
    for check in (
        Check(
            WITHOUT_REASON,
            Severity.ERROR,
            "A waiver has no reason.",
            "It accepts nothing: an auditor reads why a finding is accepted, and by whom. Write the reason behind it.",
        ),
        Check(
            UNUSED,
            Severity.WARNING,
            "A waiver waives nothing.",
            "What it accepted is mended, or has another code or place today. Left there, it hides the next finding.",
        ),
        Check(
            UNKNOWN,
            Severity.WARNING,
            "A waiver names no rule.",
            "There is one with nearly this name: what was to be accepted is still told.",
        ),
    )
}
"""What can be wrong with a waiver, by its code."""
DESCRIBED: Mapping[str, Check] = {**CHECKS, **WAIVER_CHECKS}
"""Every code besides those of rules that has an explanation."""


def check_severity(code: str, settings: RuleSettings) -> Severity | None:
    """How much a finding of a code matters to a project; None where it does not count."""
    return settings.severities.get(code, CHECKS[code].severity)
