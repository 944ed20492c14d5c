"""A workflow in, its texts to translate out; with their translations, the translated workflow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from sphinx_gitops.model import Component, Flow, Group, Part, Stage, Workflow

_Box = TypeVar("_Box", Group, Stage)
_Part = TypeVar("_Part", bound=Part)


def _texts(workflow: Workflow) -> Iterator[str]:
    yield workflow.title
    yield workflow.description
    for part in workflow.parts():
        yield part.title
        yield part.subtitle
        yield part.description
        yield part.note
        if isinstance(part, Component):
            yield from (title for title, _ in part.links)
    for flow in workflow.flows:
        yield flow.label
        yield flow.description


def texts(workflow: Workflow) -> list[str]:
    """Titles, labels and descriptions, each once, in the order of the workflow."""
    return list(dict.fromkeys(text for text in _texts(workflow) if text.strip()))


def translated(workflow: Workflow, words: Mapping[str, str]) -> Workflow:
    """The workflow with *words* for its own, where there are any."""
    if not words:
        return workflow

    def say(text: str) -> str:
        return words.get(text, text)

    def named(old: _Part) -> _Part:
        return replace(
            old,
            title=say(old.title),
            subtitle=say(old.subtitle),
            description=say(old.description),
            note=say(old.note),
        )

    def component(old: Component) -> Component:
        return replace(named(old), links=tuple((say(title), address) for title, address in old.links))

    def box(old: _Box) -> _Box:
        return replace(
            named(old),
            groups=tuple(map(box, old.groups)),
            components=tuple(map(component, old.components)),
        )

    def flow(old: Flow) -> Flow:
        return replace(old, label=say(old.label), description=say(old.description))

    return replace(
        workflow,
        title=say(workflow.title),
        description=say(workflow.description),
        stages=tuple(map(box, workflow.stages)),
        flows=tuple(map(flow, workflow.flows)),
    )
