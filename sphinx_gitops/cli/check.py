"""``sphinx-gitops check FILE...``: what is wrong with workflows, in the format that is asked for."""

from __future__ import annotations

import argparse

from sphinx_gitops.cli import reading
from sphinx_gitops.cli.project import project_of
from sphinx_gitops.cli.streams import put, say
from sphinx_gitops.problems import Problem
from sphinx_gitops.reports import FORMATS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, and how their problems are told."""
    reading.add_arguments(parser, many=True)
    words = "text for readers, json for programs, github for annotations of a pull request, sarif for code scanning"
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help=words)
    parser.add_argument("--verbose", action="store_true", help="say on standard error how many files are sound")


def check(options: argparse.Namespace) -> int:
    """Print the problems of all files; a sound file is not a word. Raises UsageError."""
    found: dict[Problem, None] = {}
    sound = 0
    for name in options.files:
        project = project_of(name, options.conf)
        problems = project.explained(reading.read(name, options.template, project.settings.vocabulary).problems)
        sound += not problems
        found.update(dict.fromkeys((*project.problems, *problems)))
    put(FORMATS[options.format](tuple(found)))
    if options.verbose:
        total = len(options.files)
        say(f"{sound} of {total} {'file is' if total == 1 else 'files are'} sound\n")
    return reading.failed(found)
