"""Workflows with their repositories and the settings of their projects in, every finding of drift out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_gitops.drift.baseline import Baseline
from sphinx_gitops.drift.comparison import Documented, compared
from sphinx_gitops.drift.difference import DriftFinding
from sphinx_gitops.drift.differences import Differences
from sphinx_gitops.drift.missing import MissingObjects
from sphinx_gitops.drift.naming.matching import Standing
from sphinx_gitops.drift.rules import DRIFT_RULES, SHARED
from sphinx_gitops.model import Binding
from sphinx_gitops.problems import Problem, Severity
from sphinx_gitops.waivers import Waivers


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftOutcome:
    """What was found, those waived too, in the order of the documentation; and waivers that waive nothing."""

    findings: tuple[DriftFinding, ...]
    problems: tuple[Problem, ...] = ()
    unknown: tuple[Binding, ...] = ()
    "The bindings of which nobody knows what they mean: a template may name it, or its kind is not looked for."

    @property
    def fails(self) -> bool:
        """Whether a finding counts."""
        return any(finding.counts for finding in self.findings)


def _of(differences: Differences, in_force: Mapping[str, Severity], waivers: Waivers) -> Iterator[DriftFinding]:
    for rule in DRIFT_RULES:
        for difference in rule.check(differences) if rule.code in in_force else ():
            waiver = waivers.covering(rule.code, difference.subject)
            yield DriftFinding(
                code=rule.code,
                severity=in_force[rule.code],
                difference=difference,
                waived=waiver.reason if waiver else "",
            )


def _order(finding: DriftFinding) -> tuple[object, ...]:
    one = finding.difference
    return one.documented[:2], finding.code, one.object, one.field, one.expected


def check_drift(every: Sequence[Documented], baseline: Baseline | None = None) -> DriftOutcome:
    """Hold workflows against their repositories; what the *baseline* has is left out. Raises nothing."""
    findings: list[DriftFinding] = []
    problems: list[Problem] = []
    unknown: list[Binding] = []
    known = baseline or Baseline()
    missing = [MissingObjects(comparison=comparison) for comparison in compared(every)]
    taken = frozenset(known for one in missing for known in one.taken)
    for one in missing:
        comparison = one.comparison
        codes = comparison.documented.settings.rules.in_force(DRIFT_RULES)
        waivers = Waivers(comparison.workflow)
        found = _of(Differences(missing=one, taken=taken), codes, waivers)
        findings += (finding for finding in found if not known.has(finding))
        unknown += (match.binding for match in comparison.matches if match.standing is Standing.UNKNOWN)
        if comparison.inventories:
            problems += waivers.unused(codes.keys() - SHARED)
    return DriftOutcome(findings=tuple(sorted(findings, key=_order)), problems=tuple(problems), unknown=tuple(unknown))
