"""What a project says of its delivery, as files for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_gitops.ext.application import in_use
from sphinx_gitops.ext.outputs import AUDIT, CATALOGUE, EXPORT, OSCAL

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def has_files(app: Sphinx, *_: object) -> bool:
    """Whether there may be something to write for programs, or there is such a file of a build before."""
    return in_use(app) or any(Path(app.outdir, name).is_file() for name in (EXPORT, CATALOGUE, AUDIT, OSCAL))
