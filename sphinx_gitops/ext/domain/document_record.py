"""What one document registers, as a record: objects with their places, and what the document shows of others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields, replace
from typing import NamedTuple, TypeAlias, TypeVar

from sphinx_gitops.ext.css_classes import style_class
from sphinx_gitops.ext.domain.compact_entries import DocumentEntries
from sphinx_gitops.ext.domain.entries import LabelRecord, ObjectEntry, anchor_of, entries_of, runbook_anchor
from sphinx_gitops.ext.domain.unread import Unread
from sphinx_gitops.ext.serialize import unpack
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Span
from sphinx_gitops.runbook import Description, Runbook
from sphinx_gitops.scene import Swatch
from sphinx_gitops.view import Selection

WORKFLOWS, RUNBOOKS, DESCRIPTIONS = "workflows", "runbooks", "descriptions"
"""The parts of a record that have one object for each name."""
VIEWS = "views"
"""The part of a record with pictures of parts of workflows, each with an anchor."""
FORMERLY, ALERTS = "formerly", "alerts"
"""Beside those, what has a place: the former ids of a runbook, and the names of its alerts."""
BESIDE = frozenset({FORMERLY, ALERTS})
Place: TypeAlias = tuple[str, str]
"""A part and a name in it: what has a place in the sources."""
_BY_NAME = (
    "places",
    "workflows",
    "runbooks",
    "descriptions",
    "sources",
    "styles",
    "labels",
    "alternatives",
    "runbooks_at",
)
"""The parts of a record of which the first entry of a name counts."""
_Value = TypeVar("_Value")
IndexEntry: TypeAlias = tuple[str, str, str, str, "str | None"]
"""An entry of the general index, as Sphinx keeps it."""

KeptLabel: TypeAlias = tuple["LabelRecord | None", tuple[str, str]]
"""A label of the writer's own for a figure, as Sphinx keeps it: with its title, if it has one, and without."""


class Repeated(NamedTuple):
    """An object that a document registers although it has one of that name: which part, its name, where."""

    part: str
    name: str
    span: Span


class RegisteredView(NamedTuple):
    """A picture of a part of a workflow, by the name that its writer gives it: how deep it is drawn, its anchor."""

    workflow: str
    selection: Selection
    depth: int | None
    anchor: str


class Alternative(NamedTuple):
    """A workflow under a condition that is not to be registered, but where the output has no other of its id."""

    packed: bytes
    docname: str
    span: Span


