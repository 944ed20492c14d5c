"""The shape of the export of audits is shipped as it is printed."""

from __future__ import annotations

from sphinx_gitops.cli import main
from sphinx_gitops.schemas.audit_schema import AUDIT_SCHEMA_FILE, audit_schema_text
from support.project import ROOT


def test_the_shipped_file_is_the_schema(capsys):
    shipped = (ROOT / "sphinx_gitops" / AUDIT_SCHEMA_FILE).read_text(encoding="utf-8")
    assert shipped == audit_schema_text()
    assert main(["schema", "audit"]) == 0
    assert capsys.readouterr().out == shipped
