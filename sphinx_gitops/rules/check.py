"""All rules that count for a project, asked of one workflow."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.model import Part, Workflow
from sphinx_gitops.problems import Problem, Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.rules import RULES, WORKFLOW_RULES
from sphinx_gitops.rules.workflow_rule import Finding, WorkflowRule
from sphinx_gitops.runbook import Procedure
from sphinx_gitops.settings import Settings
from sphinx_gitops.waivers import Subject, Waivers


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the rules found: problems, and what was accepted, each with the reason for which it is waived."""

    problems: tuple[Problem, ...]
    waived: tuple[Problem, ...] = ()


def _name(workflow: Workflow, subject: Subject) -> str:
    return f"{workflow.id}.{subject.id}" if isinstance(subject, Part) else workflow.id


def _problem(workflow: Workflow, rule: WorkflowRule, finding: Finding, severity: Severity) -> Problem:
    return Problem(
        code=rule.code,
        message=finding.text,
        span=finding.subject.span,
        path=_name(workflow, finding.subject),
        severity=severity,
    )


def check_rules(
    workflow: Workflow,
    settings: Settings,
    *,
    runbooks: Mapping[str, Collection[Procedure | None]] | None = None,
    foreign: Mapping[str, str] | None = None,
) -> Outcome:
    """Hold a workflow against the rules of its project; the problems are in the order of their lines.

    *runbooks* has the procedures of the runbooks of each component, by its id, where runbooks are known; *foreign* the
    kinds of components of other workflows at which flows end, by their full names. Raises nothing.
    """
    in_force = settings.rules.in_force(WORKFLOW_RULES)
    delivery = Delivery(
        workflow=workflow,
        vocabulary=settings.vocabulary,
        runbooks=runbooks,
        foreign=foreign or {},
    )
    lenient = settings.rules.profile == Profile.MINIMAL.value
    waivers = Waivers(workflow)
    problems: list[Problem] = []
    waived: list[Problem] = []
    broken = ((rule, finding) for rule in WORKFLOW_RULES if rule.code in in_force for finding in rule.check(delivery))
    for rule, finding in broken:
        waiver = waivers.covering(rule.code, finding.subject)
        problem = _problem(workflow, rule, finding, in_force[rule.code])
        if waiver:
            waived.append(replace(problem, waived=waiver.reason))
        elif not (lenient and finding.absent):
            problems.append(problem)
    problems += [*waivers.unused(in_force), *waivers.faults([rule.code for rule in RULES])]
    return Outcome(problems=tuple(sorted(problems, key=lambda one: one.span)), waived=tuple(waived))
