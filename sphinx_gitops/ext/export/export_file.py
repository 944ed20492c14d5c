"""``gitops.json``: all that the project says of its delivery, for other tools; beside pages, or by a builder alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, TextIO

from sphinx_gitops.ext.application import application
from sphinx_gitops.ext.domain.domain import GitOpsDomain, gitops_domain
from sphinx_gitops.ext.export.records import ExportRecords
from sphinx_gitops.ext.outputs import EXPORT, unchanged
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.ext.report_builder import PagelessBuilder
from sphinx_gitops.schemas.export_schema import SCHEMA_VERSION
from sphinx_gitops.schemas.workflow_schema import Json

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_PARTS = ("workflows", "components", "flows", "runbooks", "alerts")
"""The lists of the file."""
_START = b'{\n  "schema_version"'
"""How an export starts, and hardly a file of that name that is the project's own."""


def _write(records: Iterable[tuple[str, Json]], project: str, target: TextIO, folder: Path) -> None:
    """Write the whole file, a record a line, so that a diff names what has changed.

    Parts are put together in files of *folder*, which can be written: in memory, all records would be the largest thing
    that a build has.
    """
    written = json.JSONEncoder(ensure_ascii=False).encode
    with ExitStack() as stack:
        parts = {name: stack.enter_context(_part(folder)) for name in _PARTS}
        filled: set[str] = set()
        for name, record in records:
            parts[name].write((",\n    " if name in filled else "\n    ") + written(record))
            filled.add(name)
        target.write(f'{{\n  "schema_version": {written(SCHEMA_VERSION)},\n  "project": {written(project)}')
        for name, part in parts.items():
            part.seek(0)
            target.write(f',\n  "{name}": [')
            copyfileobj(part, target)
            target.write("\n  ]" if name in filled else "]")
        target.write("\n}\n")


def _part(folder: Path) -> AbstractContextManager[TextIO]:
    return TemporaryFile("w+", encoding="utf-8", errors="replace", newline="", dir=folder)


def export(app: Sphinx, target: Path) -> None:
    """Write what the project says, as JSON that is the same for the same sources."""
    with target.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        _write(ExportRecords.of(app).records(), app.config.project, file, target.parent)


class ExportBuilder(PagelessBuilder):
    """``-b gitops-json``: the file alone, and every warning that the pages would have."""

    name = "gitops-json"
    format = "json"
    epilog = "The export is in %(outdir)s."

    def get_outdated_docs(self) -> Iterable[str]:
        """All: each is resolved for the sake of its warnings."""
        return self.env.found_docs

    def finish(self) -> None:
        """Write the file."""
        export(application(self.env), Path(self.outdir) / EXPORT)


def _has_something(domain: GitOpsDomain) -> bool:
    return bool(domain.alerts.placed) or any(record.places for record in domain.documents.values())


def write_beside(app: Sphinx, exception: Exception | None) -> None:
    """Put the file beside the pages, or take away what a build before has put there."""
    if exception is not None or not capabilities(app).stylesheet or unchanged.left(app):
        return
    target = Path(app.outdir) / EXPORT
    if app.config.gitops_export and _has_something(gitops_domain(app.env)):
        export(app, target)
    elif target.is_file() and target.read_bytes().startswith(_START):
        target.unlink()
