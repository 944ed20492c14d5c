"""``-b gitops-drift``: where workflows and repositories differ, as text, JSON and SARIF; a finding makes it fail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders import Builder

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_gitops.drift.difference import DriftFinding

_FILES = {"text": "output.txt", "json": "output.json", "sarif": "output.sarif"}
"""What is written in each format."""


class DriftBuilder(Builder):
    """The reports alone, beside every message that pages would have."""

    name = "gitops-drift"
    format = "drift"
    epilog = "The reports on drift are in %(outdir)s."
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
    if exception is not None or not isinstance(app.builder, DriftBuilder):
        return
    from sphinx_gitops.ext.drift.reported import outcome_of  # noqa: PLC0415 - only this builder reports so
    from sphinx_gitops.reports.drift_reports import DRIFT_FORMATS  # noqa: PLC0415 - the same

    outcome = outcome_of(app)
    findings = [_shown(app, finding) for finding in outcome.findings] if outcome else []
    for name, file in _FILES.items():
        text = DRIFT_FORMATS[name](findings)
        Path(app.outdir, file).write_bytes(text.encode("utf-8", "backslashreplace"))
    if outcome and outcome.fails:
        app.statuscode = 1


def _shown(app: Sphinx, finding: DriftFinding) -> DriftFinding:
    """A finding whose documented place is as reports name files."""
    from sphinx_gitops.ext.drift.documented import shown  # noqa: PLC0415 - only this builder asks

    one = finding.difference
    documented = one.documented._replace(source=shown(app, one.documented.source))
    return replace(finding, difference=replace(one, documented=documented))


def setup(app: Sphinx) -> None:
    """Register the builder, and write when the build has ended."""
    app.add_builder(DriftBuilder)
    app.connect("build-finished", _write)
