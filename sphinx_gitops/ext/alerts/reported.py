"""The findings of a build in, messages of Sphinx out; and links to other sites, which linkcheck takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.linkcheck import CheckExternalLinksBuilder, Hyperlink

from sphinx_gitops.alerts.checks import check_severity
from sphinx_gitops.ext.alerts.contract import absolute, findings_of, sources_of
from sphinx_gitops.ext.config import settings
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.ext.report import report
from sphinx_gitops.problems import Code, Problem, Severity
from sphinx_gitops.settings.faults import CONF
from sphinx_gitops.suggest import listed

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def _settings(app: Sphinx) -> Iterator[Problem]:
    """What is wrong with the settings, as far as only the files tell."""
    sources = sources_of(app)
    for glob in sources.empty if sources else ():
        message = f"{glob!r} names no file, as seen from the folder of conf.py"
        yield Problem(code=Code.OPTION, message=message, span=CONF, path="gitops_alerts", severity=Severity.WARNING)
    domain, own = gitops_domain(app.env), settings(app.config)
    named = (
        [] if own.alerts.globs else sorted({name for book in domain.relations.books() for name in book.runbook.alerts})
    )
    severity = check_severity("alert-unverifiable", own.rules)
    if named and severity:
        message = (
            f"the alerts that runbooks name ({listed(named)}) are not looked for: name the files of their rules here"
        )
        yield Problem(code="alert-unverifiable", message=message, span=CONF, path="gitops_alerts", severity=severity)
    placed = domain.alerts.placed
    if not own.alerts.bases and any(one.links for one in placed):
        message = "no link of an alert can be checked: write the address of this site, or set html_baseurl"
        yield Problem(
            code=Code.OPTION, message=message, span=CONF, path="gitops_alerts_base", severity=Severity.WARNING
        )


def _file(app: Sphinx, problem: Problem) -> Problem:
    path = Path(app.confdir, problem.span.source).resolve()
    return replace(problem, span=problem.span._replace(source=str(path)))


def report_findings(app: Sphinx, env: BuildEnvironment) -> None:
    """Say what is wrong in each build: a rule may change while no document does."""
    if not capabilities(app).resolves:
        return
    report(_settings(app))
    sources = sources_of(app)
    report(_file(app, problem) for problem in (sources.problems if sources else ()))
    report(absolute(app, finding).problem() for finding in findings_of(app) if not finding.waived)
    if isinstance(app.builder, CheckExternalLinksBuilder):
        _hand_over(app, app.builder)


def _hand_over(app: Sphinx, builder: CheckExternalLinksBuilder) -> None:
    """Give linkcheck the links of alerts to other sites, at the lines of the rules."""
    from sphinx_gitops.alerts.resolution import AddressOutcome  # noqa: PLC0415 - no other builder asks for it

    for placed in gitops_domain(app.env).alerts.placed:
        for link in placed.links:
            if link.resolution.outcome is AddressOutcome.FOREIGN and link.address not in builder.hyperlinks:
                span = link.annotation.key
                path = Path(app.confdir, span.source).resolve()
                _name(app, span.source)
                builder.hyperlinks[link.address] = Hyperlink(link.address, span.source, path, span.line)  # type: ignore[arg-type]


def _name(app: Sphinx, name: str) -> None:
    """Let linkcheck show the file of a rule as it is called: it takes what it has for documents, with their suffix."""
    paths = getattr(app.project, "_docname_to_path", None)
    if isinstance(paths, dict):
        kind = type(next(iter(paths.values()), name))  # a text or a path, as this version of Sphinx has them
        paths.setdefault(name, kind(name))
