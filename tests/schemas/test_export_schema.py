"""The schema of the export."""

from __future__ import annotations

from sphinx_gitops.schemas.export_schema import EXPORT_SCHEMA_FILE, export_schema_text
from support.project import ROOT


def test_the_schema_of_the_export_is_shipped():
    assert (ROOT / "sphinx_gitops" / EXPORT_SCHEMA_FILE).read_text(encoding="utf-8") == export_schema_text()
