"""A document as it is written in, what it registers but does not show out: another extension has taken that away."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.domain.conditional.node_anchors import anchors_at
from sphinx_gitops.ext.domain.document_record import DESCRIPTIONS, RUNBOOKS, VIEWS, WORKFLOWS, DocumentRecord, Place
from sphinx_gitops.ext.domain.entries import anchor_of, runbook_anchor

_OUTLINE = "gitops-outline-body"


class ShownAnchors(NamedTuple):
    """The anchors of a document: all of them, and those of descriptions."""

    every: frozenset[str]
    described: frozenset[str]

    @classmethod
    def of(cls, doctree: nodes.document, *, raw: bool = True) -> ShownAnchors:
        """Those of a document that is about to be written, with or without those in *raw* HTML."""
        every: set[str] = set()
        described: set[str] = set()
        for node in doctree.findall():
            anchors = anchors_at(node) if raw or not isinstance(node, nodes.raw) else ()
            every.update(anchors)
            if anchors and _describes(node):
                described.update(anchors)
        return cls(frozenset(every), frozenset(described))

    @classmethod
    def telling(cls, doctree: nodes.document, records: Iterable[DocumentRecord]) -> ShownAnchors:
        """As many as tell what of *records* is lost: raw HTML, which is long, matters where nothing else has it."""
        shown = cls.of(doctree, raw=False)
        return cls.of(doctree) if any(lost_places(record, shown) for record in records) else shown

    @property
    def workflows(self) -> set[str]:
        """The workflows that a picture or a text version is of."""
        return {anchor.removeprefix("gitops-").partition(".")[0] for anchor in self.every - self.described}


def _describes(node: nodes.Node) -> bool:
    """Whether the anchors of a node may be those of a description: a part of a text version may have the same."""
    if isinstance(node, addnodes.desc_signature):
        return True
    if not isinstance(node, nodes.target) or any("." not in anchor for anchor in node["ids"]):
        return False
    above = node.parent
    while above is not None:
        if isinstance(above, nodes.Element) and _OUTLINE in above.get("classes", ()):
            return False
        above = above.parent
    return True


def lost_places(record: DocumentRecord, shown: ShownAnchors) -> frozenset[Place]:
    """What a document registers and no anchor of what is written is of; views are named by their anchors.

    A workflow whose anchor a runbook of the same document has taken, which is told, is none of it.
    """
    seen = shown.workflows
    found: list[tuple[str, Collection[str]]] = [
        (WORKFLOWS, [one for one in record.workflows if one not in seen and anchor_of(one) not in shown.described]),
        (RUNBOOKS, [name for name in record.runbooks if runbook_anchor(name) not in shown.every]),
        (DESCRIPTIONS, [name for name in record.descriptions if anchor_of(name) not in shown.described]),
        (VIEWS, [view.anchor for view in record.views if view.anchor not in shown.every]),
    ]
    return frozenset((part, name) for part, names in found for name in names)
