"""A workflow in, the folders that it names under ``manifests`` out, and what they declare."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_gitops.ext.application import application
from sphinx_gitops.ext.repositories import note_folder, read_folder
from sphinx_gitops.model import Workflow
from sphinx_gitops.rules.judging import Source

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def _folders(env: BuildEnvironment, workflow: Workflow) -> Iterator[Path]:
    """Each folder, which counts from the file or document that says it, or with a slash from the source folder."""
    here = Path(workflow.span.source).parent
    for name in workflow.manifests:
        yield Path(os.path.normpath(Path(env.srcdir, name.lstrip("/")) if name.startswith("/") else here / name))


def note_sources(env: BuildEnvironment, workflow: Workflow) -> None:
    """Let the document that is being read depend on the repositories of its workflow."""
    for folder in _folders(env, workflow):
        note_folder(env, folder)


def read_sources(env: BuildEnvironment, workflow: Workflow) -> tuple[Source, ...]:
    """What each of the folders that are there declares."""
    found = []
    for folder in _folders(env, workflow):
        reading = read_folder(application(env), folder)
        if reading:
            shown = Path(os.path.relpath(folder, env.srcdir)).as_posix()
            found.append(Source(shown=shown, discovery=reading.discovery))
    return tuple(found)
