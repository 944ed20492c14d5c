"""Workflows that have been read and their projects in, what breaks the rules that each project chooses out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sphinx_gitops.cli.files.manifest_sources import sources_of
from sphinx_gitops.cli.files.project import Project
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Problem
from sphinx_gitops.rules import RuleOutcome, check_codes, check_rules, key_of, merged

_RULES = ("gitops_rules", "gitops_rules_profile")
"""The settings that say which rules count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledWorkflows:
    """The problems of all workflows, each once, what has been waived, and which of the workflows have problems."""

    problems: tuple[Problem, ...]
    waived: tuple[Problem, ...]
    broken: tuple[bool, ...]


def _outcome(workflow: Workflow, project: Project) -> RuleOutcome:
    """What breaks the rules, or the project's choice of them."""
    conf = project.conf
    unread = tuple(conf.unread[name] for name in _RULES if name in conf.unread) if conf else ()
    chosen = tuple(check_codes(project.settings.rules, conf.lines if conf else None))
    outcome = check_rules(workflow, project.settings, sources=sources_of(workflow, project.root))
    return RuleOutcome(problems=(*unread, *chosen, *outcome.problems), waived=outcome.waived)


def ruled(found: Iterable[tuple[Workflow | None, Project]]) -> RuledWorkflows:
    """Hold each workflow that can be used against the rules.

    What several workflows say of one repository is told once, and a waiver of one of them accepts it.
    """
    nothing = RuleOutcome(problems=())
    outcomes = [_outcome(workflow, project) if workflow else nothing for workflow, project in found]
    problems = merged(outcomes)
    told = set(map(key_of, problems))
    return RuledWorkflows(
        problems=problems,
        waived=tuple(dict.fromkeys(problem for outcome in outcomes for problem in outcome.waived)),
        broken=tuple(not told.isdisjoint(map(key_of, outcome.problems)) for outcome in outcomes),
    )
