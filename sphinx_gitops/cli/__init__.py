"""Arguments of the command ``sphinx-gitops`` in, its exit status out; knows nothing of Sphinx.

Exit status: 0 fine, 1 problems, 2 wrong usage. What is asked for goes to standard output, problems to standard error;
what ``check`` is asked for is the problems. A new command is a module with ``add_arguments`` and a function of its name
that runs it, and one line in ``COMMANDS``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

import sphinx_gitops
from sphinx_gitops.cli.files.streams import StreamError, flush, prepare, put, say, silence
from sphinx_gitops.cli.usage import UsageError


class Command(NamedTuple):
    """One command: its name, what it does in one sentence, and what its module and the function in it are called.

    The last is the name itself, but where Python has that word for its own.
    """

    name: str
    does: str
    called: str = ""

    @property
    def function(self) -> str:
        """The name of its module, and of the function in it that runs it."""
        return self.called or self.name

    @property
    def module(self) -> ModuleType:
        """Its module, loaded when it is asked for: a hook that checks waits for no painter."""
        return import_module(f"{__name__}.{self.function}")


COMMANDS = (
    Command("alerts", "Print what is wrong between alerts and their runbooks; exit 1 where something is."),
    Command(
        "annotate", "Print what is wrong between links of manifests and the documentation; exit 1 where something is."
    ),
    Command("check", "Print what is wrong with workflows; exit 1 on errors."),
    Command("diff", "Print what a change does to a workflow; draw it."),
    Command("discover", "Print what the manifests of a GitOps repository declare."),
    Command("drift", "Print where workflows and their repositories differ; exit 1 where they do."),
    Command("emit", "Print a workflow as Mermaid, for a README on a code host."),
    Command("explain", "Print what a rule says and why."),
    Command("import", "Print a diagram in Mermaid or Graphviz as a workflow.", "import_diagram"),
    Command("init", "Print a workflow that draws a GitOps repository."),
    Command("outline", "Print a workflow in words."),
    Command("render", "Draw a workflow."),
    Command("schema", "Print the JSON Schema of the format, the export or a report of drift."),
)
"""Every command, in the order of ``--help``."""


class _Parser(argparse.ArgumentParser):
    """Says by the streams of this command what argparse would say, which takes no notice of a full disk.

    Without colours, which newer versions of Python write as commands to the terminal.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.color = False

    def _print_message(self, message: str, file: object = None) -> None:
        (put if file is sys.stdout else say)(message)


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of all commands, with the arguments of those that may be meant."""
    parser = _Parser(prog="sphinx-gitops", description="GitOps delivery workflows as diagrams.")
    parser.add_argument("--version", action="version", version=sphinx_gitops.__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.does, description=command.does)
        if command.name in arguments:
            module = command.module
            sub.set_defaults(run=getattr(module, command.function), usage_error=sub.error)
            module.add_arguments(sub)
    return parser


_LISTS = ("files", "paths", "what")
"""The arguments of which there may be several: argparse takes those alone that are written before an option."""


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments of a command; files may be written before, between and behind its options."""
    parser = _parser(arguments)
    options, rest = parser.parse_known_args(arguments)
    listed = next((getattr(options, name) for name in _LISTS if hasattr(options, name)), None)
    end = rest.index("--") if "--" in rest else len(rest)
    words = rest[:end] + rest[end + 1 :]
    if words and (listed is None or any(word.startswith("-") and word != "-" for word in rest[:end])):
        options.usage_error(f"unrecognized arguments: {' '.join(words)}")
    if words and listed is not None:
        listed.extend(words)
    return options


def _run(arguments: Sequence[str]) -> int:
    try:
        options = _parsed(arguments)
        status: int = options.run(options)
    except UsageError as error:
        options.usage_error(str(error))
    flush()
    return status


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    prepare()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except StreamError as error:
        silence(error)
        return 1
