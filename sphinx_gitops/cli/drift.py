"""``sphinx-gitops drift FILE...``: where workflows and the repositories that they name differ."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sphinx_gitops.cli.discover import add_reading, selection_of, store_of
from sphinx_gitops.cli.drift_fix import fix
from sphinx_gitops.cli.files import reading
from sphinx_gitops.cli.files.project import Project, project_of
from sphinx_gitops.cli.files.streams import STDIN, STDOUT, put, say, write
from sphinx_gitops.cli.usage import UsageError
from sphinx_gitops.drift.baseline import Baseline, BaselineError, read_baseline
from sphinx_gitops.drift.check import check_drift
from sphinx_gitops.drift.comparison import Documented
from sphinx_gitops.drift.difference import DriftFinding
from sphinx_gitops.drift.repositories import Repositories
from sphinx_gitops.importers.discovery import Discovery
from sphinx_gitops.importers.reading import read_repository
from sphinx_gitops.model import Workflow
from sphinx_gitops.paths import is_folder, is_there
from sphinx_gitops.problems import Problem, Severity
from sphinx_gitops.reports import to_text
from sphinx_gitops.reports.drift_reports import DRIFT_FORMATS
from sphinx_gitops.workflows.manifest_folders import folders_of

_RELATIVE = frozenset({"sarif", "github"})
"""The formats whose readers know files from the top of the checkout alone."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, what does not count, and how findings are told."""
    reading.add_arguments(parser, many=True)
    words = "text for readers, json for programs and as a baseline, sarif for code scanning, github for annotations"
    parser.add_argument("--format", choices=tuple(DRIFT_FORMATS), default="text", help=words)
    parser.add_argument("-o", "--output", default=STDOUT, metavar="FILE", help="where the report goes")
    parser.add_argument("--baseline", metavar="FILE", default="", help="an earlier JSON: what it has does not count")
    parser.add_argument("--fix", action="store_true", help="write the values that changed into the workflows first")
    add_reading(parser)


def _baseline(name: str) -> Baseline | None:
    """The baseline in a file. Raises UsageError."""
    if not name:
        return None
    try:
        return read_baseline(Path(name).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        reason = str(error) if isinstance(error, BaselineError) else getattr(error, "strerror", None) or str(error)
        raise UsageError(f"argument --baseline: {name} cannot be used: {reason}") from error


def _repositories(options: argparse.Namespace) -> Repositories:
    selection, store = selection_of(options), store_of(options)

    def read(folder: Path) -> Discovery | None:
        return read_repository(folder, selection, store).discovery if is_folder(folder) else None

    return Repositories(read)


def _unheld(workflow: Workflow) -> Problem | None:
    """A word on a workflow that names no repository: silence would look like agreement."""
    if workflow.manifests:
        return None
    message = "nothing is held against a repository: name its folder under 'manifests'"
    return Problem(code="drift", message=message, span=workflow.span, severity=Severity.INFO)


def _documented(workflow: Workflow, project: Project, repositories: Repositories) -> Documented:
    folders = ((one.text, one.path, one.path.as_posix()) for one in folders_of(workflow, project.root))
    inventories, absent = repositories.of(folders)
    return Documented(workflow=workflow, settings=project.settings, inventories=inventories, absent=absent)


def _opened(options: argparse.Namespace) -> tuple[list[Documented], int]:
    """The workflows of all files with their repositories, and 1 where a file has errors. Raises UsageError."""
    repositories = _repositories(options)
    found, status = [], 0
    for name in options.files:
        if name != STDIN and not is_there(Path(name)):
            raise UsageError(f"there is no file {name}")
        project = project_of(name, options.conf)
        read = reading.read(name, options.template, project.settings.vocabulary)
        problems = (*project.problems, *project.explained(read.problems))
        status |= reading.failed(problems)
        if read.workflow:
            unheld = _unheld(read.workflow)
            problems = (*problems, unheld) if unheld else problems
            found.append(_documented(read.workflow, project, repositories))
        say(to_text(problems))
    return found, status


def _from_here(path: str) -> str:
    """A path as seen from the working folder."""
    folder = "/" if path.endswith("/") else ""
    try:
        return Path(os.path.relpath(path)).as_posix() + folder
    except ValueError:  # on two drives of Windows
        return path


def relative(finding: DriftFinding) -> DriftFinding:
    """The finding with both places as seen from the working folder."""
    one = finding.difference
    documented = one.documented._replace(source=_from_here(one.documented.source))
    found = one.found._replace(file=_from_here(one.found.file))
    return replace(finding, difference=replace(one, documented=documented, found=found))


def report(findings: Sequence[DriftFinding], name: str) -> str:
    """The report in a format."""
    return DRIFT_FORMATS[name]([relative(one) for one in findings] if name in _RELATIVE else findings)


def drift(options: argparse.Namespace) -> int:
    """Print what differs; 1 where a finding counts or a file has errors. Raises UsageError."""
    baseline = _baseline(options.baseline)
    documented, status = _opened(options)
    outcome = check_drift(documented, baseline)
    if options.fix:
        written, failed = fix(outcome.findings)
        status |= failed
        if written:
            documented, again = _opened(options)
            status |= again
            outcome = check_drift(documented, baseline)
    say(to_text(outcome.problems))
    text = report(outcome.findings, options.format)
    if options.output == STDOUT:
        put(text)
    else:
        status |= write(text.encode("utf-8", "backslashreplace"), options.output)
    return int(outcome.fails or bool(status))
