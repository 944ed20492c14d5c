"""What ``check``, ``emit``, ``outline`` and ``render`` begin with: a file read as the settings of its project say."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sphinx_gitops.cli.files import project
from sphinx_gitops.cli.files.project import Project, project_of
from sphinx_gitops.cli.files.streams import STDIN, say
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Problem, Severity, Span
from sphinx_gitops.reader import TEMPLATES, Reading, read_path, read_text
from sphinx_gitops.reader.files import File, decode
from sphinx_gitops.reports import to_text
from sphinx_gitops.settings import Settings
from sphinx_gitops.vocabulary import Vocabulary

_SHOWN = "<stdin>"


def add_arguments(parser: argparse.ArgumentParser, *, many: bool = False) -> None:
    """The file, its template and its project."""
    words = "a workflow in YAML; - for standard input"
    if many:
        parser.add_argument("files", metavar="FILE", nargs="+", help=words)
    else:
        parser.add_argument("file", metavar="FILE", help=words)
    parser.add_argument("--template", default="", choices=["", *TEMPLATES], help="the built-in workflow to start from")
    project.add_arguments(parser)


def add_status(parser: argparse.ArgumentParser) -> None:
    """The option that names snapshots of clusters."""
    words = "what 'kubectl get applications,kustomizations,helmreleases -A -o json' printed; may be repeated"
    parser.add_argument("--status", action="append", default=[], metavar="[ENVIRONMENT=]FILE", help=words)


def read(name: str, template: str, vocabulary: Vocabulary) -> Reading:
    """Read one file, or standard input."""
    if name != STDIN:
        return read_path(Path(name), source=name, template=template, vocabulary=vocabulary)
    raw = sys.stdin.buffer.read() if sys.stdin else b""
    text, problem = decode(raw, _SHOWN)
    if problem:
        return Reading(workflow=None, problems=(problem,))
    return read_text(
        text,
        locate=lambda line, column: Span(_SHOWN, line + 1, column + 1),
        default="workflow",
        template=template,
        vocabulary=vocabulary,
        file=File(path=Path(STDIN), shown=_SHOWN, root=Path(), top=""),
    )


def failed(problems: Iterable[Problem]) -> int:
    """The exit status that problems mean."""
    return int(any(problem.severity is Severity.ERROR for problem in problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedWorkflow:
    """A workflow, None where nothing of it can be used, with its project's settings, and the exit status so far."""

    workflow: Workflow | None
    settings: Settings
    status: int


def open_workflow(options: argparse.Namespace) -> OpenedWorkflow:
    """Read the file that the options name, and say what is wrong with it on standard error. Raises UsageError."""
    found: Project = project_of(options.file, options.conf)
    reading = read(options.file, options.template, found.settings.vocabulary)
    workflow = reading.workflow
    said: tuple[Problem, ...] = ()
    names = getattr(options, "status", ())
    if workflow and names:
        from sphinx_gitops.cli.files.statuses import with_status  # noqa: PLC0415 - few pictures show states

        workflow, said = with_status(workflow, names)
    problems = (*found.problems, *found.explained(reading.problems), *said)
    say(to_text(problems))
    return OpenedWorkflow(workflow=workflow, settings=found.settings, status=failed(problems))
