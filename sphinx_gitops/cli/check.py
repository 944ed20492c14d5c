"""``sphinx-gitops check FILE...``: what is wrong with workflows, in the format that is asked for."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from sphinx_gitops.cli.files import reading
from sphinx_gitops.cli.files.project import Project, project_of
from sphinx_gitops.cli.files.streams import put, say
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Problem
from sphinx_gitops.reports import FORMATS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, what they are held against, and how their problems are told."""
    reading.add_arguments(parser, many=True)
    words = "hold sound workflows against the rules that gitops_rules and gitops_rules_profile of the project choose"
    parser.add_argument("--rules", action="store_true", help=words)
    words = "text for readers, json for programs, github for annotations of a pull request, sarif for code scanning"
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help=words)
    words = "say on standard error how many files are sound, and what has been waived"
    parser.add_argument("--verbose", action="store_true", help=words)


def _told(sound: int, total: int, waived: Iterable[Problem]) -> str:
    accepted = "".join(f"{problem.span}: waived: {problem.text}: {problem.waived}\n" for problem in waived)
    return f"{accepted}{sound} of {total} {'file is' if total == 1 else 'files are'} sound\n"


def check(options: argparse.Namespace) -> int:
    """Print the problems of all files; a sound file is not a word. Raises UsageError."""
    found: dict[Problem, None] = {}
    sound: list[bool] = []
    workflows: list[tuple[Workflow | None, Project]] = []
    for name in options.files:
        project = project_of(name, options.conf)
        read = reading.read(name, options.template, project.settings.vocabulary)
        problems = project.explained(read.problems)
        workflows.append((None if reading.failed(problems) else read.workflow, project))
        sound.append(not problems)
        found.update(dict.fromkeys((*project.problems, *problems)))
    waived: tuple[Problem, ...] = ()
    if options.rules:
        from sphinx_gitops.cli.files.ruled import ruled  # noqa: PLC0415 - rules are many, and few hooks ask for them

        outcome = ruled(workflows)
        found.update(dict.fromkeys(outcome.problems))
        waived = outcome.waived
        sound = [good and not broken for good, broken in zip(sound, outcome.broken, strict=True)]
    put(FORMATS[options.format]((*found, *waived)))
    if options.verbose:
        say(_told(sum(sound), len(sound), waived))
    return reading.failed(found)
