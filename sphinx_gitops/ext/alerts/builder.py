"""``-b gitops-alerts``: what is wrong between alerts and pages, as text, JSON and SARIF; a finding makes it fail."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_gitops.ext.report_builder import PagelessBuilder, write_reports
from sphinx_gitops.problems import Span

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_gitops.alerts.finding import AlertFinding


def _from_here(app: Sphinx, span: Span) -> Span:
    """A place as seen from the working folder, as code hosts want it."""
    if not span.source:
        return span
    folder = "/" if span.source.endswith("/") else ""
    path = Path(app.confdir, span.source)
    try:
        return span._replace(source=Path(os.path.relpath(path)).as_posix() + folder)
    except ValueError:  # on two drives of Windows
        return span


class AlertsBuilder(PagelessBuilder):
    """The reports alone, beside every message that pages would have."""

    name = "gitops-alerts"
    format = "alerts"
    epilog = "The reports on alerts are in %(outdir)s."


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the reports, also where no document has changed."""
    if exception is not None or not isinstance(app.builder, AlertsBuilder):
        return
    from sphinx_gitops.ext.alerts.contract import findings_of  # noqa: PLC0415 - only this builder reports so
    from sphinx_gitops.reports.alert_reports import ALERT_FORMATS  # noqa: PLC0415 - the same

    findings = [_shown(app, finding) for finding in findings_of(app)]
    write_reports(app, findings, ALERT_FORMATS, fails=any(finding.counts for finding in findings))


def _shown(app: Sphinx, finding: AlertFinding) -> AlertFinding:
    return replace(finding, found=_from_here(app, finding.found), documented=_from_here(app, finding.documented))
