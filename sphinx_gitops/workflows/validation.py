"""A workflow that code has made in, what is wrong with it out: what the reader checks in YAML, held against objects."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sphinx_gitops.format import COLOUR, ID, is_foreign, safe_url
from sphinx_gitops.model import Component, Workflow
from sphinx_gitops.suggest import there_are
from sphinx_gitops.vocabulary import Vocabulary


@cache
def _hints(cls: Hashable) -> dict[str, Any]:
    return get_type_hints(cls)


def _fits(value: object, hint: Any) -> bool:
    """Whether a value has the shape that an annotation of the model asks for; not what is inside of data."""
    if get_origin(hint) in {Union, UnionType}:
        return any(_fits(value, one) for one in get_args(hint))
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        if not isinstance(value, tuple):
            return False
        if inner[-1] is Ellipsis:
            return all(_fits(item, inner[0]) for item in value)
        return len(value) == len(inner) and all(map(_fits, value, inner))
    return isinstance(value, NoneType if hint is None else hint)


def _shapes(data: object, path: str) -> Iterator[str]:
    """Each field of a wrong type, down through the data."""
    shape: Any = type(data)
    hints = _hints(shape)
    assert is_dataclass(data)
    for field in fields(data):
        value, hint = getattr(data, field.name), hints[field.name]
        if not _fits(value, hint):
            yield f"{path}.{field.name}: {type(value).__name__} where the model has {_named(hint)}"
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if is_dataclass(item):
                    yield from _shapes(item, f"{path}.{field.name}[{number}]")


def _named(hint: Any) -> str:
    if isinstance(hint, type) and not get_args(hint):
        return hint.__name__
    return str(hint).replace("sphinx_gitops.model.", "")


def _names(workflow: Workflow) -> Iterator[str]:
    seen = set()
    for part in workflow.parts():
        if not ID.fullmatch(part.id):
            yield f"{part.id!r} is no id"
        if part.id in seen:
            yield f"the id {part.id!r} is there twice"
        seen.add(part.id)
    for flow in workflow.flows:
        if not flow.sources or not flow.targets:
            yield "a flow has no source or no target"
        for end in (*flow.sources, *flow.targets):
            if end not in seen and not is_foreign(end):
                yield f"a flow ends at {end!r}, which is not there{there_are(sorted(seen))}"


def _former(workflow: Workflow) -> Iterator[str]:
    for old in workflow.formerly:
        if not ID.fullmatch(old) or "." in old:
            yield f"the former id {old!r} is no id of a workflow"
    for part in workflow.parts():
        for old in part.formerly:
            if not ID.fullmatch(old):
                yield f"{part.id}: the former id {old!r} is no id"


def _links(workflow: Workflow) -> Iterator[str]:
    for component in workflow.components():
        for url in (component.url, *(url for _, url in component.links)):
            if not safe_url(url):
                yield f"{component.id}: the link {url!r} is refused"
    for flow in workflow.flows:
        if not safe_url(flow.url):
            yield f"a flow: the link {flow.url!r} is refused"


def _styles(workflow: Workflow) -> Iterator[str]:
    for style in workflow.styles:
        if not ID.fullmatch(style.name):
            yield f"the class {style.name!r} is no id"
        for colour in (*style.light, *style.dark):
            if colour and not COLOUR.fullmatch(colour):
                yield f"the class {style.name!r}: {colour!r} is no hex colour"


def _words(workflow: Workflow, vocabulary: Vocabulary) -> Iterator[str]:
    own = {style.name for style in workflow.styles}
    for part in workflow.parts():
        if isinstance(part, Component) and part.kind and part.kind not in vocabulary.kinds:
            yield f"{part.id}: there is no kind {part.kind!r}"
        if part.colour and part.colour not in vocabulary.classes and part.colour not in own:
            yield f"{part.id}: there is no class {part.colour!r}"


def flaws(workflow: Workflow, vocabulary: Vocabulary) -> list[str]:
    """What is wrong with a workflow: types first, and the rest where they are right."""
    shapes = list(_shapes(workflow, "workflow"))
    if shapes:
        return shapes
    own = [] if ID.fullmatch(workflow.id) and "." not in workflow.id else [f"{workflow.id!r} is no id of a workflow"]
    own += [] if workflow.stages else ["it has no stage"]
    parts = (_names, _former, _links, _styles)
    return [*own, *(flaw for part in parts for flaw in part(workflow)), *_words(workflow, vocabulary)]
