"""A workflow in, plain text out: stages, groups and components as an indented list, then the flows."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.facts import component_facts, flow_words
from sphinx_gitops.model import Component, Flow, FlowKind, Group, Part, Workflow
from sphinx_gitops.phrases.words import NOTE
from sphinx_gitops.view import observed_time
from sphinx_gitops.vocabulary import Vocabulary


def _box(group: Group, vocabulary: Vocabulary, depth: int) -> Iterator[str]:
    indent = "  " * depth
    yield f"{indent}- {_title(group)}" + (f": {group.description}" if group.description else "")
    yield from _note(group, depth)
    for component in group.components:
        yield from _component(component, vocabulary, depth + 1)
    for inner in group.groups:
        yield from _box(inner, vocabulary, depth + 1)


def _component(component: Component, vocabulary: Vocabulary, depth: int) -> Iterator[str]:
    facts = component_facts(component, vocabulary)
    line = f"{'  ' * depth}- {_title(component)}" + (f" ({', '.join(facts)})" if facts else "")
    yield line + (f": {component.description}" if component.description else "")
    yield from _note(component, depth)


def _title(part: Part) -> str:
    return ", ".join(words for words in (part.title, part.subtitle) if words)


def _note(part: Part, depth: int) -> Iterator[str]:
    """The note of a part, as a paragraph of its entry."""
    if part.note:
        yield f"{'  ' * (depth + 1)}{NOTE.replace('{note}', part.note)}"


def _flow(flow: Flow, titles: dict[str, str]) -> str:
    sources = ", ".join(titles.get(name, name) for name in flow.sources)
    targets = ", ".join(titles.get(name, name) for name in flow.targets)
    words = flow_words(flow)
    label = f" ({words})" if words else ""
    arrow = "<->" if flow.kind is FlowKind.SYNC else "->"
    leads = ", ".join(target for target in (flow.url, flow.doc) if target)
    about = f": {flow.description}" if flow.description else ""
    return f"{sources} {arrow} {targets}{label}{about}" + (f" [{leads}]" if leads else "")


def _lines(workflow: Workflow, vocabulary: Vocabulary) -> Iterator[str]:
    yield workflow.title
    if workflow.description:
        yield ""
        yield workflow.description
    if workflow.observed_at:
        yield ""
        yield observed_time(workflow)
    yield ""
    for stage in workflow.stages:
        yield from _box(stage, vocabulary, 0)
    if workflow.flows:
        titles = {part.id: part.title for part in workflow.parts()}
        yield ""
        yield "Flows"
        yield ""
        for flow in workflow.flows:
            yield (f"{flow.number}. " if flow.number else "- ") + _flow(flow, titles)


def to_outline(workflow: Workflow, vocabulary: Vocabulary) -> str:
    """The whole workflow as plain text, ending in a newline; numbered flows have their numbers."""
    return "\n".join(_lines(workflow, vocabulary)) + "\n"
