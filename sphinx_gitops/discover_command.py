"""The command ``discover``: what the manifests of a folder declare, as a table or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx_gitops.importers.reading import Selection, discover_json
from sphinx_gitops.importers.repository.store import Store, cache_folder
from sphinx_gitops.importers.table import table_lines


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


def _result(options: argparse.Namespace) -> dict[str, Any]:
    selection = Selection(include=tuple(options.include), exclude=tuple(options.exclude))
    store = Store(folder=None if options.no_cache else cache_folder())
    return discover_json(options.path, selection, store)


def _lines(result: dict[str, Any], *, as_json: bool) -> Iterator[str]:
    if as_json:
        yield json.dumps(result, indent=1)
    else:
        yield from table_lines(result)


def discover(options: argparse.Namespace) -> int:
    """Run the command; gives the exit status."""
    if not options.path.is_dir():
        sys.stderr.write(f"{options.path}: error: no such folder\n")
        return 2
    sys.stdout.writelines(f"{line}\n" for line in _lines(_result(options), as_json=options.json))
    return 0
