"""What tables list: each component, flow, runbook or workflow as cells, which filters read as words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from docutils import nodes

from sphinx_gitops.ext.domain.relations import ComponentEntry, Page, PlacedRunbook, Relations, Target
from sphinx_gitops.ext.resolve.pending_xrefs import to_page, to_runbook, to_target
from sphinx_gitops.phrases import Translator, spaced
from sphinx_gitops.query import Record
from sphinx_gitops.view import mark_of
from sphinx_gitops.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Outside:
    """A link out of the project."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A word of the format, shown in the reader's language."""

    name: str


Item: TypeAlias = "str | Kind | Outside | Target | PlacedRunbook | Page"
Cells: TypeAlias = Mapping[str, tuple[Item, ...]]


def _texts(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _kinds(*names: str) -> tuple[Kind, ...]:
    return tuple(Kind(name) for name in names if name)


def _component(entry: ComponentEntry, relations: Relations, vocabulary: Vocabulary) -> Cells:
    component = entry.component
    receives, sends = relations.ends(entry.name)
    mark = mark_of(component, vocabulary)
    page = [Outside("", component.url)] if component.url else []
    return {
        "component": (Target(entry.name, component.title, entry.row),),
        "id": (component.id,),
        "kind": _kinds(component.kind),
        "mark": _kinds(mark.value if mark else ""),
        "stage": (entry.stage,),
        "group": entry.boxes[1:],
        "workflow": (entry.workflow,),
        "tier": _kinds(component.tier.value if component.tier else ""),
        "owner": _texts(component.owner),
        "tag": component.tags,
        "link": (*page, *(Outside(title, url) for title, url in component.links)),
        "manifest": _texts(component.manifest),
        "description": _texts(component.description),
        "receives": tuple(dict.fromkeys(target for target, _ in receives)),
        "sends": tuple(dict.fromkeys(target for target, _ in sends)),
        "runbook": entry.brief.runbooks,
        "mention": entry.brief.mentions,
    }


def _components(relations: Relations, workflow: str, vocabulary: Vocabulary) -> Iterator[Cells]:
    entries = map(relations.entry, relations.components(workflow))
    return (_component(entry, relations, vocabulary) for entry in entries if entry)


def _flows(relations: Relations, workflow: str, vocabulary: Vocabulary) -> Iterator[Cells]:
    for name in relations.workflows(workflow):
        found = relations.workflow(name)
        for flow in found.flows if found else ():
            yield {
                "from": tuple(relations.end(name, end) for end in flow.sources),
                "to": tuple(relations.end(name, end) for end in flow.targets),
                "kind": _kinds(flow.kind.value),
                "label": _texts(flow.label),
                "description": _texts(flow.description),
                "workflow": (relations.target(name),),
            }


def _runbooks(relations: Relations, workflow: str, vocabulary: Vocabulary) -> Iterator[Cells]:
    for book in relations.books():
        runbook, names = book.runbook, relations.named(book)
        if workflow and workflow not in {name.partition(".")[0] for name in names}:
            continue
        yield {
            "runbook": (book,),
            "id": (runbook.id,),
            "procedure": _kinds(runbook.procedure.value if runbook.procedure else ""),
            "severity": _texts(runbook.severity),
            "owner": _texts(runbook.owner),
            "component": tuple(map(relations.target, names)),
            "mention": relations.mentions(runbook.id, runbook=True),
        }


def _workflows(relations: Relations, workflow: str, vocabulary: Vocabulary) -> Iterator[Cells]:
    for name in relations.workflows(workflow):
        found = relations.workflow(name)
        if found:
            yield {
                "workflow": (relations.target(name),),
                "id": (name,),
                "description": _texts(found.description),
                "stages": tuple(relations.target(f"{name}.{stage.id}") for stage in found.stages),
                "components": (str(sum(1 for _ in found.components())),),
                "flows": (str(len(found.flows)),),
            }


_LISTS: dict[str, Callable[[Relations, str, Vocabulary], Iterator[Cells]]] = {
    "components": _components,
    "flows": _flows,
    "runbooks": _runbooks,
    "workflows": _workflows,
}


def records(subject: str, relations: Relations, workflow: str, vocabulary: Vocabulary) -> Iterator[Cells]:
    """All components, flows, runbooks or workflows of the project, or of one workflow."""
    return _LISTS[subject](relations, relations.index.current(workflow), vocabulary)


def _words(item: Item) -> tuple[str, ...]:
    match item:
        case Target(name=name, title=title):
            return tuple(dict.fromkeys((title, name.partition(".")[2] or name, name)))
        case PlacedRunbook(runbook=runbook):
            return (runbook.title, runbook.id)
        case Page(docname=docname, title=title):
            return (title, docname)
        case Outside(title=title, url=url):
            return (title, url) if title else (url,)
        case Kind(name=name):
            return (name,)
    return (item,)


def as_words(cells: Cells) -> Record:
    """The cells as a filter reads them: what is shown, ids and full names."""
    return {name: tuple(word for item in items for word in _words(item)) for name, items in cells.items()}


def as_nodes(item: Item, refdoc: str, say: Translator) -> nodes.Node:
    """What a cell shows."""
    match item:
        case Target():
            return to_target(item, refdoc)
        case PlacedRunbook():
            return to_runbook(item, refdoc)[0]
        case Page():
            return to_page(item, refdoc)
        case Outside(title=title, url=url):
            return nodes.reference("", title or say("page"), refuri=url, internal=False)
        case Kind(name=name):
            return nodes.Text(say(spaced(name)))
    return nodes.Text(item)
