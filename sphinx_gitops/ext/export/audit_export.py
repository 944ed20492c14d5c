"""``gitops-audit.json`` and ``gitops-oscal.json``: what the audits of a project find, beside its pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sphinx_gitops.ext.config import report_fault
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.export.export_file import ExportBuilder
from sphinx_gitops.ext.outputs import AUDIT, OSCAL
from sphinx_gitops.ext.outputs.capabilities import capabilities

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinx_gitops.audit.audit_json import Audit
    from sphinx_gitops.ext.audit_query import AuditQuery

_STARTS = {AUDIT: b'{\n  "schema_version"', OSCAL: b'{\n  "component-definition"'}
"""How each starts, and hardly a file of that name that is the project's own."""


def _audits(app: Sphinx) -> Iterator[Audit]:
    """Every audit of the project, by its document."""
    from sphinx_gitops.audit.audit_json import Audit  # noqa: PLC0415 - few projects have an audit
    from sphinx_gitops.ext.assessments import assessment  # noqa: PLC0415 - the same

    for docname, record in sorted(gitops_domain(app.env).documents.items()):
        for query in cast("list[AuditQuery]", record.audits):
            found = assessment(app.env, query)
            if found:
                yield Audit(docname, found)


def write(app: Sphinx, exception: Exception | None) -> None:
    """Put both files beside the pages, or take away what a build before has put there."""
    beside = capabilities(app).stylesheet or app.builder.name == ExportBuilder.name
    if exception is not None or not beside:
        return
    wanted = app.config.gitops_export and any(record.audits for record in gitops_domain(app.env).documents.values())
    audits = list(_audits(app)) if wanted else []
    config = app.config
    texts = {AUDIT: "", OSCAL: ""}
    if audits:
        from sphinx_gitops.audit.audit_json import audit_json  # noqa: PLC0415 - the same
        from sphinx_gitops.audit.oscal import oscal_json  # noqa: PLC0415 - the same

        texts[AUDIT] = audit_json(audits, config.project)
        texts[OSCAL] = oscal_json(audits, config.project, config.release or config.version, config.gitops_audit_date)
    for name, text in texts.items():
        target = Path(app.outdir) / name
        if text:
            target.write_bytes(text.encode("utf-8", "replace"))
        elif target.is_file() and target.read_bytes().startswith(_STARTS[name]):
            target.unlink()


def check(app: Sphinx, config: Config) -> None:
    """Complain of a date that OSCAL would not take, and put the default in its place."""
    date = config.gitops_audit_date
    if date != "" and not is_date(date):  # without one, the first of all
        message = f"{date!r} is no date with a time and a zone: write '2026-01-31T12:00:00Z'"
        report_fault(app, "gitops_audit_date", message)
        config.gitops_audit_date = ""


def is_date(text: object) -> bool:
    """Whether a value is a date as OSCAL wants it: with a time, and a zone."""
    if not isinstance(text, str):
        return False
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).tzinfo is not None
    except ValueError:
        return False
