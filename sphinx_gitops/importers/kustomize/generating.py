"""The ``configMapGenerator`` of a kustomization in, the ConfigMaps that it makes of literals out."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.importers.documents import Document, items_at, text_at
from sphinx_gitops.importers.kustomize.item import Resource
from sphinx_gitops.importers.kustomize.settings import Kustomization
from sphinx_gitops.yamltree import Mapping, Scalar, Tree


def _data(entry: Mapping) -> Iterator[tuple[Scalar, Tree]]:
    for literal in items_at(entry, "literals"):
        if isinstance(literal, Scalar):
            key, _, value = literal.text.partition("=")
            yield Scalar(key, literal.span), Scalar(value.strip("\"'"), literal.span)


def made_config_maps(settings: Kustomization) -> Iterator[Resource]:
    """One object for each ConfigMap; their names have no hash, as replacements want them."""
    for at, entry in enumerate(settings.config_maps):
        name = text_at(entry, "name")
        data = Mapping(tuple(_data(entry)), entry.span, entry.size)
        body = Mapping(((Scalar("data", entry.span), data),), entry.span, entry.size + 1)
        document = Document(
            file=settings.file, index=-1 - at, line=entry.span.line, group="", kind="ConfigMap", body=body
        )
        yield Resource(document=document, body=body, name=name, namespace=text_at(entry, "namespace"))
