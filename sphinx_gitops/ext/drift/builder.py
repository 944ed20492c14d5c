"""A build in, its drift as ``output.txt``, ``output.json`` and ``output.sarif`` and an exit status out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.dummy import DummyBuilder
from sphinx.locale import __

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_gitops.drift.difference import DriftFinding

_FORMATS = {"output.txt": "text", "output.json": "json", "output.sarif": "sarif"}
"""The files that are written, with the format of each."""


class DriftBuilder(DummyBuilder):
    """``sphinx-build -b gitops-drift``: writes no page, and fails where documentation and repository differ."""

    name = "gitops-drift"
    epilog = __("The differences between workflows and repositories are in %(outdir)s/output.txt.")

    def finish(self) -> None:
        """Write the reports; what has been found is said by then."""
        from sphinx_gitops.ext.drift.reported import outcome_of  # noqa: PLC0415 - only this builder writes them
        from sphinx_gitops.reports.drift_reports import DRIFT_FORMATS  # noqa: PLC0415 - the same

        outcome = outcome_of(self.app)
        findings = list(_shown(self.app, outcome.findings)) if outcome else []
        for name, kind in _FORMATS.items():
            text = DRIFT_FORMATS[kind](findings)
            Path(self.outdir, name).write_bytes(text.encode("utf-8", "backslashreplace"))
        if outcome and outcome.fails:
            self.app.statuscode = 1


def _shown(app: Sphinx, findings: Sequence[DriftFinding]) -> Iterator[DriftFinding]:
    """Findings whose places are as reports name files, in that order."""
    from sphinx_gitops.ext.drift.documented import shown  # noqa: PLC0415 - only this builder asks

    for finding in findings:
        one = finding.difference
        documented = one.documented._replace(source=shown(app, one.documented.source))
        yield replace(finding, difference=replace(one, documented=documented))


def setup(app: Sphinx) -> None:
    """Register the builder."""
    app.add_builder(DriftBuilder)
