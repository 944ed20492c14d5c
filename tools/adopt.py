"""Folders of Sphinx projects in, what changes where this extension is loaded out: ``make adopt DOCS="FOLDER ..."``.

Each is built twice, as it is and with the extension added, into a folder of its own that is removed again; nothing is
cloned, and nothing is written into the project. The table has the warnings that are new, the pages and files that
differ, the links to our anchors that lead nowhere, and the time.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_ADDED = """
import sys
from sphinx.cmd.build import main
from sphinx.config import Config

if sys.argv[1] == "with":
    read = Config.read

    def added(*arguments, **named):
        config = read(*arguments, **named)
        config.extensions = [*config.extensions, *({"sphinx_gitops"} - {*config.extensions})]
        return config

    Config.read = added
sys.exit(main(sys.argv[2:]))
"""
_IGNORED = {".buildinfo", "searchindex.js", "objects.inv"}


class Build(NamedTuple):
    """One build: whether it ended well, its warnings, its files, and its time."""

    done: bool
    warnings: list[str]
    files: dict[str, bytes]
    seconds: float


def build(source: Path, folder: Path, how: str, python: str) -> Build:
    """Build a project *with* the extension or *without*."""
    target = folder / how
    command = [
        python,
        "-c",
        _ADDED,
        how,
        "-q",
        "-b",
        "html",
        "-d",
        str(folder / f"{how}-doctrees"),
        str(source),
        str(target),
    ]
    start = time.perf_counter()
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    seconds = time.perf_counter() - start
    lines = [
        line.replace(str(target), "OUT") for line in ran.stderr.splitlines() if "WARNING" in line or "ERROR" in line
    ]
    paths = (path for path in target.rglob("*") if path.is_file() and path.name not in _IGNORED)
    return Build(
        ran.returncode == 0, lines, {str(path.relative_to(target)): path.read_bytes() for path in paths}, seconds
    )


def differences(before: Build, after: Build) -> Iterator[str]:
    """What is new or other in the second build, a line each."""
    if not after.done:
        yield "does not build with the extension" if before.done else "does not build, with or without"
    left = list(before.warnings)
    for line in after.warnings:
        if line in left:
            left.remove(line)
        else:
            yield f"new warning: {line}"
    for name in sorted(before.files.keys() | after.files.keys()):
        if before.files.get(name) != after.files.get(name):
            what = "is new" if name not in before.files else "is missing" if name not in after.files else "differs"
            yield f"{name} {what}"


def main() -> None:
    """Build each folder and print the table, then what differs."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path, help="folders with a conf.py")
    arguments.add_argument("--python", default=sys.executable, help="the interpreter that has what the projects need")
    given = arguments.parse_args()
    rows, details = [], []
    for source in given.folders:
        with tempfile.TemporaryDirectory() as name:
            before, after = (build(source.resolve(), Path(name), how, given.python) for how in ("without", "with"))
            found = list(differences(before, after))
        pages = sum(name.endswith(".html") for name in after.files)
        news = sum(line.startswith("new warning") for line in found)
        rows.append(
            f"| {source} | {pages} | {news} | {len(found) - news} | {before.seconds:.1f} s | {after.seconds:.1f} s |"
        )
        details += [f"{source}: {line}" for line in found]
    print("| project | pages | new warnings | other files | without | with |\n|---|---|---|---|---|---|")
    print("\n".join([*rows, "", *details]))
    sys.exit(bool(details))


if __name__ == "__main__":
    main()
