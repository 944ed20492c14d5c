"""The command ``init``: a workflow that draws what the repository in a folder declares."""

from __future__ import annotations

import argparse
from pathlib import Path

from sphinx_gitops.cli.discover import add_reading, selection_of, store_of
from sphinx_gitops.cli.files.streams import put, say
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.importers.repository.checkout import repository_name
from sphinx_gitops.importers.workflow.writing import workflow_text
from sphinx_gitops.paths import is_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("path", metavar="PATH", type=Path, help="the folder of the repository")
    add_reading(parser)


def init(options: argparse.Namespace) -> int:
    """Run the command; gives the exit status."""
    if not is_folder(options.path):
        say(f"{options.path}: error: no such folder\n")
        return 2
    discovery = discover(options.path, selection_of(options), store_of(options))
    if not discovery.found:
        say("nothing found\n")
        return 1
    put(workflow_text(discovery, repository_name(options.path), options.path.as_posix()))
    return 0
