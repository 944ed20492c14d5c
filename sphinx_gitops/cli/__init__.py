"""Arguments of the command ``sphinx-gitops`` in, its exit status out; knows nothing of Sphinx.

Exit status: 0 fine, 1 problems, 2 wrong usage. What is asked for goes to standard output, problems to standard error;
what ``check`` is asked for is the problems. A new command is a module with ``add_arguments`` and a function that runs
it, and one line in ``COMMANDS``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

import sphinx_gitops
from sphinx_gitops.cli import check, discover, emit, explain, init, outline, render, schema
from sphinx_gitops.cli.streams import StreamError, flush, prepare, put, say, silence
from sphinx_gitops.cli.usage import UsageError


class Command(NamedTuple):
    """One command: its name, what it does in one sentence, its arguments, and what runs it."""

    name: str
    does: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


COMMANDS = (
    Command("check", "Print what is wrong with workflows; exit 1 on errors.", check.add_arguments, check.check),
    Command(
        "discover",
        "Print what the manifests of a GitOps repository declare.",
        discover.add_arguments,
        discover.discover,
    ),
    Command("emit", "Print a workflow as Mermaid, for a README on a code host.", emit.add_arguments, emit.emit),
    Command("init", "Print a workflow that draws a GitOps repository.", init.add_arguments, init.init),
    Command("explain", "Print what a rule says and why.", explain.add_arguments, explain.explain),
    Command("outline", "Print a workflow in words.", outline.add_arguments, outline.outline),
    Command("render", "Draw a workflow.", render.add_arguments, render.render),
    Command("schema", "Print the JSON Schema of the format or of the export.", schema.add_arguments, schema.schema),
)
"""Every command, in the order of ``--help``."""


class _Parser(argparse.ArgumentParser):
    """Says by the streams of this command what argparse would say, which takes no notice of a full disk."""

    def _print_message(self, message: str, file: object = None) -> None:
        (put if file is sys.stdout else say)(message)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="sphinx-gitops", description="GitOps delivery workflows as diagrams.")
    parser.add_argument("--version", action="version", version=sphinx_gitops.__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.does, description=command.does)
        sub.set_defaults(run=command.run, usage_error=sub.error)
        command.add_arguments(sub)
    return parser


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = _parser().parse_args(arguments)
        status: int = options.run(options)
    except UsageError as error:
        options.usage_error(str(error))
    flush()
    return status


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    prepare()
    try:
        return _run(arguments)
    except StreamError as error:
        silence(error)
        return 1
