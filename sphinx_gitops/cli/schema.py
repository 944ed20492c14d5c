"""``sphinx-gitops schema``: the JSON Schema of the format, or of what we write for other tools."""

from __future__ import annotations

import argparse

from sphinx_gitops.cli.files.streams import put
from sphinx_gitops.schemas.audit_schema import audit_schema_text
from sphinx_gitops.schemas.catalogue_schema import catalogue_schema_text
from sphinx_gitops.schemas.drift_schema import drift_schema_text
from sphinx_gitops.schemas.export_schema import export_schema_text
from sphinx_gitops.schemas.workflow_schema import schema_text

_TEXTS = {
    "workflow": schema_text,
    "export": export_schema_text,
    "runbooks": catalogue_schema_text,
    "drift": drift_schema_text,
    "audit": audit_schema_text,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which of them."""
    parser.add_argument("what", nargs="?", default="workflow", choices=tuple(_TEXTS))


def schema(options: argparse.Namespace) -> int:
    """Print it."""
    put(_TEXTS[options.what]())
    return 0
