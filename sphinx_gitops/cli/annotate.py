"""``sphinx-gitops annotate PATH...``: what is wrong between the links of manifests and a finished documentation."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from sphinx_gitops.alerts.site import Site
from sphinx_gitops.cli.annotate_write import fix
from sphinx_gitops.cli.files import documentation
from sphinx_gitops.cli.files.documentation import project_at, settings_with, site_of, unread
from sphinx_gitops.cli.files.streams import STDOUT, put, say, write
from sphinx_gitops.cli.usage import UsageError
from sphinx_gitops.doc_links.check import LinkOutcome, check_links
from sphinx_gitops.doc_links.files import ManifestSources, read_sources
from sphinx_gitops.problems import Problem
from sphinx_gitops.reports import to_text
from sphinx_gitops.reports.alert_reports import ALERT_FORMATS
from sphinx_gitops.settings import Settings
from sphinx_gitops.settings.defaults import LINK_DEFAULTS

_NO_EXPORT = "info: what components name is not known: the build has no gitops.json\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """What a command has been given, read."""

    sources: ManifestSources
    site: Site
    settings: Settings
    problems: tuple[Problem, ...]

    def check(self) -> LinkOutcome:
        """Hold all of it against each other."""
        return check_links(self.sources, self.site, self.settings)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The manifests, the documentation, and how findings are told."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a manifest, a folder of them, or a glob")
    documentation.add_arguments(parser)
    words = "text for readers, json for programs, github for annotations of a pull request, sarif for code scanning"
    parser.add_argument("--format", choices=tuple(ALERT_FORMATS), default="text", help=words)
    parser.add_argument("-o", "--output", default=STDOUT, metavar="FILE", help="where the report goes")
    words = "write addresses of today, and links of objects that a component names, into the manifests first"
    parser.add_argument("--fix", action="store_true", help=words)


def _open(options: argparse.Namespace) -> _Opened:
    """Read everything. Raises UsageError."""
    found = project_at(options)
    sources = read_sources(options.paths, found.settings.docs_annotation)
    if sources.empty:
        raise UsageError(f"there is no manifest {sources.empty[0]}, and none in it")
    site = site_of(options, found)
    if options.docs is not None and not site.is_known:
        say(_NO_EXPORT)
    problems = (problem for file in sources.files for problem in file.problems)
    return _Opened(
        sources=sources,
        site=site,
        settings=settings_with(options, found, site),
        problems=(*found.problems, *unread(found, options.base, LINK_DEFAULTS), *sources.problems, *problems),
    )


def _summary(outcome: LinkOutcome) -> str:
    """How many objects there are, and how many of them are documented."""
    return (
        f"{outcome.objects} {'object' if outcome.objects == 1 else 'objects'}, {outcome.bound} named by a component\n"
    )


def annotate(options: argparse.Namespace) -> int:
    """Print what is wrong; 1 where a finding counts or something could not be written. Raises UsageError."""
    opened = _open(options)
    outcome, status = opened.check(), 0
    if options.fix:
        changed, status = fix(outcome, opened.sources, opened.settings.docs_annotation)
        if changed:
            opened = _open(options)
            outcome = opened.check()
    say(to_text(list(opened.problems)))
    text = ALERT_FORMATS[options.format](outcome.findings)
    if options.output == STDOUT:
        put(text)
    else:
        status |= write(text.encode("utf-8", "backslashreplace"), options.output)
    say(_summary(outcome))
    return int(outcome.fails or bool(status))
