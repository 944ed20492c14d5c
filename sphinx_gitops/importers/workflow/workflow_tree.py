"""A workflow as one document in, the tree that the reader takes out: every value at the manifest that it is from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx_gitops.importers.workflow.workflow_document import KeyPath, WorkflowDocument
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """Makes trees of values; what has no place of its own has that of what is around it."""

    spans: dict[KeyPath, Span]

    def tree(self, value: Any, path: KeyPath, around: Span) -> Tree:
        span = self.spans.get(path, around)
        if isinstance(value, dict):
            entries = []
            for key, item in value.items():
                inside = (*path, key)
                entries.append((Scalar(key, self.spans.get(inside, span), plain=True), self.tree(item, inside, span)))
            return Mapping(tuple(entries), span, 1 + sum(1 + item.size for _, item in entries))
        if isinstance(value, list):
            items = tuple(self.tree(item, (*path, number), span) for number, item in enumerate(value))
            return Sequence(items, span, 1 + sum(item.size for item in items))
        return Scalar(str(value).lower() if isinstance(value, bool) else value, span)


def workflow_tree(document: WorkflowDocument, root: str) -> Mapping:
    """The tree of a workflow whose files are below *root*, as messages are to name it."""
    spans = {path: Span(str(Path(root, location.file)), location.line) for path, location in document.locations.items()}
    found = _Writer(spans=spans).tree(document.content, (), Span(root, 1))
    assert isinstance(found, Mapping)
    return found
