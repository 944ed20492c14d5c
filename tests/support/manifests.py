"""Manifests of a test as trees, documents and objects of a kustomize build."""

from __future__ import annotations

from sphinx_gitops.importers.documents import Document, group_of, text_at
from sphinx_gitops.importers.kustomize.item import Resource, first_item
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Sequence, Tree
from sphinx_gitops.yamltree.documents import parse_all


def tree(text: str, file: str = "x.yaml") -> Tree:
    """The one document of a text."""
    (found,) = parse_all(text, lambda line, column: Span(file, line + 1, column + 1))
    assert found.tree is not None, found.error
    return found.tree


def document(text: str, file: str = "x.yaml") -> Document:
    """A text as a document of a file."""
    body = tree(text, file)
    group = group_of(text_at(body, "apiVersion"))
    return Document(file=file, index=0, line=1, group=group, kind=text_at(body, "kind"), body=body)


def item(text: str) -> Resource:
    """A manifest as the object that it is before any build."""
    found = first_item(document(text))
    assert found is not None
    return found


def plain(value: Tree) -> object:
    """A tree without its places: mappings, lists and texts."""
    if isinstance(value, Mapping):
        return {name.text: plain(inner) for name, inner in value.entries}
    if isinstance(value, Sequence):
        return [plain(inner) for inner in value.items]
    return None if value.is_null else value.text


def git_repository(name: str, url: str, ref: str = "branch: main") -> str:
    """A Flux GitRepository."""
    return (
        "---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\n"
        f"metadata: {{name: {name}, namespace: flux-system}}\nspec: {{url: '{url}', ref: {{{ref}}}}}\n"
    )
