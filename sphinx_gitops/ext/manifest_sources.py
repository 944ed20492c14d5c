"""A workflow in, the folders that it names under ``manifests`` out, and what they declare."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_gitops.ext.application import application
from sphinx_gitops.ext.repositories import read_folder
from sphinx_gitops.model import Workflow
from sphinx_gitops.rules.judging import WorkflowRepository
from sphinx_gitops.workflows.manifest_folders import folders_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def read_sources(env: BuildEnvironment, workflow: Workflow) -> tuple[WorkflowRepository, ...]:
    """What each of the folders that are there declares."""
    found = []
    for _, folder in folders_of(workflow, Path(env.srcdir)):
        reading = read_folder(application(env), folder)
        if reading:
            shown = Path(os.path.relpath(folder, env.srcdir)).as_posix()
            found.append(WorkflowRepository(shown=shown, discovery=reading.discovery))
    return tuple(found)
