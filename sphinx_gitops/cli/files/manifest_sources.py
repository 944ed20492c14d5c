"""A workflow of a file in, what the repositories that it names under ``manifests`` declare out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_gitops.model import Workflow

if TYPE_CHECKING:
    from sphinx_gitops.rules.judging import Source


def sources_of(workflow: Workflow) -> tuple[Source, ...]:
    """Each folder that is there, counted from the workflow's file; nothing is loaded where none is named."""
    if not workflow.manifests:
        return ()
    from sphinx_gitops.importers.reading import Selection, discover  # noqa: PLC0415 - few workflows name folders
    from sphinx_gitops.importers.repository.store import Store, cache_folder  # noqa: PLC0415 - the same
    from sphinx_gitops.rules.judging import Source  # noqa: PLC0415 - the same

    here = Path(workflow.span.source).parent
    folders = [Path(os.path.normpath(here / name)) for name in workflow.manifests]
    return tuple(
        Source(shown=folder.as_posix(), discovery=discover(folder, Selection(), Store(folder=cache_folder())))
        for folder in folders
        if folder.is_dir()
    )
