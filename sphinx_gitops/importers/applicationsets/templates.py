"""A text with parameters of an ApplicationSet in, the text with their values out, in both of its template languages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TypeAlias

from sphinx_gitops.importers.documents import place_of
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree

TemplateValue: TypeAlias = "str | list[TemplateValue] | dict[str, TemplateValue]"

_ACTION = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.DOTALL)
_FIELD = re.compile(r"^\.([\w.-]+)$")
_INDEX = re.compile(r'^index\s+\.([\w.-]+)\s+(?:(\d+)|"([^"]*)")$')
_NOT_NORMAL = re.compile(r"[^a-z0-9-]+")


class UnknownValueError(Exception):
    """A value that only a cluster, another repository or a renderer knows; the message says which."""


def normalized_name(text: str) -> str:
    """A text as the name of an object may be."""
    return _NOT_NORMAL.sub("-", text.lower()).strip("-")


_PIPES: dict[str, Callable[[str], str]] = {
    "normalize": normalized_name,
    "lower": str.lower,
    "upper": str.upper,
    "toString": str,
}


def flattened(value: TemplateValue, prefix: str = "") -> dict[str, str]:
    """Every text in a value under its dotted path."""
    if isinstance(value, dict):
        found: dict[str, str] = {}
        for key, below in value.items():
            found.update(flattened(below, f"{prefix}.{key}" if prefix else key))
        return found
    if isinstance(value, list):
        found = {}
        for at, item in enumerate(value):
            found.update(flattened(item, f"{prefix}[{at}]"))
        return found
    return {prefix: value}


def _lookup(parameters: TemplateValue, path: str) -> TemplateValue:
    for key in path.split("."):
        if not isinstance(parameters, dict) or key not in parameters:
            raise UnknownValueError(f"the parameter {path} is not known")
        parameters = parameters[key]
    return parameters


def _evaluated(expression: str, parameters: TemplateValue) -> str:
    """The value of a Go template's action, where it is plain."""
    head, *pipes = [part.strip() for part in expression.split("|")]
    field, index = _FIELD.match(head), _INDEX.match(head)
    if field:
        value = _lookup(parameters, field[1])
    elif index:
        value = _lookup(parameters, index[1])
        if isinstance(value, list) and index[2] and place_of(index[2]) < len(value):
            value = value[int(index[2])]
        elif isinstance(value, dict) and index[3] in value:
            value = value[index[3]]
        else:
            raise UnknownValueError(f"the parameter {head} is not known")
    else:
        raise UnknownValueError(f"the action {expression} is not rendered")
    if pipes[:1] == ["toJson"]:
        value, pipes = json.dumps(value, ensure_ascii=False), pipes[1:]
    if not isinstance(value, str):
        raise UnknownValueError(f"the parameter {head} is no text")
    for pipe in pipes:
        change = _PIPES.get(pipe)
        if change is None:
            raise UnknownValueError(f"the action {expression} is not rendered")
        value = change(value)
    return value


def rendered(text: str, parameters: TemplateValue, *, go: bool) -> str:
    """*text* with its parameters filled in. Raises UnresolvedError."""
    if "{{" not in text:
        return text
    flat = {} if go else flattened(parameters)

    def fill(match: re.Match[str]) -> str:
        if go:
            return _evaluated(match[1], parameters)
        if match[1] not in flat:
            raise UnknownValueError(f"the parameter {match[1]} is not known")
        return flat[match[1]]

    return _ACTION.sub(fill, text)


def rendered_tree(tree: Tree, parameters: TemplateValue, *, go: bool) -> Tree:
    """*tree* with the parameters of its scalars filled in; a scalar that cannot be filled stays as it is."""
    if isinstance(tree, Mapping):
        entries = tuple((key, rendered_tree(value, parameters, go=go)) for key, value in tree.entries)
        return Mapping(entries, tree.span, tree.size)
    if isinstance(tree, Sequence):
        return Sequence(tuple(rendered_tree(item, parameters, go=go) for item in tree.items), tree.span, tree.size)
    if "{{" not in tree.text:
        return tree
    try:
        return tree._replace(text=rendered(tree.text, parameters, go=go), plain=False)
    except UnknownValueError:
        return tree


def to_value(tree: Tree | None) -> TemplateValue:
    """A tree as the value of a parameter."""
    if isinstance(tree, Mapping):
        return {key.text: to_value(value) for key, value in tree.entries}
    if isinstance(tree, Sequence):
        return [to_value(item) for item in tree.items]
    if isinstance(tree, Scalar):
        return "" if tree.is_null else tree.text
    return ""
