"""The alerts of a project in, the records that tables list of them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sphinx_gitops.alerts.placing import PlacedAlert
from sphinx_gitops.ext.domain.relations import PlacedRunbook, Relations
from sphinx_gitops.ext.resolve.alert_nodes import rule_place
from sphinx_gitops.ext.resolve.tables.table_items import AlertName, Cells, kinds, texts


def alert_names(relations: Relations, alerts: Iterable[PlacedAlert]) -> tuple[AlertName, ...]:
    """The names of alerts, each once."""
    names = dict.fromkeys(placed.alert.name for placed in alerts)
    return tuple(AlertName(name, relations.alerts.entries.get(name)) for name in names)


def alert_records(relations: Relations, workflow: str) -> Iterator[Cells]:
    """Every alert; of one workflow those that are about a component of it, by themselves or by their runbook."""
    books = {book.runbook.id: book for book in relations.books()}
    about = relations.alerts.components
    for placed in relations.alerts.placed:
        runbooks = tuple(books[name] for name in placed.runbooks if name in books)
        named = (name for book in runbooks for name in relations.named(book))
        components = tuple(dict.fromkeys((*about.get(id(placed), ()), *named)))
        if not workflow or workflow in {name.partition(".")[0] for name in components}:
            yield _alert(placed, runbooks, components, relations)


def _alert(
    placed: PlacedAlert, runbooks: tuple[PlacedRunbook, ...], components: tuple[str, ...], relations: Relations
) -> Cells:
    alert, entry, led = placed.alert, relations.alerts.entries.get(placed.alert.name), relations.alerts.entry(placed)
    procedures = dict.fromkeys(book.runbook.procedure.value for book in runbooks if book.runbook.procedure)
    return {
        "alert": (AlertName(alert.name, entry),),
        "severity": texts(alert.severity),
        "group": texts(alert.group),
        "summary": texts(alert.summary),
        "expression": texts(alert.expression),
        "duration": texts(alert.duration),
        "runbook": runbooks,
        "component": tuple(map(relations.target, components)),
        "page": (relations.page(led.docname),) if led else (),
        "owner": texts(*dict.fromkeys(book.runbook.owner for book in runbooks)),
        "procedure": kinds(*procedures),
        "rule": texts(rule_place(alert)),
        "tool": texts(alert.tool.value),
        "namespace": texts(alert.namespace),
        "label": tuple(f"{name}={value}" for name, value in alert.labels),
    }
