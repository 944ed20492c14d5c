"""What a format says of one of its kinds: its fields, its references, and when a document of it is only a part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sphinx_gitops.importers.documents import key_span, scalar_at, text_at, value_at
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a manifest says of another object."""

    edge: str
    "The kind of the edge: ``dependsOn``, ``sourceRef``."
    group: str
    kind: str
    name: str
    namespace: str
    "Empty: that of the object which refers."
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NestedObject:
    """A job, a task, a branch: what a document lists within itself."""

    kind: str
    name: str
    span: Span
    fields: tuple[tuple[str, Scalar], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartEdge:
    """An edge from one part of a document to another part, or to another file."""

    edge: str
    source: str
    target: str
    span: Span


def no_references(_body: Mapping) -> Iterator[Reference]:
    """A kind that refers to nothing."""
    return iter(())


def without_spec(body: Mapping) -> bool:
    """Whether a document has no ``spec``."""
    spec = body.get("spec")
    return spec is None or (isinstance(spec, Scalar) and spec.is_null)


def never(_body: Mapping) -> bool:
    """A kind whose documents are always whole."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestKind:
    """One kind of a format."""

    family: str
    group: str
    kind: str
    fields: tuple[str, ...] = ()
    "Dotted paths; ``[]`` is each item of a list, ``*`` each key of a mapping."
    references: Callable[[Mapping], Iterator[Reference]] = no_references
    is_partial: Callable[[Mapping], bool] = without_spec
    cluster_scoped: bool = False
    reconciles: bool = False
    "Whether a repository with one has a reconciler."


def reference(
    body: Tree | None, edge: str, *keys: str, group: str, kind: str = "", default: str = ""
) -> Iterator[Reference]:
    """The reference that the mapping under *keys* is, of the kind that it names or *default*."""
    entry = value_at(body, *keys)
    span = key_span(body, *keys)
    if isinstance(entry, Mapping) and span:
        yield from entry_reference(entry, edge, span, group=group, kind=kind, default=default)


def entry_reference(
    entry: Mapping, edge: str, span: Span, *, group: str, kind: str = "", default: str = ""
) -> Iterator[Reference]:
    """The reference that *entry* is."""
    name = scalar_at(entry, "name")
    if name:
        named = kind or text_at(entry, "kind") or default
        namespace = text_at(entry, "namespace")
        yield Reference(edge=edge, group=group, kind=named, name=name.text, namespace=namespace, span=span)


def collected(tree: Tree | None, pattern: str) -> Iterator[tuple[str, Scalar]]:
    """Each scalar under a dotted path, with the path that leads to it."""
    yield from _collected(tree, pattern.split("."), "")


def _collected(tree: Tree | None, keys: list[str], path: str) -> Iterator[tuple[str, Scalar]]:
    if not keys:
        if isinstance(tree, Scalar) and not tree.is_null:
            yield path, tree
        return
    if not isinstance(tree, Mapping):
        return
    key, rest = keys[0], keys[1:]
    listed = key.endswith("[]")
    for name, value in tree.entries:
        if key not in {"*", "*[]"} and name.text != key.removesuffix("[]"):
            continue
        below = f"{path}.{name.text}" if path else name.text
        if not listed:
            yield from _collected(value, rest, below)
        elif isinstance(value, Sequence):
            for at, item in enumerate(value.items):
                yield from _collected(item, rest, f"{below}[{at}]")
