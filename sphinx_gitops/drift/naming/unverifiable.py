"""A name that is not in a repository in, whether a template of it may make it out: then nothing is concluded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sphinx_gitops.drift.naming.binding_name import BindingName, matches
from sphinx_gitops.drift.naming.inventory import Inventory
from sphinx_gitops.importers.repository.globs import starred
from sphinx_gitops.importers.repository.masking import is_templated

_ACTION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|#\{.*?\}#|<<.*?>>|\$\{.*?\}|%\{.*?\}|<[A-Za-z_][\w .-]*>", re.DOTALL)
_KIND = re.compile(r"[A-Z][A-Za-z]+(\.[a-z0-9.-]+)?/.")


@lru_cache(maxsize=4096)
def _expression(text: str) -> re.Pattern[str] | None:
    """What a templated text may become; None where nothing of it is fixed, which says nothing."""
    fixed = _ACTION.split(text)
    if not any(re.search(r"\w", part) for part in fixed):
        return None
    return re.compile(starred(fixed, ".*") + r"\Z", re.DOTALL)


def _templated_names(inventory: Inventory, kind: str) -> Iterator[str]:
    """The names of a kind that only a renderer knows."""
    for identity in inventory.by_kind.get(kind, ()):
        one = inventory.objects[identity]
        if "metadata.name" in one.unverifiable or is_templated(one.name):
            yield one.name
    if kind == "Application":
        for identity in inventory.by_kind.get("ApplicationSet", ()):
            if inventory.objects[identity].generates is None:
                given = inventory.fields[identity].get("spec.template.metadata.name")
                yield str(given.value) if given else ""


def _is_same(name: BindingName, other: BindingName) -> bool:
    in_namespace = not name.namespace or matches(name.namespace, other.namespace)
    return in_namespace and matches(name.name, other.name)


def may_be_made(inventory: Inventory, name: BindingName) -> bool:
    """Whether what a binding names may be there under a name that is a template, or is of a kind that is not read.

    Of Secrets only those are objects of a repository that declare clusters and the like: the others are judged alone.
    """
    if name.path:
        return _KIND.match(name.text) is not None and f"{name.text.partition('/')[0]}/" not in inventory.discovery.paths
    if name.kind == "Secret":
        others = (inventory.name(judged.object) for judged in inventory.discovery.judged.get("secret-plaintext", ()))
        if any(_is_same(name, other) for other in others):
            return True
    expressions = (_expression(text) for text in _templated_names(inventory, name.kind) if is_templated(text))
    return any(one is not None and one.match(name.name) for one in expressions)
