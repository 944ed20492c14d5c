"""What a workflow says under ``manifests`` in, the folders that it means out, as seen from the file that says it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sphinx_gitops.model import Workflow
from sphinx_gitops.paths import is_folder


class ManifestFolder(NamedTuple):
    """A folder as it is written, and where it is."""

    text: str
    path: Path


def folders_of(workflow: Workflow, source: Path) -> Iterator[ManifestFolder]:
    """The folders that a workflow names; a leading ``/`` is *source*, the folder of the sources, where it has one such.

    A workflow that a repository has written itself names that repository.
    """
    said = Path(workflow.span_of("manifests").source)
    for text in workflow.manifests:
        inside = source / text.lstrip("/")
        is_inside = text.startswith("/") and (is_folder(inside) or not is_folder(Path(text)))
        path = said if is_folder(said) else Path(os.path.normpath(inside if is_inside else said.parent / text))
        yield ManifestFolder(text, path)
