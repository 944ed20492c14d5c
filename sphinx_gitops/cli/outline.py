"""``sphinx-gitops outline FILE``: a workflow in words."""

from __future__ import annotations

import argparse

from sphinx_gitops import api
from sphinx_gitops.cli.files import reading
from sphinx_gitops.cli.files.streams import put
from sphinx_gitops.cli.selection import add_selection, selected


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and what of it is told."""
    reading.add_arguments(parser)
    reading.add_status(parser)
    add_selection(parser)


def outline(options: argparse.Namespace) -> int:
    """Print the words. Raises UsageError."""
    opened = reading.open_workflow(options)
    if not opened.workflow:
        return opened.status
    part = selected(opened.workflow, options)
    put(api.to_outline(part.workflow, vocabulary=opened.settings.vocabulary))
    return opened.status or part.status
