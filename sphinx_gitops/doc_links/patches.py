"""A file in, whether a kustomization around it applies it as a patch out: it is then no object of its own."""

from __future__ import annotations

import os
from pathlib import Path

from sphinx_gitops.importers.documents import Document
from sphinx_gitops.importers.kustomize.settings import settings_of
from sphinx_gitops.importers.repository.facts import decoded
from sphinx_gitops.importers.repository.selection import KUSTOMIZATION_NAMES
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree.documents import Policy, normalized, parse_document

_FOLDERS = 4
"""So many folders above a patch its kustomization is at most."""


def _patches(path: Path) -> frozenset[Path]:
    """The files that one kustomization applies as patches; none where it cannot be read."""
    try:
        text = decoded(path.read_bytes())
    except OSError:  # it is no file, or none of ours to read: discover tells
        return frozenset()
    parsed = parse_document(normalized(text or ""), 0, lambda line, column: Span("", line + 1, column + 1), Policy())
    if parsed.tree is None:
        return frozenset()
    body = Document(file=path.name, index=0, line=1, group="", kind="", body=parsed.tree)
    named = (one.path for one in settings_of(body, "").patches if one.path)
    return frozenset(Path(os.path.normpath(path.parent / name)) for name in named)


class Patches:
    """Which files are patches; each kustomization is read once."""

    def __init__(self) -> None:
        self._of: dict[Path, frozenset[Path]] = {}

    def _in(self, folder: Path) -> frozenset[Path]:
        if folder not in self._of:
            found = (folder / name for name in KUSTOMIZATION_NAMES)
            self._of[folder] = frozenset().union(*(_patches(path) for path in found if path.is_file()))
        return self._of[folder]

    def __contains__(self, path: Path) -> bool:
        """Whether a kustomization in the folder of a file, or in one above it, names the file as a patch."""
        full = Path(os.path.normpath(path.absolute()))
        return any(full in self._in(folder) for folder in [*full.parents][:_FOLDERS])
