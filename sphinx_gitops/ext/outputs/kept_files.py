"""A builder and the folder that it writes to in, the file among the documents as read that is kept for both out."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

RECORD = ".json"
"""The suffix of the file with what each document shows."""


def kept_for(app: Sphinx, suffix: str) -> Path:
    """The file among the documents as read that belongs to this builder and this folder."""
    try:
        folder = os.path.relpath(app.outdir, app.doctreedir)  # so that both may be moved
    except ValueError:  # on two drives
        folder = str(app.outdir)
    digest = hashlib.sha256(Path(folder).as_posix().encode(errors="surrogateescape")).hexdigest()[:12]
    return Path(app.doctreedir) / f"gitops-{app.builder.name}-{digest}{suffix}"
