"""An object in the middle of a build: its document, and what the kustomizations so far have made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sphinx_gitops.importers.documents import Document, span_at, text_at
from sphinx_gitops.importers.manifests.registry import KUSTOMIZE_GROUP, kind_of
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping

CLUSTER_SCOPED = frozenset({("", "Namespace"), ("apiextensions.k8s.io", "CustomResourceDefinition")})


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One object; *name* and *namespace* are those it has by now."""

    document: Document
    body: Mapping
    name: str
    namespace: str
    earlier: tuple[tuple[str, str], ...] = ()
    "Names and namespaces that it had before: a patch may still use them."
    folders: tuple[str, ...] = ()
    "The kustomize folders that include it, the innermost first."
    namespace_span: Span | None = None
    "Where its namespace is written, as far as that is known."

    @property
    def group(self) -> str:
        """The API group."""
        return self.document.group

    @property
    def kind(self) -> str:
        """The kind."""
        return self.document.kind

    def renamed(self, *, name: str | None = None, namespace: str | None = None, span: Span | None = None) -> Resource:
        """The same object under another name, or in another namespace, which is written at *span*."""
        name = self.name if name is None else name
        namespace = self.namespace if namespace is None or self.is_cluster_scoped else namespace
        place = (span or self.namespace_span) if namespace == self.namespace else span
        if (name, namespace) == (self.name, self.namespace):
            return self if place == self.namespace_span else replace(self, namespace_span=place)
        earlier = (*self.earlier, (self.name, self.namespace))
        return replace(self, name=name, namespace=namespace, earlier=earlier, namespace_span=place)

    @property
    def is_cluster_scoped(self) -> bool:
        """Whether it is in no namespace, whatever is written."""
        return is_cluster_scoped(self.group, self.kind)


def is_cluster_scoped(group: str, kind: str) -> bool:
    """Whether objects of a kind are in no namespace."""
    known = kind_of(group, kind)
    return known.cluster_scoped if known else (group, kind) in CLUSTER_SCOPED


def name_of(body: Mapping) -> str:
    """The name of a manifest as it is written; a generated one by its start."""
    return text_at(body, "metadata", "name") or text_at(body, "metadata", "generateName")


def first_item(document: Document) -> Resource | None:
    """The object that a document is before any build, or None where it is none."""
    if document.group == KUSTOMIZE_GROUP or not document.kind or not isinstance(document.body, Mapping):
        return None
    cluster = is_cluster_scoped(document.group, document.kind)
    namespace = "" if cluster else text_at(document.body, "metadata", "namespace")
    return Resource(
        document=document,
        body=document.body,
        name=name_of(document.body),
        namespace=namespace,
        namespace_span=span_at(document.body, "metadata", "namespace") if namespace else None,
    )
