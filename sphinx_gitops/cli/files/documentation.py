"""The options of ``alerts`` and ``annotate`` in, the finished HTML build and the settings of its project out."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sphinx_gitops.alerts.pages import Pages
from sphinx_gitops.alerts.site import Site, SiteError, SourceFolder, read_site
from sphinx_gitops.cli.files import project
from sphinx_gitops.cli.files.project import Project, project_of
from sphinx_gitops.cli.files.streams import say
from sphinx_gitops.cli.usage import UsageError
from sphinx_gitops.paths import is_folder
from sphinx_gitops.problems import Problem
from sphinx_gitops.settings import Settings, find_conf
from sphinx_gitops.settings.alerts import BASEURL

_BASES = ("gitops_alerts_base", BASEURL)
_NO_PAGES = "info: links are not resolved: --docs names no finished HTML build\n"
_NO_BASE = (
    "info: links are not resolved: neither --base, gitops_alerts_base or html_baseurl nor the pages name an address\n"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The build, where it is published, and its project."""
    words = "a finished HTML build: links are held against its pages"
    parser.add_argument("--docs", metavar="FOLDER", type=Path, help=words)
    words = "the address of the documentation; default: gitops_alerts_base, html_baseurl, or what its pages say"
    parser.add_argument("--base", action="append", default=[], metavar="URL", help=words)
    project.add_arguments(parser)


def project_at(options: argparse.Namespace) -> Project:
    """The project of the documentation: by ``--conf``, else by where the build is, else by where the first path is."""
    for place in (options.docs, Path(options.paths[0])):
        if place is not None and (options.conf or find_conf(place / "index")):
            return project_of(str(place / "index"), options.conf)
    return Project()


def _sources(found: Project) -> SourceFolder | None:
    """The folder of the documentation's sources."""
    return SourceFolder(found.conf.path.parent, found.conf.path.parent.as_posix()) if found.conf else None


def site_of(options: argparse.Namespace, found: Project) -> Site:
    """The pages of the build; none where no build is named. Raises UsageError."""
    if options.docs is None:
        return Site(pages=Pages([]), runbooks=(), is_known=False)
    if not is_folder(options.docs):
        raise UsageError(f"argument --docs: there is no folder {options.docs.as_posix()}")
    try:
        return read_site(options.docs, options.docs.as_posix(), _sources(found))
    except SiteError as error:
        raise UsageError(f"argument --docs: {options.docs.as_posix()}: {error}") from error


def settings_with(options: argparse.Namespace, found: Project, site: Site) -> Settings:
    """The settings, with what the options say instead; without pages no link is below a base."""
    bases = tuple(options.base) or found.settings.alerts.bases or ((site.base,) if site.base else ())
    if options.docs is None or not bases:
        say(_NO_PAGES if options.docs is None else _NO_BASE)
        bases = ()
    return replace(found.settings, alerts=replace(found.settings.alerts, bases=bases))


def unread(found: Project, bases: list[str], settings: Iterable[str]) -> list[Problem]:
    """What keeps *settings* and the base from being read; an address that is given needs none."""
    why = found.conf.unread if found.conf else {}
    names = dict.fromkeys((*settings, *(() if bases else _BASES)))
    return [why[name] for name in names if name in why]
