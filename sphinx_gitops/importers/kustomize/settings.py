"""A kustomization file in, what it includes and changes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.importers.documents import (
    Document,
    is_true,
    items_at,
    mappings_at,
    scalar_at,
    span_at,
    text_at,
    value_at,
)
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Scalar, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """A change to what has been gathered: written in place, or in a file."""

    span: Span
    "Where the patch starts: its text, or the entry that names its file."
    text: str = ""
    path: str = ""
    "The file that has it, relative to the folder."
    target: Mapping | None = None
    rename: bool = False
    "Whether a merge may change the name."


@dataclass(frozen=True, slots=True, kw_only=True)
class Kustomization:
    """One kustomization: lists in the order of the file, paths as they are written."""

    file: str
    folder: str
    line: int
    resources: tuple[Scalar, ...] = ()
    components: tuple[Scalar, ...] = ()
    generators: tuple[Scalar, ...] = ()
    transformers: tuple[Scalar, ...] = ()
    patches: tuple[Patch, ...] = ()
    namespace: str = ""
    namespace_span: Span | None = None
    prefix: str = ""
    suffix: str = ""
    replacements: tuple[Mapping, ...] = ()
    config_maps: tuple[Mapping, ...] = ()
    is_component: bool = False


def _scalars(tree: Tree | None, *keys: str) -> tuple[Scalar, ...]:
    return tuple(item for item in items_at(tree, *keys) if isinstance(item, Scalar) and not item.is_null)


def patches_of(body: Tree | None, *keys: str) -> Iterator[Patch]:
    """The patches under *keys*, in the form that kustomize, Flux and Argo CD share."""
    for entry in mappings_at(body, *keys):
        target = value_at(entry, "target")
        text = scalar_at(entry, "patch")
        yield Patch(
            span=text.span if text else entry.span,
            text=text.text if text else "",
            path=text_at(entry, "path"),
            target=target if isinstance(target, Mapping) else None,
            rename=is_true(value_at(entry, "options", "allowNameChange")),
        )


def _older_patches(body: Tree) -> Iterator[Patch]:
    for item in _scalars(body, "patchesStrategicMerge"):
        inline = "\n" in item.text or ": " in item.text
        yield Patch(span=item.span, text=item.text if inline else "", path="" if inline else item.text)
    yield from patches_of(body, "patchesJson6902")


def settings_of(document: Document, folder: str) -> Kustomization:
    """What the kustomization of *folder* says; a symbolic link may lead to it."""
    body = document.body
    return Kustomization(
        file=document.file,
        folder=folder,
        line=document.line,
        resources=(*_scalars(body, "resources"), *_scalars(body, "bases")),
        components=_scalars(body, "components"),
        generators=_scalars(body, "generators"),
        transformers=_scalars(body, "transformers"),
        patches=(*patches_of(body, "patches"), *_older_patches(body)),
        namespace=text_at(body, "namespace"),
        namespace_span=span_at(body, "namespace"),
        prefix=text_at(body, "namePrefix"),
        suffix=text_at(body, "nameSuffix"),
        replacements=tuple(mappings_at(body, "replacements")),
        config_maps=tuple(mappings_at(body, "configMapGenerator")),
        is_component=document.kind == "Component",
    )
