"""A workflow of a file in, what the repositories that it names under ``manifests`` declare out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_gitops.model import Workflow
from sphinx_gitops.paths import is_folder
from sphinx_gitops.workflows.manifest_folders import folders_of

if TYPE_CHECKING:
    from sphinx_gitops.rules.judging import WorkflowRepository


def sources_of(workflow: Workflow, root: Path) -> tuple[WorkflowRepository, ...]:
    """Each folder that is there; *root* is that of the documentation. Nothing is loaded where none is named."""
    if not workflow.manifests:
        return ()
    from sphinx_gitops.importers.reading import FileSelection, discover  # noqa: PLC0415 - few workflows name folders
    from sphinx_gitops.importers.repository.store import Store, cache_folder  # noqa: PLC0415 - the same
    from sphinx_gitops.rules.judging import WorkflowRepository  # noqa: PLC0415 - the same

    return tuple(
        WorkflowRepository(
            shown=folder.as_posix(), discovery=discover(folder, FileSelection(), Store(folder=cache_folder()))
        )
        for _, folder in folders_of(workflow, root)
        if is_folder(folder)
    )
