"""What ``:status:`` or ``--status`` says in, the snapshots of its files out, and what is to be said of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sphinx_gitops.problems import Code, Problem, Severity, Span
from sphinx_gitops.status.marking import MarkedWorkflow, NamedSnapshot
from sphinx_gitops.status.snapshot import MAX_BYTES, LiveObject, Snapshot, SnapshotError, read_snapshot

_NAMED = re.compile(r"(?P<environment>[\w.-]+)=(?P<file>.+)", re.DOTALL)
_SHOWN = 5
"""So many objects are named in a message."""


class StatusFile(NamedTuple):
    """A file, as it is written, and the environment whose cluster it is of; empty: any."""

    environment: str
    name: str


def named_files(text: str) -> tuple[StatusFile, ...]:
    """The files of ``status.json`` or ``production=prod.json, staging=staging.json``."""
    found = []
    for part in filter(None, map(str.strip, text.split(","))):
        named = _NAMED.fullmatch(part)
        found.append(StatusFile(named["environment"], named["file"].strip()) if named else StatusFile("", part))
    return tuple(found)


@lru_cache(maxsize=4)
def _read(raw: bytes) -> Snapshot:
    """Several pictures show one snapshot, which may have thousands of objects."""
    return read_snapshot(raw)


def read_source(file: StatusFile, path: Path, span: Span) -> NamedSnapshot | Problem:
    """The snapshot in *path*; else the problem, at *span*, that keeps it from being read."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
        return NamedSnapshot(name=file.name, snapshot=_read(raw), environment=file.environment)
    except SnapshotError as error:
        message = f"the status file {file.name!r} has, on line {error.line}, {error}"
        return Problem(code=Code.STATUS, message=message, span=span)
    except (OSError, ValueError) as error:  # a path with a NUL or a surrogate is a ValueError
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        message = f"the status file {file.name!r} cannot be read: {reason}"
        return Problem(code=Code.FILE_NOT_FOUND, message=message, span=span)


def _listed(objects: Sequence[LiveObject]) -> str:
    ids = list(dict.fromkeys(one.id for one in objects))
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    return ", ".join(ids[:_SHOWN]) + more


def remarks(marked: MarkedWorkflow, sources: Iterable[NamedSnapshot], span: Span, example: str) -> Iterator[Problem]:
    """What no component stands for, and what several environments may mean; *example* is how to say which."""
    names = ", ".join(source.name for source in sources)
    if marked.unmatched:
        count = len(marked.unmatched)
        are = "1 object is" if count == 1 else f"{count} objects are"
        message = f"{names}: {are} bound to no component: {_listed(marked.unmatched)}"
        yield Problem(code=Code.STATUS_UNMATCHED, message=message, span=span, severity=Severity.INFO)
    if marked.ambiguous:
        message = f"{names}: components of several environments may stand for {_listed(marked.ambiguous)}"
        remedy = f"say whose cluster it is, as in '{example}'"
        yield Problem(code=Code.STATUS_AMBIGUOUS, message=f"{message}: {remedy}", span=span, severity=Severity.WARNING)
