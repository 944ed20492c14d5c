"""``sphinx-gitops schema``: the JSON Schema of the format, or of the export."""

from __future__ import annotations

import argparse

from sphinx_gitops.cli.streams import put
from sphinx_gitops.schemas.export_schema import export_schema_text
from sphinx_gitops.schemas.workflow_schema import schema_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which of the two."""
    parser.add_argument("what", nargs="?", default="workflow", choices=["workflow", "export"])


def schema(options: argparse.Namespace) -> int:
    """Print it."""
    put(export_schema_text() if options.what == "export" else schema_text())
    return 0
