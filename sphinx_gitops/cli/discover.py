"""The command ``discover``: what the manifests of a folder declare, as a table or as JSON."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from sphinx_gitops.cli.files.streams import put, say
from sphinx_gitops.importers.reading import FileSelection, discover_text
from sphinx_gitops.importers.repository.store import Store, cache_folder
from sphinx_gitops.importers.table import table_lines
from sphinx_gitops.paths import is_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("path", metavar="PATH", type=Path, help="the folder of the repository")
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_reading(parser)


def add_reading(parser: argparse.ArgumentParser) -> None:
    """The options of every command that reads a repository."""
    parser.add_argument(
        "--include", action="append", default=[], metavar="GLOB", help="also read these files, which are skipped else"
    )
    parser.add_argument("--exclude", action="append", default=[], metavar="GLOB", help="do not read these files")
    parser.add_argument("--no-cache", action="store_true", help="read every file again")


def selection_of(options: argparse.Namespace) -> FileSelection:
    """Which files the options let count."""
    return FileSelection(include=tuple(options.include), exclude=tuple(options.exclude))


def store_of(options: argparse.Namespace) -> Store:
    """Where what has been read is kept."""
    return Store(folder=None if options.no_cache else cache_folder())


def discover(options: argparse.Namespace) -> int:
    """Run the command; gives the exit status."""
    if not is_folder(options.path):
        say(f"{options.path}: error: no such folder\n")
        return 2
    text = discover_text(options.path, selection_of(options), store_of(options))
    if options.json:
        put(text)
    else:
        put("".join(f"{line}\n" for line in table_lines(json.loads(text))))
    return 0
