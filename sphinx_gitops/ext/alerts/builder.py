"""``-b gitops-alerts``: what is wrong between alerts and pages, as text, JSON and SARIF; a finding makes it fail."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders import Builder

from sphinx_gitops.problems import Span

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_gitops.alerts.finding import AlertFinding

_FILES = {"text": "output.txt", "json": "output.json", "sarif": "output.sarif"}
"""What is written in each format."""


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


class AlertsBuilder(Builder):
    """The reports alone, beside every message that pages would have."""

    name = "gitops-alerts"
    format = "alerts"
    epilog = "The reports on alerts are in %(outdir)s."
    allow_parallel = True

    def get_outdated_docs(self) -> Iterable[str]:
        """None: nothing is made of a document."""
        return []

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """No pages are made, so there is no address."""
        return ""

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Nothing to prepare."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Nothing to write of a single document."""


def _write(app: Sphinx, exception: Exception | None) -> None:
    """Write the reports, also where no document has changed."""
    if exception is not None or not isinstance(app.builder, AlertsBuilder):
        return
    from sphinx_gitops.ext.alerts.contract import findings_of  # noqa: PLC0415 - only this builder reports so
    from sphinx_gitops.reports.alert_reports import ALERT_FORMATS  # noqa: PLC0415 - the same

    findings = [_shown(app, finding) for finding in findings_of(app)]
    for name, file in _FILES.items():
        text = ALERT_FORMATS[name](findings)
        Path(app.outdir, file).write_bytes(text.encode("utf-8", "backslashreplace"))
    if any(finding.counts for finding in findings):
        app.statuscode = 1


def _shown(app: Sphinx, finding: AlertFinding) -> AlertFinding:
    return replace(finding, found=_from_here(app, finding.found), documented=_from_here(app, finding.documented))


def setup(app: Sphinx) -> None:
    """Register the builder, and write when the build has ended."""
    app.add_builder(AlertsBuilder)
    app.connect("build-finished", _write)