@dataclass(slots=True)
class DocumentRecord:
    """What a document, or the part of it under the same conditions, registers.

    ``nodes`` are the classes of placeholders that it has. ``workflows`` are packed and in the reader's language;
    ``sources`` has workflows and runbooks as they are written, where that differs. ``shown`` are workflows, or
    components of others, that pictures show; ``views`` are pictures of parts of workflows, ``pictures`` those of
    definitions; ``placeholders`` what descriptions show; ``docs`` the documents or labels that components and flows
    name, each after the document that says it; ``foreign`` the ends of flows in other workflows. ``alternatives`` are
    workflows that the document registers under another condition, drawn in another way; ``unread`` are those of which
    nothing can be drawn, ``bound`` those that name repositories. ``runbooks_at`` has what other anchors may mean.
    """

    nodes: set[str] = field(default_factory=set)
    entries: DocumentEntries = field(default_factory=DocumentEntries)
    places: dict[Place, Span] = field(default_factory=dict)
    workflows: dict[str, bytes] = field(default_factory=dict)
    runbooks: dict[str, Runbook] = field(default_factory=dict)
    descriptions: dict[str, Description] = field(default_factory=dict)
    sources: dict[Place, bytes | Runbook] = field(default_factory=dict)
    styles: dict[str, dict[str, Swatch]] = field(default_factory=dict)
    tables: list[object] = field(default_factory=list)
    audits: list[object] = field(default_factory=list)
    highlighted: set[str] = field(default_factory=set)
    placeholders: list[Runbook | Description] = field(default_factory=list)
    references: set[tuple[str, str]] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    views: list[RegisteredView] = field(default_factory=list)
    pictures: list[RegisteredView] = field(default_factory=list)
    docs: set[tuple[str, str]] = field(default_factory=set)
    foreign: list[tuple[str, Span]] = field(default_factory=list)
    index_entries: list[IndexEntry] = field(default_factory=list)
    labels: dict[str, KeptLabel] = field(default_factory=dict)
    alternatives: dict[str, Alternative] = field(default_factory=dict)
    repeated: list[Repeated] = field(default_factory=list)
    unread: set[Unread] = field(default_factory=set)
    runbooks_at: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    bound: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return any(len(getattr(self, part.name)) for part in fields(self))

    @property
    def in_use(self) -> bool:
        """Whether there is more in it than references."""
        return bool(self.nodes or self.tables or self.audits or self.unread)

    def note_workflow(self, workflow: Workflow, packed: bytes, docname: str, span: Span) -> bool:
        """Register a workflow; false where there is one of that id already."""
        if not self._free(WORKFLOWS, workflow.id, span):
            return False
        for name, entry in entries_of(workflow, docname):
            self._put(name, entry)
        self.workflows[workflow.id] = packed
        self.bound |= {workflow.id} if workflow.manifests else set()
        return True

    def note_runbook(self, runbook: Runbook, span: Span, former: Span, alerts: Span | None = None) -> bool:
        """Register a runbook, whose former ids stand at *former*; false where there is one of that id already."""
        if not self._free(RUNBOOKS, runbook.id, span):
            return False
        self.runbooks[runbook.id] = runbook
        self.places[FORMERLY, runbook.id] = former
        if runbook.alerts and alerts:
            self.places[ALERTS, runbook.id] = alerts
        return True

    def note_description(self, description: Description, span: Span) -> bool:
        """Register where a component is described; false where it is described already."""
        if not self._free(DESCRIPTIONS, description.name, span):
            return False
        self.descriptions[description.name] = description
        return True

    def _put(self, name: str, entry: ObjectEntry) -> None:
        known = self.entries.get(name)
        if known is None or (known.former and not entry.former):
            self.entries.put(name, entry)

    def _free(self, part: str, name: str, span: Span) -> bool:
        """Whether a name is free; the same place may register it again, as where a body is parsed twice."""
        if (part, name) not in self.places:
            self.places[part, name] = span
            return True
        if self.places[part, name] != span:
            self.repeated.append(Repeated(part, name, span))
        return False

    def without(self, lost: AbstractSet[Place]) -> DocumentRecord:
        """The record without some of what it registers; the workflows are still shown."""
        if not lost:
            return self
        gone = {name for part, name in lost if part == WORKFLOWS}
        entries = DocumentEntries()
        for name, entry in self.entries.pairs():
            if entry.current.partition(".")[0] not in gone:
                entries.put(name, entry)

        def left(part: str, values: dict[str, _Value]) -> dict[str, _Value]:
            return {name: value for name, value in values.items() if (part, name) not in lost}

        kept = replace(
            self,
            entries=entries,
            places={place: span for place, span in self.places.items() if place not in lost},
            workflows=left(WORKFLOWS, self.workflows),
            runbooks=left(RUNBOOKS, self.runbooks),
            descriptions=left(DESCRIPTIONS, self.descriptions),
            sources={place: source for place, source in self.sources.items() if place not in lost},
            shown=self.shown | gone,
        )
        kept.index_entries = [entry for entry in self.index_entries if entry[2] in kept.anchors()]
        return kept

    def removed(self, lost: AbstractSet[Place], docname: str) -> DocumentRecord:
        """The record without what it registers but an output does not show; views are named by their anchors."""
        if not lost:
            return self
        kept = self.without(lost)
        gone = {style_class(docname, name) for part, name in lost if part == WORKFLOWS}
        kept.styles = {name: swatches for name, swatches in self.styles.items() if name not in gone}
        kept.shown = self.shown
        kept.views = [view for view in self.views if (VIEWS, view.anchor) not in lost]
        kept.pictures = [picture for picture in self.pictures if (WORKFLOWS, picture.workflow) not in lost]
        return kept

    def anchors(self) -> set[str]:
        """The anchors of all that it registers."""
        names = {anchor_of(name) for name in (*self.entries, *self.descriptions)}
        return names | {runbook_anchor(name) for name in self.runbooks}

    def add(self, other: DocumentRecord) -> None:
        """Take what another part of the same document registers; what is here goes first."""
        taken = {place for place in other.places if place in self.places and place[0] not in BESIDE}
        for place in taken:
            if self.places[place] != other.places[place]:
                self.repeated.append(Repeated(*place, other.places[place]))
        for name, entry in other.entries.pairs():
            if (WORKFLOWS, entry.current.partition(".")[0]) not in taken:
                self._put(name, entry)
        for part in _BY_NAME:
            setattr(self, part, {**getattr(other, part), **getattr(self, part)})
        for part in ("views", "pictures", "tables", "audits", "placeholders", "foreign", "index_entries", "repeated"):
            setattr(self, part, [*getattr(self, part), *getattr(other, part)])
        for part in ("nodes", "highlighted", "references", "shown", "docs", "unread", "bound"):
            setattr(self, part, getattr(self, part) | getattr(other, part))


def combined(parts: Iterable[DocumentRecord]) -> DocumentRecord:
    """The parts of a document that an output has, as one record; what comes first has a name."""
    found = list(parts)
    if len(found) == 1 and not found[0].alternatives:
        return found[0]
    whole = DocumentRecord()
    for part in found:
        whole.add(part)
    for name, other in whole.alternatives.items():
        if name not in whole.workflows:
            whole.note_workflow(unpack(other.packed), other.packed, other.docname, other.span)
    return whole


Documents: TypeAlias = Mapping[str, DocumentRecord]
"""The records of all documents, as far as an output has them."""
