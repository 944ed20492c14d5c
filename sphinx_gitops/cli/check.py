"""``sphinx-gitops check FILE...``: what is wrong with workflows, in the format that is asked for."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence

from sphinx_gitops.cli.files import reading
from sphinx_gitops.cli.files.manifest_sources import sources_of
from sphinx_gitops.cli.files.project import Project, project_of
from sphinx_gitops.cli.files.streams import put, say
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Problem
from sphinx_gitops.reports import FORMATS
from sphinx_gitops.rules import RuleOutcome, check_codes, check_rules, key_of, merged

_RULES = ("gitops_rules", "gitops_rules_profile")
"""The settings that say which rules count."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, what they are held against, and how their problems are told."""
    reading.add_arguments(parser, many=True)
    words = "hold sound workflows against the rules that gitops_rules and gitops_rules_profile of the project choose"
    parser.add_argument("--rules", action="store_true", help=words)
    words = "text for readers, json for programs, github for annotations of a pull request, sarif for code scanning"
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help=words)
    words = "say on standard error how many files are sound, and what has been waived"
    parser.add_argument("--verbose", action="store_true", help=words)


def _ruled(workflow: Workflow, project: Project) -> RuleOutcome:
    """What breaks the rules, or the project's choice of them."""
    conf = project.conf
    unread = tuple(conf.unread[name] for name in _RULES if name in conf.unread) if conf else ()
    chosen = tuple(check_codes(project.settings.rules, conf.lines if conf else None))
    outcome = check_rules(workflow, project.settings, sources=sources_of(workflow, project.root))
    return RuleOutcome(problems=(*unread, *chosen, *outcome.problems), waived=outcome.waived)


def _told(sound: int, total: int, waived: Iterable[Problem]) -> str:
    accepted = "".join(f"{problem.span}: waived: {problem.text}: {problem.waived}\n" for problem in waived)
    return f"{accepted}{sound} of {total} {'file is' if total == 1 else 'files are'} sound\n"


def check(options: argparse.Namespace) -> int:
    """Print the problems of all files; a sound file is not a word. Raises UsageError.

    What several workflows say of one repository is told once, and a waiver of one of them accepts it.
    """
    found: dict[Problem, None] = {}
    read_so: list[tuple[Sequence[Problem], RuleOutcome]] = []
    for name in options.files:
        project = project_of(name, options.conf)
        read = reading.read(name, options.template, project.settings.vocabulary)
        problems = project.explained(read.problems)
        workflow = read.workflow if options.rules and not reading.failed(problems) else None
        outcome = _ruled(workflow, project) if workflow else RuleOutcome(problems=())
        read_so.append((problems, outcome))
        found.update(dict.fromkeys((*project.problems, *problems)))
    outcomes = [outcome for _, outcome in read_so]
    found.update(dict.fromkeys(merged(outcomes)))
    waived = list(dict.fromkeys(problem for outcome in outcomes for problem in outcome.waived))
    put(FORMATS[options.format]((*found, *waived)))
    if options.verbose:
        told = set(map(key_of, found))
        sound = [not problems and told.isdisjoint(map(key_of, outcome.problems)) for problems, outcome in read_so]
        say(_told(sum(sound), len(sound), waived))
    return reading.failed(found)
