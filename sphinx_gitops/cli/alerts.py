"""``sphinx-gitops alerts PATH...``: what is wrong between the alerts of rule files and a finished documentation."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sphinx_gitops.alerts.check import Outcome, check_alerts
from sphinx_gitops.alerts.files import read_sources
from sphinx_gitops.alerts.pages import Pages
from sphinx_gitops.alerts.placing import RunbookPlace
from sphinx_gitops.alerts.reading import AlertFile
from sphinx_gitops.alerts.review import review, state_of
from sphinx_gitops.alerts.site import Site, Sources, read_site
from sphinx_gitops.cli.alerts_write import fix, write_scaffold
from sphinx_gitops.cli.files import project
from sphinx_gitops.cli.files.project import Project, project_of
from sphinx_gitops.cli.files.streams import STDOUT, put, say, write
from sphinx_gitops.cli.usage import UsageError
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.problems import Problem
from sphinx_gitops.reports import to_text
from sphinx_gitops.reports.alert_reports import ALERT_FORMATS
from sphinx_gitops.settings import Settings, find_conf
from sphinx_gitops.settings.alerts import ALERT_DEFAULTS, BASEURL

_NO_PAGES = "info: links are not resolved: --docs names no finished HTML build\n"
_NO_BASE = (
    "info: links are not resolved: neither --base, gitops_alerts_base or html_baseurl nor the pages name an address\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """What a command has been given, read."""

    files: tuple[AlertFile, ...]
    problems: tuple[Problem, ...]
    runbooks: tuple[RunbookPlace, ...]
    pages: Pages
    settings: Settings

    def check(self) -> Outcome:
        """Hold all of it against each other."""
        return check_alerts(self.files, self.runbooks, self.pages, self.settings)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The rule files, the documentation, and what is made of both."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a rule file, a folder of them, or a glob")
    words = "a finished HTML build: links are held against its pages"
    parser.add_argument("--docs", metavar="FOLDER", type=Path, help=words)
    words = "the address of the documentation; default: gitops_alerts_base, html_baseurl, or what its pages say"
    parser.add_argument("--base", action="append", default=[], metavar="URL", help=words)
    project.add_arguments(parser)
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


def _project(options: argparse.Namespace) -> Project:
    """The project of the documentation: by ``--conf``, else by where the build is, else by where the rules are."""
    for place in (options.docs, Path(options.paths[0])):
        if place is not None and (options.conf or find_conf(place / "index")):
            return project_of(str(place / "index"), options.conf)
    return Project()


def _sources(found: Project) -> Sources | None:
    """The folder of the documentation's sources."""
    return Sources(found.conf.path.parent, found.conf.path.parent.as_posix()) if found.conf else None


def _site(options: argparse.Namespace, found: Project) -> Site:
    if options.docs is None:
        return Site(pages=Pages([]), runbooks=(), is_known=False)
    if not options.docs.is_dir():
        raise UsageError(f"argument --docs: there is no folder {options.docs.as_posix()}")
    return read_site(options.docs, options.docs.as_posix(), _sources(found))


def _settings(options: argparse.Namespace, found: Project, site: Site) -> Settings:
    """The settings, with what the options say instead; without pages no link is below a base."""
    bases = tuple(options.base) or found.settings.alerts.bases or ((site.base,) if site.base else ())
    if options.docs is None or not bases:
        say(_NO_PAGES if options.docs is None else _NO_BASE)
        bases = ()
    return replace(found.settings, alerts=replace(found.settings.alerts, bases=bases))


def _open(options: argparse.Namespace) -> _Opened:
    """Read everything. Raises UsageError."""
    found = _project(options)
    sources = read_sources(options.paths, Path())
    if sources.empty:
        raise UsageError(f"there is no rule file {sources.empty[0]}, and none in it")
    site = _site(options, found)
    return _Opened(
        files=sources.files,
        problems=(*found.problems, *_unread(found, options.base), *sources.problems),
        runbooks=site.runbooks,
        pages=site.pages,
        settings=_settings(options, found, site),
    )


def _unread(found: Project, bases: list[str]) -> list[Problem]:
    """What keeps the settings of alerts from being read; an address that is given needs none."""
    unread = found.conf.unread if found.conf else {}
    names = [name for name in (*ALERT_DEFAULTS, BASEURL) if name in unread and name != "gitops_alerts"]
    return [unread[name] for name in names if not (bases and name in {"gitops_alerts_base", BASEURL})]


def _listed(outcome: Outcome, *, resolved: bool) -> str:
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


def _summary(outcome: Outcome, *, resolved: bool) -> str:
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
