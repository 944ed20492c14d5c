"""A folder of a repository in, the objects that its build gives out, under their effective names and namespaces."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from sphinx_gitops.importers.documents import Document, items_at, mappings_at, text_at
from sphinx_gitops.importers.kustomize.generating import made_config_maps
from sphinx_gitops.importers.kustomize.item import Resource, first_item
from sphinx_gitops.importers.kustomize.patching import parsed_patch, patched
from sphinx_gitops.importers.kustomize.replacing import replaced
from sphinx_gitops.importers.kustomize.settings import Kustomization, Patch, settings_of
from sphinx_gitops.importers.manifests.registry import KUSTOMIZE_GROUP
from sphinx_gitops.importers.repository.repository import Repository
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree

MAX_DEPTH = 60
"""So many kustomizations may include each other in a row."""
MAX_ITEMS = 50_000
"""So many objects may one build give; more come only from folders that include each other many times."""


@dataclass(slots=True)
class Builder:
    """Builds the folders of one repository, each once."""

    repository: Repository
    built: dict[str, tuple[Resource, ...]] = field(default_factory=dict)
    settings: dict[str, Kustomization | None] = field(default_factory=dict)
    active: set[str] = field(default_factory=set)

    def located(self, folder: str, text: str) -> str | None:
        """The path that *text* means in *folder*, without a slash at its end; None where it leaves the tree."""
        path = posixpath.normpath(posixpath.join(folder, text))
        if text.startswith("/") or path.split("/")[0] == "..":
            return None
        return self.repository.listing.followed("" if path == "." else path)

    def is_folder(self, path: str) -> bool:
        """Whether there is a folder of this path, written without a slash at its end."""
        return (f"{path}/" if path else "") in self.repository.listing.folders

    def settings_in(self, folder: str) -> Kustomization | None:
        """The kustomization of a folder, or None where it has none."""
        if folder not in self.settings:
            file = self.repository.kustomization_file(folder)
            if file:
                self.repository.name_skipped(file)
            documents = self.repository.documents(file) if file else ()
            own = (one for one in documents if one.group in {"", KUSTOMIZE_GROUP})
            document = next(own, None)
            self.settings[folder] = settings_of(document, folder) if document else None
        return self.settings[folder]

    def documents_of(self, path: str) -> tuple[Document, ...]:
        """The documents of a file that something names."""
        self.repository.name_skipped(path)
        return self.repository.documents(path)

    def file_items(self, path: str) -> Iterator[Resource]:
        """The objects of a file as they are written."""
        for document in self.documents_of(path):
            item = first_item(document)
            if item:
                yield item

    def build(self, folder: str) -> tuple[Resource, ...]:
        """The objects that kustomize makes of a folder with a kustomization; empty for one without."""
        if folder in self.built:
            return self.built[folder]
        settings = self.settings_in(folder)
        if settings is None or folder in self.active or len(self.active) > MAX_DEPTH:
            return ()
        self.active.add(folder)
        gathered = tuple(islice(self.gathered(settings), MAX_ITEMS))
        result = tuple(replace(item, folders=(*item.folders, folder)) for item in self.transformed(settings, gathered))
        self.active.discard(folder)
        self.built[folder] = result
        return result

    def gathered(self, settings: Kustomization) -> Iterator[Resource]:
        """What a kustomization includes, and the ConfigMaps that it makes: a replacement may copy from one."""
        yield from made_config_maps(settings)
        for resource in (*settings.resources, *settings.generators):
            path = self.located(settings.folder, resource.text)
            if path is None:
                continue
            if path in self.repository.listing.files:
                for item in self.file_items(path):
                    yield from self.generated(settings.folder, item) if item.kind == "ksops" else (item,)
            elif self.is_folder(path):
                yield from self.build(f"{path}/" if path else "")

    def generated(self, folder: str, item: Resource) -> Iterator[Resource]:
        """The files that a generator decrypts."""
        for name in items_at(item.body, "files"):
            path = self.located(folder, name.text) if isinstance(name, Scalar) else None
            if path:
                yield from self.file_items(path)

    def transformed(self, settings: Kustomization, items: tuple[Resource, ...]) -> tuple[Resource, ...]:
        """What a kustomization makes of what it has gathered."""
        for component in settings.components:
            items = self.with_component(settings.folder, component.text, items)
        for patch in settings.patches:
            items = self.with_patch(settings.folder, patch, items)
        items = tuple(self.renamed(settings, items))
        for transformer in settings.transformers:
            items = self.with_transformer(settings.folder, transformer, items)
        for entry in settings.replacements:
            for replacement in self.replacements(settings.folder, entry):
                items = tuple(replaced(items, replacement))
        return items

    def with_component(self, folder: str, text: str, items: tuple[Resource, ...]) -> tuple[Resource, ...]:
        """A component adds its resources and changes all that its parent has gathered."""
        path = self.located(folder, text)
        below = f"{path}/" if path else ""
        settings = self.settings_in(below) if path is not None else None
        if settings is None or below in self.active or len(self.active) > MAX_DEPTH:
            return items
        self.active.add(below)
        added = tuple(replace(item, folders=(*item.folders, below)) for item in self.gathered(settings))
        result = self.transformed(settings, (*items, *added))
        self.active.discard(below)
        return result

    def with_patch(self, folder: str, patch: Patch, items: tuple[Resource, ...]) -> tuple[Resource, ...]:
        """The objects after one patch; a file of several is applied one by one."""
        for tree in self.patch_trees(folder, patch):
            items = tuple(patched(items, tree, patch.target, rename=patch.rename))
        return items

    def patch_trees(self, folder: str, patch: Patch) -> Iterable[Tree]:
        """What a patch says, from its own text or from its file."""
        if not patch.path:
            return parsed_patch(patch.text, patch.span)
        path = self.located(folder, patch.path)
        return [document.body for document in self.documents_of(path)] if path else []

    def renamed(self, settings: Kustomization, items: Iterable[Resource]) -> Iterator[Resource]:
        """The namespace, the prefix and the suffix of a kustomization, on all that has a name."""
        for item in items:
            name = item.name
            is_namespace = (item.group, item.kind) == ("", "Namespace")
            if is_namespace:
                name = settings.namespace or name
            elif name:
                name = f"{settings.prefix}{name}{settings.suffix}"
            yield item.renamed(name=name, namespace=settings.namespace or None, span=settings.namespace_span)

    def with_transformer(self, folder: str, entry: Scalar, items: tuple[Resource, ...]) -> tuple[Resource, ...]:
        """What the built-in transformers change of names and values; any other changes nothing that is listed."""
        for body in self.transformer_trees(folder, entry):
            kind = text_at(body, "kind")
            if kind == "NamespaceTransformer":
                namespace = text_at(body, "metadata", "namespace")
                keep = text_at(body, "unsetOnly") == "true"
                items = tuple(
                    item if keep and item.namespace else item.renamed(namespace=namespace or None) for item in items
                )
            elif kind in {"PrefixTransformer", "SuffixTransformer"}:
                prefix, suffix = text_at(body, "prefix"), text_at(body, "suffix")
                items = tuple(item.renamed(name=f"{prefix}{item.name}{suffix}") for item in items)
            elif kind == "ReplacementTransformer":
                for entry_of_it in mappings_at(body, "replacements"):
                    for replacement in self.replacements(folder, entry_of_it):
                        items = tuple(replaced(items, replacement))
        return items

    def transformer_trees(self, folder: str, entry: Scalar) -> Iterable[Tree]:
        """The configuration of a transformer, in place or in its file."""
        if "\n" in entry.text:
            return parsed_patch(entry.text, entry.span)
        path = self.located(folder, entry.text)
        return [document.body for document in self.documents_of(path)] if path else []

    def replacements(self, folder: str, entry: Mapping) -> Iterator[Mapping]:
        """What one entry of ``replacements`` says, in place or in its file."""
        file = text_at(entry, "path")
        path = self.located(folder, file) if file else None
        if not file:
            yield entry
        for document in self.documents_of(path) if path else ():
            body = document.body
            listed = body.items if isinstance(body, Sequence) else items_at(body, "replacements")
            for item in listed or (body,):
                if isinstance(item, Mapping):
                    yield item
