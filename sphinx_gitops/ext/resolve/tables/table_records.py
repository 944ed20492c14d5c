"""What tables list: each alert, component, flow, runbook or workflow as cells, which filters read as words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sphinx_gitops.evidence import Declared
from sphinx_gitops.ext.domain.relations import ComponentEntry, RelatedTarget, Relations
from sphinx_gitops.ext.resolve.tables.table_alerts import alert_names, alert_records
from sphinx_gitops.ext.resolve.tables.table_items import Cells, FormatWord, Outside, kinds, texts
from sphinx_gitops.view import mark_of
from sphinx_gitops.vocabulary import Vocabulary


def _component(entry: ComponentEntry, relations: Relations, vocabulary: Vocabulary) -> Cells:
    component = entry.component
    receives, sends = relations.ends(entry.name)
    mark = mark_of(component, vocabulary)
    page = [Outside("", component.url)] if component.url else []
    declared = component.declared or Declared()
    return {
        "component": (RelatedTarget(entry.name, component.title, entry.row),),
        "id": (component.id,),
        "kind": kinds(component.kind),
        "mark": kinds(mark.value if mark else ""),
        "stage": (entry.stage,),
        "group": entry.boxes[1:],
        "workflow": (entry.workflow,),
        "tier": kinds(component.tier.value if component.tier else ""),
        "owner": texts(component.owner),
        "tag": component.tags,
        "link": (*page, *(Outside(title, url) for title, url in component.links)),
        "manifest": texts(component.manifest),
        "file": declared.places,
        "revision": texts(declared.revision),
        "path": texts(declared.path),
        "automation": tuple(FormatWord(word, words=word) for word in declared.automation),
        "status": kinds(*(state.value for state, _ in component.observed.states) if component.observed else ()),
        "description": texts(component.description),
        "receives": tuple(dict.fromkeys(target for target, _ in receives)),
        "sends": tuple(dict.fromkeys(target for target, _ in sends)),
        "runbook": entry.brief.runbooks,
        "mention": entry.brief.mentions,
        "alert": alert_names(relations, relations.alerts.component(entry.name)),
    }


def _components(relations: Relations, workflow: str, vocabulary: Vocabulary) -> Iterator[Cells]:
    entries = map(relations.entry, relations.components(workflow))
    return (_component(entry, relations, vocabulary) for entry in entries if entry)


def _flows(relations: Relations, workflow: str, vocabulary: Vocabulary) -> Iterator[Cells]:
    for found in relations.each(workflow):
        for flow in found.flows:
            yield {
                "from": tuple(relations.end(found.id, end) for end in flow.sources),
                "to": tuple(relations.end(found.id, end) for end in flow.targets),
                "kind": kinds(flow.kind.value),
                "label": texts(flow.label),
                "description": texts(flow.description),
                "workflow": (relations.target(found.id),),
            }


def _runbooks(relations: Relations, workflow: str, vocabulary: Vocabulary) -> Iterator[Cells]:
    for book in relations.books():
        runbook, names = book.runbook, relations.named(book)
        if workflow and workflow not in {name.partition(".")[0] for name in names}:
            continue
        yield {
            "runbook": (book,),
            "id": (runbook.id,),
            "procedure": kinds(runbook.procedure.value if runbook.procedure else ""),
            "severity": texts(runbook.severity),
            "owner": texts(runbook.owner),
            "component": tuple(map(relations.target, names)),
            "mention": relations.mentions(runbook.id, runbook=True),
            "alert": alert_names(relations, relations.alerts.runbook(runbook.id)),
        }


def _workflows(relations: Relations, workflow: str, vocabulary: Vocabulary) -> Iterator[Cells]:
    for found in relations.each(workflow):
        yield {
            "workflow": (relations.target(found.id),),
            "id": (found.id,),
            "description": texts(found.description),
            "stages": tuple(relations.target(f"{found.id}.{stage.id}") for stage in found.stages),
            "components": (str(sum(1 for _ in found.components())),),
            "flows": (str(len(found.flows)),),
        }


_LISTS: dict[str, Callable[[Relations, str, Vocabulary], Iterator[Cells]]] = {
    "alerts": lambda relations, workflow, _: alert_records(relations, workflow),
    "components": _components,
    "flows": _flows,
    "runbooks": _runbooks,
    "workflows": _workflows,
}


def records(subject: str, relations: Relations, workflow: str, vocabulary: Vocabulary) -> Iterator[Cells]:
    """All alerts, components, flows, runbooks or workflows of the project, or of one workflow."""
    return _LISTS[subject](relations, relations.index.current(workflow), vocabulary)
