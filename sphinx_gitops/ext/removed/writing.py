"""A build in, what is known of the documents that it writes out: what is not shown of each, and its pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.domain.document_record import Place
from sphinx_gitops.ext.removed.removed_roots import Chain, Root, chains, drop
from sphinx_gitops.ext.removed.said_once import SaidOnce, listen


class Removal(NamedTuple):
    """What a document registers and does not show, and the parts of it that others take out."""

    lost: frozenset[Place]
    roots: frozenset[Root]


@dataclass(slots=True)
class Writing:
    """What a build writes.

    ``removals`` is known of documents before they are written; ``found`` is what has been seen of those that have been
    written without that, and ``files`` are the pictures of each.
    """

    warnings: SaidOnce
    removals: dict[str, Removal] = field(default_factory=dict)
    found: dict[str, Removal] = field(default_factory=dict)
    files: dict[str, list[str]] = field(default_factory=dict)
    chains: dict[str, list[Chain]] = field(default_factory=dict)


WRITING: WeakKeyDictionary[Sphinx, Writing] = WeakKeyDictionary()
"""That of each application while it builds."""


class EnterDocument(PostTransform):
    """Takes out of a document what is known to be removed; else notes where everything of ours is."""

    default_priority = 0

    def run(self, **kwargs: object) -> None:
        """Look at the whole document."""
        writing = WRITING.get(self.app)
        if writing is None:
            return
        listen(writing.warnings)  # some builders of Sphinx before 8.1 do not say that they begin
        known = writing.removals.get(self.env.docname)
        if known is None:
            writing.chains[self.env.docname] = chains(self.document)
        else:
            drop(self.document, known.roots)
