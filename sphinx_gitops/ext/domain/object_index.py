"""The records of all documents in, one index of names out; made when it is asked for, never pickled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from sys import intern
from typing import NamedTuple, TypeAlias

from sphinx_gitops.ext.domain import OBJECT_TYPES
from sphinx_gitops.ext.domain.compact_entries import ProjectEntries
from sphinx_gitops.ext.domain.document_record import DESCRIPTIONS, RUNBOOKS, WORKFLOWS, Documents
from sphinx_gitops.ext.domain.entries import ObjectEntry, anchor_of, runbook_entries
from sphinx_gitops.runbook import Runbook
from sphinx_gitops.suggest import Words, there_are, titled

Found: TypeAlias = tuple[str, ObjectEntry]
NAMED = frozenset(
    {"component", "id", "stage", "group", "workflow", "from", "to", "receives", "sends", "runbook", "stages", "alert"}
)
"""The columns of tables that name objects."""
MOST = 5
"""So many names a warning lists."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A workflow, runbook or component that two documents define; the one that comes first by name keeps it.

    ``part`` is where records have it; ``name`` is what it is called in ``docname``, ``known`` in ``first``.
    """

    part: str
    name: str
    docname: str
    known: str
    first: str


class Described(NamedTuple):
    """Where a component is described, and the full name that is used there: a former one, perhaps."""

    docname: str
    name: str


def _of_today_first(books: Iterable[Runbook], docname: str) -> dict[str, ObjectEntry]:
    """The ids of a document's runbooks; no former one hides another's of today."""
    rows: dict[str, ObjectEntry] = {}
    pairs = (pair for book in books for pair in runbook_entries(book, docname))
    for name, row in sorted(pairs, key=lambda pair: pair[1].former):
        rows.setdefault(name, row)
    return rows


@dataclass(slots=True)
class Index:
    """Every full name with its row, whichever order the documents were read in.

    ``inside`` are the documents of the one output that is being made of many; None where each is a page.
    """

    documents: Documents = field(default_factory=dict)
    rows: ProjectEntries = field(default_factory=lambda: ProjectEntries({}))
    runbooks: dict[str, ObjectEntry] = field(default_factory=dict)
    described: dict[str, Described] = field(default_factory=dict)
    duplicates: list[Duplicate] = field(default_factory=list)
    inside: frozenset[str] | None = None
    _ends: dict[str, list[str]] | None = None
    _words: dict[str, Words] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Documents) -> Index:
        """Make it; a name in use goes before a former one."""
        index = cls(
            documents=documents, rows=ProjectEntries({name: found.entries for name, found in documents.items()})
        )
        books = {doc: _of_today_first(found.runbooks.values(), doc) for doc, found in documents.items()}
        index._compare()
        for former in (False, True):
            index._collect(books, former=former)
        for docname in sorted(documents):
            for name in documents[docname].descriptions:
                own = Described(docname, name)
                first = index.described.setdefault(index.current(name), own)
                if first is not own:
                    index.duplicates.append(Duplicate(DESCRIPTIONS, name, docname, first.name, first.docname))
        return index

    def _compare(self) -> None:
        """Find the workflows that two documents define."""
        for docname in sorted(self.documents):
            for name in self.documents[docname].workflows:
                first = self.rows.get(name)
                if first and first.docname != docname:
                    self.duplicates.append(Duplicate(WORKFLOWS, name, docname, name, first.docname))

    def _collect(self, books: Mapping[str, Mapping[str, ObjectEntry]], *, former: bool) -> None:
        for docname in sorted(books):
            for name, row in books[docname].items():
                if row.former is not former:
                    continue
                first = self.runbooks.setdefault(name, row)
                if first is not row and not first.former and not former:
                    self.duplicates.append(Duplicate(RUNBOOKS, name, docname, name, first.docname))

    def workflows(self) -> Iterator[Found]:
        """Each id of a workflow with its row, of today or former."""
        return ((name, row) for name in self.rows.owners if (row := self.rows.get(name)))

    def packed(self, name: str, *, source: bool = False) -> tuple[str, bytes] | None:
        """The document that defines a workflow of that id, and the workflow, in the reader's language or as written."""
        row = self.rows.get(name)
        if row is None or row.objtype != "workflow" or row.former:
            return None
        record = self.documents[row.docname]
        written = record.sources.get((WORKFLOWS, name)) if source else None
        return row.docname, written if isinstance(written, bytes) else record.workflows[name]

    def current(self, name: str) -> str:
        """The full name that a thing has now, or what was asked for where nothing has it."""
        return self.rows.current(name)

    def description(self, name: str) -> Described | None:
        """Where a component is described, if the output has that place."""
        return self._standing(self.current(name)) if self.described else None

    def _standing(self, current: str) -> Described | None:
        found = self.described.get(current)
        return found if found and self.has(found.docname) else None

    def has(self, docname: str) -> bool:
        """Whether the output that is being made has a document."""
        return self.inside is None or docname in self.inside

    def placed(self, row: ObjectEntry) -> ObjectEntry:
        """The row with the place where the thing is described, if it is described outside its workflow."""
        found = self._standing(row.current) if row.objtype == "component" else None
        if found is None:
            return row
        return row.at(found.docname, anchor_of(found.name))

    def find(self, objtype: str, target: str, docname: str) -> Found | None:
        """A full name first, then an id of this document's workflow, then an id that one workflow has."""
        if objtype == "runbook":
            return self._runbook(target)
        found = self._defined(objtype, target, docname)
        if found:
            return found[0], self.placed(found[1])
        return None if objtype else self._runbook(target)

    def _runbook(self, target: str) -> Found | None:
        row = self.runbooks.get(target)
        return (target, row) if row else None

    def _defined(self, objtype: str, target: str, docname: str) -> Found | None:
        def fits(row: ObjectEntry) -> bool:
            return objtype in {"", row.objtype}

        row = self.rows.get(target)
        if row and fits(row):
            return target, row
        ends = [(name, row) for name, row in self._ending(target) if fits(row)]
        here = [pair for pair in ends if pair[1].docname == docname]
        for found in (here, [pair for pair in ends if not pair[1].former], ends):
            if len({row.current for _, row in found}) == 1:
                return min(found, key=lambda pair: pair[1].former)
        return None

    def _ending(self, target: str) -> Iterator[Found]:
        if self._ends is None:
            self._ends = {}
            for name in self.rows:
                owner, dot, own = name.partition(".")
                if dot:
                    self._ends.setdefault(own, []).append(intern(owner))
        names = (f"{owner}.{target}" for owner in self._ends.get(target, ()))
        return ((name, self.rows[name]) for name in names)

    def today(self, field: str, value: str) -> str:
        """What a thing of a former name is called today, as a column of tables has it; empty for any other value."""
        if field not in NAMED or field == "alert":
            return ""
        found = self._runbook(value) if field == "runbook" else self._defined("", value, "") or self._runbook(value)
        if found is None or not found[1].former:
            return ""
        current = found[1].current
        return current.partition(".")[2] or current if field == "id" else current

    def unread(self, name: str) -> bool:
        """Whether a name that nothing has may be that of a workflow that could not be read, or of a part of one."""
        if "." in name and name.partition(".")[0] in self.rows:
            return False
        return any(one.may_have(name) for record in self.documents.values() for one in record.unread)

    def near(self, objtype: str, target: str) -> str:
        """A hint with the names most like *target*, or those that there are, or one that asks for another role."""
        ending = self._ending(target) if objtype != "runbook" else ()
        several = sorted({row.current for _, row in ending})
        if len(several) > 1:
            more = ", …" if len(several) > MOST else ""
            return f"; several workflows have it: {', '.join(several[:MOST])}{more}"
        other = self._defined("", target, "")
        if other:
            return f"; {other[0]!r} is a {other[1].objtype}"
        part = objtype if objtype in OBJECT_TYPES else ""
        owner, _, own = target.partition(".")
        titles = self._titles(part, owner if own and owner in self.rows else "")
        return titled(own or target, titles) or self._remedy(part, self._named, target, titles)

    def _titles(self, objtype: str, workflow: str) -> dict[str, str]:
        """The title of each name of today, of one workflow or of all."""
        rows = self.runbooks.items() if objtype == "runbook" else self.rows.pairs()
        return {
            row.current: row.title
            for name, row in rows
            if objtype in {"", row.objtype} and not row.former and name.startswith(f"{workflow}." if workflow else "")
        }

    def near_workflow(self, name: str) -> str:
        """A hint with the ids of workflows most like *name*, where that is none, or those that there are."""
        return self._remedy("workflow", self._named, name, self._titles("workflow", ""))

    def near_inside(self, workflow: str, own: str) -> str:
        """A hint with the ids most like *own* in a workflow, where that has none of it, or those that it has."""
        known = (name.partition(".")[2] for name in self._titles("", workflow))
        return self._remedy(f"{workflow}.", lambda _: {name: name for name in self.rows.inside(workflow)}, own, known)

    def _remedy(self, part: str, named: Callable[[str], Mapping[str, str]], target: str, known: Iterable[str]) -> str:
        if part not in self._words:
            self._words[part] = Words(named(part))
        return self._words[part].hint(target) or there_are(sorted(known))

    def _named(self, objtype: str) -> dict[str, str]:
        """Each word that may be meant, and the full name that it stands for."""
        if objtype == "runbook":
            return {name: name for name in self.runbooks}
        if objtype == "workflow":
            return {name: name for name, _ in self.workflows()}
        words: dict[str, str] = {}
        for name, row in self.rows.pairs():
            if objtype not in {"", row.objtype}:
                continue
            words.setdefault(name, name)
            words.setdefault(name.partition(".")[2] or name, name)
        return words
