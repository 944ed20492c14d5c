"""What the formats have in common: texts, annotations and labels of a mapping, and the object that a document is."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.alerts.alert import Annotation
from sphinx_gitops.importers.documents import text_at, value_at
from sphinx_gitops.yamltree import Mapping, Scalar, Tree

_SUMMARIES = ("summary", "message", "description")
"""The annotations that say what an alert is about, the shortest first."""


def scalars_at(tree: Tree | None, *keys: str) -> Iterator[tuple[Scalar, Scalar]]:
    """The entries of the mapping under *keys* that are scalars."""
    found = value_at(tree, *keys)
    for key, value in found.entries if isinstance(found, Mapping) else ():
        if isinstance(value, Scalar) and not value.is_null:
            yield key, value


def annotations_at(tree: Tree | None, *keys: str) -> tuple[Annotation, ...]:
    """The annotations under *keys*."""
    return tuple(Annotation(key.text, value.text, key.span, value.span) for key, value in scalars_at(tree, *keys))


def labels_at(tree: Tree | None, *keys: str) -> tuple[tuple[str, str], ...]:
    """The labels under *keys*."""
    return tuple((key.text, value.text) for key, value in scalars_at(tree, *keys))


def summary_of(annotations: tuple[Annotation, ...]) -> str:
    """What an alert is about, on one line."""
    said = {one.name: " ".join(one.value.split()) for one in annotations}
    return next((said[name] for name in _SUMMARIES if said.get(name)), "")


def owner_of(document: Tree) -> str:
    """The object that a document is, as ``KIND/NAMESPACE/NAME``; empty where it is none."""
    parts = (
        text_at(document, "kind"),
        text_at(document, "metadata", "namespace"),
        text_at(document, "metadata", "name"),
    )
    return "/".join(part for part in parts if part) if parts[0] and parts[2] else ""
