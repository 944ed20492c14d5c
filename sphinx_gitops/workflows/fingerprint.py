"""A workflow in, a short text out that differs where its content does, wherever it is written."""

from __future__ import annotations

import hashlib
from dataclasses import fields, is_dataclass, replace
from enum import Enum

from sphinx_gitops.model import Binding, Component, Workflow
from sphinx_gitops.problems import Span

_NOWHERE = Span("", 0)


def _plain(value: object) -> object:
    if isinstance(value, Span):
        return None
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if is_dataclass(value):
        return tuple(_plain(getattr(value, field.name)) for field in fields(value))
    return value


def unplaced(component: Component) -> Component:
    """The component without the places where it is written, which move with every line above them."""

    def binding(old: Binding) -> Binding:
        expected = tuple(replace(one, span=_NOWHERE) for one in old.expected)
        return replace(old, span=_NOWHERE, expected=expected)

    return replace(component, span=_NOWHERE, spans=(), bindings=tuple(map(binding, component.bindings)))


def fingerprint(workflow: Workflow) -> str:
    """The same for two workflows that say the same, on whichever lines."""
    return hashlib.sha256(repr(_plain(workflow)).encode(errors="surrogatepass")).hexdigest()
