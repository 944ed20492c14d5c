"""The index of the domain in, the entries of the page of all components, by stage and by kind, out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

from sphinx.domains import IndexEntry
from sphinxcontrib.serializinghtml import SerializingHTMLBuilder

from sphinx_gitops.ext.domain.components.component_index import PAGE
from sphinx_gitops.ext.domain.entries import ObjectEntry, anchor_of
from sphinx_gitops.ext.domain.object_index import Index as Objects
from sphinx_gitops.ext.locale import say
from sphinx_gitops.phrases.translator import spaced
from sphinx_gitops.phrases.words import KIND_HEADING, NO_KIND, STAGE_HEADING

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_MANY = 10_000
"""A page of so many entries takes several MB while it is written."""
_START = anchor_of("")


def _kind(row: ObjectEntry) -> str:
    return say(spaced(row.kind) or NO_KIND)


@dataclass(frozen=True, slots=True)
class _Section(Sequence[IndexEntry]):
    """Entries, made when they are read: Sphinx keeps the index until the last page is written."""

    objects: Objects = field(repr=False)  # Sphinx writes the arguments of every event into a text
    said: Callable[[ObjectEntry], str] = field(repr=False)
    anchors: list[str] = field(repr=False, default_factory=list)  # the names, in the texts that labels have

    def __len__(self) -> int:
        return len(self.anchors)

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return [self._entry(anchor) for anchor in self.anchors[number]]
        return self._entry(self.anchors[number])

    def _entry(self, anchor: str) -> IndexEntry:
        name = anchor.removeprefix(_START)
        row = self.objects.placed(self.objects.rows[name])
        return IndexEntry(row.title, 0, row.docname, row.anchor, name, "", self.said(row))


def sections(index: Objects, docnames: Iterable[str] | None) -> list[tuple[str, Sequence[IndexEntry]]]:
    """Entries by stage, in alphabetical order, then by kind."""
    wanted = None if docnames is None else set(docnames)
    by_stage: dict[str, _Section] = {}
    by_kind: dict[str, _Section] = {}
    rows = (row for _, row in index.rows.pairs() if row.objtype == "component" and not row.former)
    for row in sorted(rows, key=lambda row: (row.title.lower(), row.current)):
        if wanted is not None and index.placed(row).docname not in wanted:
            continue
        stage, kind = say(STAGE_HEADING).replace("{stage}", row.stage), _kind(row)
        by_stage.setdefault(stage, _Section(index, _kind)).anchors.append(row.anchor)
        heading = say(KIND_HEADING).replace("{kind}", kind)
        by_kind.setdefault(heading, _Section(index, attrgetter("stage"))).anchors.append(row.anchor)
    return [*sorted(by_stage.items(), key=itemgetter(0)), *sorted(by_kind.items(), key=itemgetter(0))]


def make_ready(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Escape the page's headings, which Sphinx's templates write as they are, as text and as an id.

    No blank may stand in an id. Builders of JSON and the like write the entries themselves, and take a list.
    """
    if page == PAGE:
        if sum(len(entries) for _, entries in context["content"]) > _MANY:
            gc.collect()  # the index that Sphinx has just written, as large as this one, lies about in cycles
        blank = "-" if app.builder.name == "epub" else "\u00a0"
        whole = isinstance(app.builder, SerializingHTMLBuilder)
        context["content"] = [
            (escape(blank.join(name.split())), list(entries) if whole else entries)
            for name, entries in context["content"]
        ]
