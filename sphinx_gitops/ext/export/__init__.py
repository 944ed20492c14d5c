"""What a project says of its delivery, as files for other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_gitops.ext.export import audit_export, export_file, runbook_catalogue

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the setting, and what writes the files."""
    app.add_config_value("gitops_export", True, "", (bool,))  # noqa: FBT003 - the default
    export_file.setup(app)
    runbook_catalogue.setup(app)
    audit_export.setup(app)
