"""An ``Alert`` of Flux in, its alert out; the annotations are its metadata of events.

https://fluxcd.io/flux/components/notification/alerts/
"""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.alerts.alert import Alert, Annotation, Tool
from sphinx_gitops.alerts.formats.tree import annotations_at, owner_of, summary_of
from sphinx_gitops.importers.documents import group_of, key_span, mappings_at, scalar_at, text_at
from sphinx_gitops.yamltree import Mapping

_GROUP, _KIND = "notification.toolkit.fluxcd.io", "Alert"
_SEVERITY = "info"
"""What counts where an alert says nothing else."""


def is_alert(document: Mapping) -> bool:
    """Whether a document is an alert of Flux."""
    return text_at(document, "kind") == _KIND and group_of(text_at(document, "apiVersion")) == _GROUP


def _sources(document: Mapping) -> Iterator[str]:
    """The objects whose events it sends on, in its own namespace where they say no other."""
    own = text_at(document, "metadata", "namespace")
    for source in mappings_at(document, "spec", "eventSources"):
        parts = (text_at(source, "kind"), text_at(source, "namespace") or own, text_at(source, "name"))
        yield "/".join(part for part in parts if part)


def _said(document: Mapping) -> Iterator[Annotation]:
    yield from annotations_at(document, "spec", "eventMetadata")
    summary, key = scalar_at(document, "spec", "summary"), key_span(document, "spec", "summary")
    if summary and key:
        yield Annotation("summary", summary.text, key, summary.span)


def read_alert(document: Mapping) -> Alert | None:
    """The alert of a document; None where it has no name."""
    name = scalar_at(document, "metadata", "name")
    if name is None:
        return None
    annotations = tuple(_said(document))
    return Alert(
        name=" ".join(name.text.split()),
        span=name.span,
        tool=Tool.FLUX,
        severity=text_at(document, "spec", "eventSeverity") or _SEVERITY,
        namespace=text_at(document, "metadata", "namespace"),
        owner=owner_of(document),
        summary=summary_of(annotations),
        annotations=annotations,
        sources=tuple(_sources(document)),
        start=document.span.line,
    )
