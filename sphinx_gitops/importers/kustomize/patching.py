"""Objects and a patch in, the objects after it out: merged, operated on, renamed or removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from sphinx_gitops.importers.documents import text_at
from sphinx_gitops.importers.kustomize.item import Resource
from sphinx_gitops.importers.kustomize.merging import is_deletion, merged, operated
from sphinx_gitops.importers.kustomize.selecting import names, selects
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Sequence, Tree
from sphinx_gitops.yamltree.documents import parse_all


@lru_cache(maxsize=4096)
def parsed_patch(text: str, span: Span) -> tuple[Tree, ...]:
    """A patch in a scalar, which is a block that starts behind the line of *span*."""
    first = span.line + ("\n" in text)
    documents = parse_all(text, lambda line, _column: Span(span.source, first + line))
    return tuple(document.tree for document in documents if document.tree is not None)


def _names(body: Tree) -> tuple[str, str]:
    return text_at(body, "metadata", "name"), text_at(body, "metadata", "namespace")


def _operate(item: Resource, operations: Sequence) -> Resource:
    """The object after the operations of a JSON patch; its name follows where one of them writes it."""
    body: Tree = item.body
    for operation in operations.items:
        body = operated(body, operation)
    assert isinstance(body, Mapping)  # an operation on the whole of it changes nothing
    (old_name, old_namespace), (name, namespace) = _names(item.body), _names(body)
    return replace(item, body=body).renamed(
        name=name if name != old_name else None, namespace=namespace if namespace != old_namespace else None
    )


def _merge(item: Resource, patch: Mapping, *, rename: bool) -> Resource:
    body = merged(item.body, patch)
    after = replace(item, body=body) if isinstance(body, Mapping) else item
    name = text_at(patch, "metadata", "name")
    return after.renamed(name=name) if rename and name else after


def patched(
    items: Iterable[Resource], patch: Tree, target: Mapping | None, *, rename: bool = False
) -> Iterator[Resource]:
    """Each object after *patch*, which means what *target* selects, or the one that it names."""
    for item in items:
        if isinstance(patch, Sequence):
            yield _operate(item, patch) if target is not None and selects(target, item) else item
        elif not isinstance(patch, Mapping):
            yield item
        elif selects(target, item) if target is not None else names(patch, item):
            if not is_deletion(patch):
                yield _merge(item, patch, rename=rename)
        else:
            yield item
