"""``gitops-runbooks.json``: which runbook an alert has, for chat bots, templates of notifications, and agents."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_gitops.ext.export.records import ExportRecords, alert_names
from sphinx_gitops.ext.outputs import CATALOGUE, unchanged
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.schemas.catalogue_schema import CATALOGUE_VERSION
from sphinx_gitops.schemas.workflow_schema import Json

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_gitops.alerts.placing import PlacedAlert
    from sphinx_gitops.ext.domain.entries import ObjectEntry
    from sphinx_gitops.ext.domain.relations import PlacedRunbook

_START = b'{\n  "catalogue_version"'
"""How a catalogue starts, and hardly a file of that name that is the project's own."""


def _found_at(records: ExportRecords, row: ObjectEntry) -> dict[str, Json]:
    """The page and the anchor of a place, and its address: whole where the project says where it is published."""
    place = records.place(row)
    uri = str(place.get("uri", ""))
    base = str(records.app.config.html_baseurl or "")
    url = posixpath.join(base, uri) if base else ""
    return {"page": uri.partition("#")[0], "anchor": place["anchor"], "uri": uri, "url": url}


def _runbook(records: ExportRecords, book: PlacedRunbook) -> Json:
    runbook, relations = book.runbook, records.relations
    entries = (relations.entry(name) for name in relations.named(book))
    return {
        "id": runbook.id,
        "title": runbook.title,
        "procedure": runbook.procedure.value if runbook.procedure else "",
        "severity": runbook.severity,
        "owner": runbook.owner,
        "symptoms": [*runbook.symptoms],
        "alerts": alert_names(relations.alerts.runbook(runbook.id)),
        "alert_patterns": [*runbook.alerts],
        "components": [
            {"name": entry.name, "title": entry.component.title, "owner": entry.component.owner}
            for entry in entries
            if entry
        ],
        **_found_at(records, book.row),
    }


def _alert(records: ExportRecords, placed: PlacedAlert, led: ObjectEntry) -> Json:
    alert = placed.alert
    return {
        "name": alert.name,
        "severity": alert.severity,
        "namespace": alert.namespace,
        "summary": alert.summary,
        "runbooks": [*placed.runbooks],
        **_found_at(records, led),
    }


def _led(records: ExportRecords) -> Iterator[tuple[PlacedAlert, ObjectEntry]]:
    """The alerts that lead to a page, each with its place."""
    alerts = records.relations.alerts
    for placed in alerts.placed:
        entry = alerts.entry(placed)
        if entry:
            yield placed, entry


def _listed(records: Iterable[Json]) -> str:
    """A list with a record a line."""
    lines = ",".join("\n    " + json.dumps(record, ensure_ascii=False) for record in records)
    return f"[{lines}\n  ]" if lines else "[]"


def catalogue(app: Sphinx) -> str:
    """The catalogue as JSON: runbooks by their ids, and the alerts that lead to a page in the order of their rules."""
    records = ExportRecords.of(app)
    books = sorted(records.relations.books(), key=lambda book: book.runbook.id)
    return (
        f'{{\n  "catalogue_version": {CATALOGUE_VERSION},\n'
        f'  "project": {json.dumps(app.config.project, ensure_ascii=False)},\n'
        f'  "runbooks": {_listed(_runbook(records, book) for book in books)},\n'
        f'  "alerts": {_listed(_alert(records, *one) for one in _led(records))}\n}}\n'
    )


def write(app: Sphinx, exception: Exception | None) -> None:
    """Put the catalogue beside the pages where there is something in it, or take away that of a build before."""
    if exception is not None or not capabilities(app).stylesheet or unchanged.left(app):
        return
    target = Path(app.outdir) / CATALOGUE
    records = ExportRecords.of(app)
    if app.config.gitops_export and (any(True for _ in records.relations.books()) or any(True for _ in _led(records))):
        target.write_bytes(catalogue(app).encode(errors="replace"))
    elif target.is_file() and target.read_bytes().startswith(_START):
        target.unlink()
