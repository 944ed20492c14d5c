"""A workflow as one document in, its text out."""

from __future__ import annotations

import yaml

from sphinx_gitops.importers.discovery import Discovery
from sphinx_gitops.importers.workflow.workflow_document import workflow_document


def workflow_text(discovery: Discovery, name: str, path: str) -> str:
    """The workflow of a repository called *name*, whose manifests are at *path*, as ``init`` prints it."""
    content = workflow_document(discovery, name, path).content
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=1_000_000, default_flow_style=False)
