"""``sphinx-gitops alerts PATH...``: what is wrong between the alerts of rule files and a finished documentation."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sphinx_gitops.alerts.check import AlertOutcome, check_alerts
from sphinx_gitops.alerts.files import read_sources
from sphinx_gitops.alerts.pages import Pages
from sphinx_gitops.alerts.placing import RunbookPlace
from sphinx_gitops.alerts.reading import AlertFile
from sphinx_gitops.alerts.review import review, state_of
from sphinx_gitops.cli.alerts_write import fix, write_scaffold
from sphinx_gitops.cli.files import documentation
from sphinx_gitops.cli.files.documentation import project_at, settings_with, site_of, unread
from sphinx_gitops.cli.files.streams import STDOUT, put, say, write
from sphinx_gitops.cli.usage import UsageError
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.problems import Problem
from sphinx_gitops.reports import to_text
from sphinx_gitops.reports.alert_reports import ALERT_FORMATS
from sphinx_gitops.settings import Settings

_SETTINGS = ("gitops_alerts_annotations", "gitops_alerts_required")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """What a command has been given, read."""

    files: tuple[AlertFile, ...]
    problems: tuple[Problem, ...]
    runbooks: tuple[RunbookPlace, ...]
    pages: Pages
    settings: Settings

    def check(self) -> AlertOutcome:
        """Hold all of it against each other."""
        return check_alerts(self.files, self.runbooks, self.pages, self.settings)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The rule files, the documentation, and what is made of both."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a rule file, a folder of them, or a glob")
    documentation.add_arguments(parser)
    words = "text for readers, json for programs, github for annotations of a pull request, sarif for code scanning"
    parser.add_argument("--format", choices=tuple(ALERT_FORMATS), default="text", help=words)
    parser.add_argument("-o", "--output", default=STDOUT, metavar="FILE", help="where the report goes")
    parser.add_argument("--list", action="store_true", help="print every alert, and where it leads, instead")
    words = "write addresses of today, and links of alerts that a runbook names, into the rule files first"
    parser.add_argument("--fix", action="store_true", help=words)
    words = "write a page for the review of those on call, in Markdown"
    parser.add_argument("--report", metavar="FILE", default="", help=words)
    words = "write a runbook to fill in for each alert without a page into this folder of the documentation"
    parser.add_argument("--scaffold", metavar="FOLDER", type=Path, help=words)
    words = "the markup of --scaffold; default: that of the pages in its folder, or around it"
    parser.add_argument("--markup", choices=("rst", "md"), default="", help=words)


def _open(options: argparse.Namespace) -> _Opened:
    """Read everything. Raises UsageError."""
    found = project_at(options)
    sources = read_sources(options.paths, Path())
    if sources.empty:
        raise UsageError(f"there is no rule file {sources.empty[0]}, and none in it")
    site = site_of(options, found)
    return _Opened(
        files=sources.files,
        problems=(*found.problems, *unread(found, options.base, _SETTINGS), *sources.problems),
        runbooks=site.runbooks,
        pages=site.pages,
        settings=settings_with(options, found, site),
    )


def _listed(outcome: AlertOutcome, *, resolved: bool) -> str:
    """Every alert on a line: its place, name, severity, and where it leads."""
    rows = [
        (
            f"{one.alert.span.source}:{one.alert.span.line}",
            one.alert.name,
            "templated" if is_templated(one.alert.severity) else one.alert.severity or "-",
            ", ".join(one.runbooks) or state_of(one, resolved=resolved),
        )
        for one in outcome.alerts
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return "".join(
        f"{'  '.join(word.ljust(width) for word, width in zip(row, widths, strict=False))}  {row[3]}\n" for row in rows
    )


def _summary(outcome: AlertOutcome, *, resolved: bool) -> str:
    """How many alerts lead where."""
    states = [state_of(one, resolved=resolved) for one in outcome.alerts]
    words = ", ".join(f"{states.count(state)} {state}" for state in sorted(set(states), key=states.index))
    return f"{len(states)} {'alert' if len(states) == 1 else 'alerts'}{': ' if words else ''}{words}\n"


def _written(problems: Iterable[Problem]) -> str:
    return to_text(list(problems))


def alerts(options: argparse.Namespace) -> int:
    """Print what is wrong; 1 where a finding counts or something could not be written. Raises UsageError."""
    opened = _open(options)
    outcome, status = opened.check(), 0
    if options.fix:
        changed, status = fix(outcome, opened.files, opened.pages, opened.settings)
        if changed:
            opened = _open(options)
            outcome = opened.check()
    say(_written(opened.problems))
    if options.scaffold:
        status |= write_scaffold(outcome, options.scaffold, options.markup)
    if options.report:
        status |= write(review(outcome.alerts, outcome.findings).encode("utf-8", "backslashreplace"), options.report)
    resolved = bool(opened.settings.alerts.bases)
    text = _listed(outcome, resolved=resolved) if options.list else ALERT_FORMATS[options.format](outcome.findings)
    if options.output == STDOUT:
        put(text)
    else:
        status |= write(text.encode("utf-8", "backslashreplace"), options.output)
    say(_summary(outcome, resolved=resolved))
    return int(outcome.fails or bool(status))
