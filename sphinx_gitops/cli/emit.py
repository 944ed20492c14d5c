"""``sphinx-gitops emit FILE``: a workflow as Mermaid."""

from __future__ import annotations

import argparse

from sphinx_gitops.cli.files import reading
from sphinx_gitops.cli.files.streams import put
from sphinx_gitops.cli.selection import add_collapse, add_selection, selected
from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.emit.mermaid_config import mermaid_config


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and what of it is drawn."""
    reading.add_arguments(parser)
    add_selection(parser)
    add_collapse(parser)


def emit(options: argparse.Namespace) -> int:
    """Print Mermaid. Raises UsageError."""
    opened = reading.open_workflow(options)
    if not opened.workflow:
        return opened.status
    part = selected(opened.workflow, options)
    shown = part.scene(opened.settings.vocabulary, options)
    put(to_mermaid(shown, MermaidOptions(config=mermaid_config(shown))))
    return opened.status or part.status
