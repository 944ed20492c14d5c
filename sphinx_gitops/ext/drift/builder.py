"""``-b gitops-drift``: where workflows and repositories differ, as text, JSON and SARIF; a finding makes it fail."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_gitops.ext.report_builder import PagelessBuilder, write_reports

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_gitops.drift.difference import DriftFinding


class DriftBuilder(PagelessBuilder):
    """The reports alone, beside every message that pages would have."""

    name = "gitops-drift"
    format = "drift"
    epilog = "The reports on drift are in %(outdir)s."


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the reports, also where no document has changed."""
    if exception is not None or not isinstance(app.builder, DriftBuilder):
        return
    from sphinx_gitops.ext.drift.reported import outcome_of  # noqa: PLC0415 - only this builder reports so
    from sphinx_gitops.reports.drift_reports import DRIFT_FORMATS  # noqa: PLC0415 - the same

    outcome = outcome_of(app)
    findings = [_shown(app, finding) for finding in outcome.findings] if outcome else []
    write_reports(app, findings, DRIFT_FORMATS, fails=bool(outcome and outcome.fails))


def _shown(app: Sphinx, finding: DriftFinding) -> DriftFinding:
    """A finding whose documented place is as reports name files."""
    from sphinx_gitops.ext.drift.documented import shown  # noqa: PLC0415 - only this builder asks

    one = finding.difference
    documented = one.documented._replace(source=shown(app, one.documented.source))
    return replace(finding, difference=replace(one, documented=documented))
