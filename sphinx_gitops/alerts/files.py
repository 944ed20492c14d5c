"""The globs of a project in, the files that they name and their alerts out; paths count from one folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sphinx_gitops.alerts.reading import AlertFile, read_alerts
from sphinx_gitops.importers.repository.globs import matches
from sphinx_gitops.importers.repository.repository import MAX_BYTES
from sphinx_gitops.paths import is_file, is_folder
from sphinx_gitops.problems import Code, Problem, Severity, Span

_WILD = re.compile(r"[*?\[{]")
_NEVER = frozenset({".git", "node_modules"})
_ALL = "**/*.{yaml,yml}"
"""What a folder stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlobFiles:
    """The files of a project's globs, in the order of their paths; ``empty`` are the globs that name none."""

    files: tuple[AlertFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    empty: tuple[str, ...] = ()


def _split(glob: str) -> tuple[str, str]:
    """The folder that a glob starts at, and what is wild in it."""
    parts = glob.replace("\\", "/").split("/")
    at = next((number for number, part in enumerate(parts) if _WILD.search(part)), len(parts))
    return "/".join(parts[:at]) or ("/" if glob.startswith("/") else "."), "/".join(parts[at:])


def _below(folder: Path, glob: str) -> Iterator[Path]:
    """The files below a folder whose paths from there match *glob*."""
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - _NEVER)
        inside = Path(top).relative_to(folder)
        for name in names:
            if matches((inside / name).as_posix(), glob):
                yield Path(top, name)


def _named(glob: str, root: Path) -> list[Path]:
    start, wild = _split(glob)
    base = root / start
    if not wild and is_file(base):
        return [base]
    return list(_below(base, wild or _ALL)) if is_folder(base) else []


def shown(path: Path, root: Path) -> str:
    """A path as places call it: from *root*, with slashes."""
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()


def find_files(globs: Iterable[str], root: Path) -> tuple[dict[str, Path], tuple[str, ...]]:
    """The files that *globs* name from *root*, by how places call them, and the globs that name none.

    A glob that is a folder stands for every YAML file in it. Raises nothing.
    """
    found: dict[str, Path] = {}
    empty: list[str] = []
    for glob in globs:
        paths = _named(glob, root)
        found.update((shown(path, root), path) for path in paths)
        if not paths:
            empty.append(glob)
    return dict(sorted(found.items())), tuple(empty)


def _unread(name: str, why: str) -> AlertFile:
    message = f"{why}: its alerts are unknown"
    problem = Problem(code=Code.FILE_NOT_FOUND, message=message, span=Span(name, 1), severity=Severity.WARNING)
    return AlertFile(path=name, problems=(problem,))


def read_file(path: Path, name: str) -> AlertFile:
    """The alerts of one file; raises nothing."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return _unread(name, f"larger than {MAX_BYTES // 1_000_000} MB")
        return read_alerts(path.read_bytes(), name)
    except OSError as error:
        return _unread(name, f"cannot be read, {(error.strerror or 'unknown reason').lower()}")


def read_sources(globs: Iterable[str], root: Path) -> GlobFiles:
    """Every alert of the files that *globs* name from *root*; raises nothing."""
    named, empty = find_files(globs, root)
    files = tuple(read_file(path, name) for name, path in named.items())
    return GlobFiles(files=files, problems=tuple(problem for file in files for problem in file.problems), empty=empty)
