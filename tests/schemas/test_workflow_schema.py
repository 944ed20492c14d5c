"""The schema of the format."""

from __future__ import annotations

from sphinx_gitops.schemas.workflow_schema import SCHEMA_FILE, schema_text
from support.project import ROOT


def test_the_schema_is_the_table():
    assert (ROOT / "sphinx_gitops" / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()
