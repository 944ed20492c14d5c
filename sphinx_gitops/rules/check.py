"""All rules that count for a project, asked of one workflow and of its repositories."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.importers.discovery import Verdict
from sphinx_gitops.importers.rules import MANIFEST_RULES
from sphinx_gitops.model import Part, Workflow
from sphinx_gitops.problems import Problem, Related, Severity, Span
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.judging import (
    JudgedViolation,
    RuledManifest,
    WorkflowRepository,
    counting,
    judge,
    judge_manifests,
)
from sphinx_gitops.rules.rules import RULES, WORKFLOW_RULES
from sphinx_gitops.runbook import Procedure
from sphinx_gitops.settings import Settings
from sphinx_gitops.waivers import Subject, Waivers


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOutcome:
    """What the rules found: problems, and what was accepted, each with the reason for which it is waived."""

    problems: tuple[Problem, ...]
    waived: tuple[Problem, ...] = ()


def _name(workflow: Workflow, subject: Subject) -> str:
    return f"{workflow.id}.{subject.id}" if isinstance(subject, Part) else workflow.id


def _problem(workflow: Workflow, ruled: JudgedViolation, severity: Severity) -> Problem:
    finding = ruled.finding
    return Problem(
        code=ruled.rule.code,
        message=finding.text,
        span=finding.subject.span,
        path=_name(workflow, finding.subject),
        severity=severity,
        waived=ruled.waived,
    )


def _manifest_problem(workflow: Workflow, ruled: RuledManifest, severity: Severity) -> Problem:
    owner = ruled.owner
    related = (Related(owner.span, f"documented as {_name(workflow, owner)}"),) if owner else ()
    return Problem(
        code=ruled.rule.code,
        message=ruled.judged.message,
        span=ruled.source.span(ruled.judged.location),
        severity=severity,
        related=related,
        waived=ruled.waived,
    )


def _workflow_problems(delivery: Delivery, settings: Settings, waivers: Waivers) -> Iterator[Problem]:
    in_force = counting(delivery.workflow, settings.rules)
    lenient = settings.rules.profile == Profile.MINIMAL.value
    asked = (rule for rule in WORKFLOW_RULES if rule.code in in_force)
    for ruled in judge(delivery, asked, waivers):
        if ruled.waived or not (lenient and ruled.finding.absent):
            yield _problem(delivery.workflow, ruled, in_force[ruled.rule.code])


def _manifest_problems(
    workflow: Workflow, sources: Iterable[WorkflowRepository], settings: Settings, waivers: Waivers
) -> Iterator[Problem]:
    in_force = settings.rules.in_force(MANIFEST_RULES)
    for ruled in judge_manifests(workflow, sources, waivers):
        if ruled.rule.code in in_force and ruled.judged.verdict is Verdict.BROKEN:
            yield _manifest_problem(workflow, ruled, in_force[ruled.rule.code])


def check_rules(
    workflow: Workflow,
    settings: Settings,
    *,
    runbooks: Mapping[str, Collection[Procedure | None]] | None = None,
    foreign: Mapping[str, str] | None = None,
    sources: Collection[WorkflowRepository] = (),
) -> RuleOutcome:
    """Hold a workflow against the rules of its project; the problems are in the order of their lines.

    *runbooks* has the procedures of the runbooks of each component, by its id, where runbooks are known; *foreign* the
    kinds of components of other workflows at which flows end, by their full names; *sources* the repositories that it
    names under ``manifests``, where they have been read. Raises nothing.
    """
    delivery = Delivery(
        workflow=workflow,
        vocabulary=settings.vocabulary,
        runbooks=runbooks,
        foreign=foreign or {},
    )
    waivers = Waivers(workflow)
    found = [
        *_workflow_problems(delivery, settings, waivers),
        *_manifest_problems(workflow, sources, settings, waivers),
    ]
    asked = (*WORKFLOW_RULES, *(MANIFEST_RULES if sources else ()))
    faults = [*waivers.unused(settings.rules.in_force(asked)), *waivers.faults([rule.code for rule in RULES])]
    problems = [problem for problem in found if not problem.waived]
    return RuleOutcome(
        problems=tuple(sorted((*problems, *faults), key=lambda one: one.span)),
        waived=tuple(problem for problem in found if problem.waived),
    )


_Key: TypeAlias = tuple[str, Span, str, str]


def key_of(problem: Problem) -> _Key:
    """What a problem is, whoever tells it, and whatever is told beside it."""
    return problem.code, problem.span, problem.path, problem.message


def merged(outcomes: Iterable[RuleOutcome]) -> tuple[Problem, ...]:
    """The problems of several workflows, each once: a manifest that two of them name is told once, or waived by one."""
    every = tuple(outcomes)
    accepted = {key_of(problem) for outcome in every for problem in outcome.waived}
    found: dict[_Key, Problem] = {}
    for problem in (problem for outcome in every for problem in outcome.problems):
        key = key_of(problem)
        if key not in accepted and (key not in found or (problem.related and not found[key].related)):
            found[key] = problem
    return tuple(found.values())
