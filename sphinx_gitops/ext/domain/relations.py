"""The index of the domain in, what is around each component and runbook out: descriptions, neighbours, mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from sphinx_gitops.ext.domain.alert_relations import AlertRelations
from sphinx_gitops.ext.domain.document_record import RUNBOOKS, WORKFLOWS
from sphinx_gitops.ext.domain.entries import entries_of
from sphinx_gitops.ext.domain.object_index import Index
from sphinx_gitops.ext.domain.related import (
    ComponentContext,
    ComponentEntry,
    Ends,
    PlacedRunbook,
    RelatedPage,
    RelatedTarget,
)
from sphinx_gitops.ext.serialize import unpack
from sphinx_gitops.graph.adjacency import Adjacency, Neighbour
from sphinx_gitops.model import Component, Workflow
from sphinx_gitops.runbook import Runbook

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

__all__ = ["ComponentContext", "ComponentEntry", "Ends", "PlacedRunbook", "RelatedPage", "RelatedTarget", "Relations"]

_WORKFLOWS = 16
"""Of so many workflows it is kept what stands around their things: pages and records come in their order."""
_ENTRIES = 1024
"""So many components are kept put together."""


class Relations:
    """The relations of one state of the domain, in the reader's language, or as they are *written*."""

    def __init__(
        self, index: Index, env: BuildEnvironment, alerts: Callable[[], AlertRelations], *, written: bool = False
    ) -> None:
        self._env, self._alerts = env, alerts
        self._sources = {doc: record.sources for doc, record in index.documents.items()} if written else {}
        self._written: Relations | None = None
        self.index = index
        self._titles: dict[str, str] = {}
        self._arranged = lru_cache(_WORKFLOWS)(self._arrange)
        self._entries = lru_cache(_ENTRIES)(self._entry)
        self._books: dict[str, list[PlacedRunbook]] = {}
        self._said = self._source_titles()
        self._mentions: dict[tuple[bool, str], set[str]] = {}
        self._referring: dict[str, list[str]] = {}
        self._collect_foreign()
        self._collect_books()
        self._collect_mentions()

    @property
    def written(self) -> Relations:
        """The same in the words of the sources, where the reader has others: what a writer asks for is in these."""
        if not any(record.sources for record in self.index.documents.values()):
            return self
        if self._written is None:
            self._written = Relations(self.index, self._env, self._alerts, written=True)
        return self._written

    @property
    def alerts(self) -> AlertRelations:
        """The alerts of the project."""
        return self._alerts()

    def _source_titles(self) -> dict[str, str]:
        """What each thing is called in the sources, where that has been translated."""
        translated = {name for sources in self._sources.values() for part, name in sources if part == WORKFLOWS}
        found = ((self.workflow(name), self.index.rows[name].docname) for name in sorted(translated))
        return {name: row.title for workflow, doc in found if workflow for name, row in entries_of(workflow, doc)}

    def _collect_foreign(self) -> None:
        """Which workflows have flows that end at a component of another."""
        for docname, record in sorted(self.index.documents.items()):
            for workflow in sorted(record.workflows) if record.foreign else ():
                found = self.workflow(workflow) if self.index.rows[workflow].docname == docname else None
                for name in found.foreign() if found else ():
                    row = self.index.rows.get(name)
                    self._referring.setdefault(row.current if row else name, []).append(workflow)

    def _collect_books(self) -> None:
        for book in self.books():
            for name in self.named(book):
                self._books.setdefault(name, []).append(book)

    def named(self, book: PlacedRunbook) -> list[str]:
        """The components of a runbook, by their full names; of other projects those that intersphinx knows."""
        found: dict[str, None] = {}
        for target in book.runbook.components:
            pair = self.index.find("component", target, book.row.docname)
            if pair or self._abroad(target):
                found[pair[1].current if pair else target] = None
        return list(found)

    def _abroad(self, name: str) -> str:
        """What another project calls its component of a full name; empty where intersphinx knows none."""
        inventory = getattr(self._env, "intersphinx_inventory", {})  # where its extension is loaded
        found = inventory.get("gitops:component", {}).get(name)
        title = str(getattr(found, "display_name", None) or found[3]) if found else ""
        return name if title == "-" else title

    def _collect_mentions(self) -> None:
        for docname, record in self.index.documents.items():
            for objtype, target in record.references:
                found = self.index.find("" if objtype == "any" else objtype, target, docname)
                if found:
                    row = found[1]
                    self._mentions.setdefault((row.objtype == "runbook", row.current), set()).add(docname)

    def books(self) -> Iterator[PlacedRunbook]:
        """Every runbook, the most urgent first."""
        rows = self.index.runbooks
        found = [
            PlacedRunbook(self._source(docname, book), rows[book.id])
            for docname, record in self.index.documents.items()
            for book in record.runbooks.values()
            if rows[book.id].docname == docname
        ]
        return iter(sorted(found, key=lambda book: book.runbook.urgency))

    def _source(self, docname: str, book: Runbook) -> Runbook:
        """A runbook, as it is written where that is asked for."""
        found = self._sources.get(docname, {}).get((RUNBOOKS, book.id))
        return found if isinstance(found, Runbook) else book

    def page(self, docname: str) -> RelatedPage:
        """A document by its title."""
        if docname not in self._titles:
            title = self._env.titles.get(docname)
            self._titles[docname] = title.astext() if title is not None else docname
        return RelatedPage(docname, self._titles[docname])

    def mentions(self, name: str, *, runbook: bool = False) -> tuple[RelatedPage, ...]:
        """The documents that refer to a component or a runbook by a role, by name."""
        return tuple(map(self.page, sorted(self._mentions.get((runbook, name), ()))))

    def brief(self, name: str) -> ComponentContext:
        """What stands beside a component."""
        name = self.index.current(name)
        pages = self.mentions(name)
        if pages and name in self.index.rows:
            here = self.index.placed(self.index.rows[name]).docname
            pages = tuple(page for page in pages if page.docname != here)
        return ComponentContext(self.index.description(name), self.runbooks(name), pages)

    def runbooks(self, name: str) -> tuple[PlacedRunbook, ...]:
        """The runbooks that are about a component, by its full name of today."""
        return tuple(self._books.get(name, ()))

    def target(self, name: str, title: str = "") -> RelatedTarget:
        """A full name and where it stands; for a former name, the one of today."""
        row = self.index.rows.get(name)
        if row is None:
            abroad = self._abroad(name)
            return RelatedTarget(name, title or abroad or name, abroad=bool(abroad))
        return RelatedTarget(row.current, self._said.get(row.current, row.title), self.index.placed(row))

    def workflow(self, name: str) -> Workflow | None:
        """A workflow by its id."""
        found = self.index.packed(name, source=bool(self._sources))
        return unpack(found[1]) if found else None

    def around(self, name: str) -> Adjacency:
        """A workflow by its id, arranged by component; an empty one where there is none."""
        return self._arranged(name)

    def _arrange(self, name: str) -> Adjacency:
        workflow = self.workflow(name)
        return Adjacency.of(workflow) if workflow else Adjacency()

    def component(self, name: str) -> Component | None:
        """A component as its workflow has it, by its full name."""
        workflow, _, own = self.index.current(name).partition(".")
        return self.around(workflow).components.get(own)

    def workflows(self, workflow: str = "") -> list[str]:
        """The ids of all workflows, or the one that is asked for."""
        if workflow:
            row = self.index.rows.get(workflow)
            return [workflow] if row and row.objtype == "workflow" and not row.former else []
        return sorted(name for name, row in self.index.workflows() if not row.former)

    def each(self, workflow: str = "") -> Iterator[Workflow]:
        """All workflows, or the one that is asked for."""
        return filter(None, map(self.workflow, self.workflows(workflow)))

    def components(self, workflow: str = "") -> Iterator[str]:
        """The full names of all components, or of one workflow's, as they are drawn."""
        for name in self.workflows(workflow):
            yield from (f"{name}.{own}" for own in self.around(name).components)

    def entry(self, name: str) -> ComponentEntry | None:
        """A component by its full name; None where there is none."""
        return self._entries(self.index.current(name))

    def _entry(self, name: str) -> ComponentEntry | None:
        workflow_id, _, own = name.partition(".")
        around = self.around(workflow_id)
        component = around.components.get(own)
        if component is None:
            return None
        return ComponentEntry(
            name=name,
            component=self.refined(name, component),
            workflow=self.target(workflow_id),
            boxes=tuple(self.target(f"{workflow_id}.{box.id}", box.title) for box in around.boxes[own]),
            brief=self.brief(name),
            row=self.index.placed(self.index.rows[name]),
        )

    def ends(self, name: str) -> tuple[Ends, Ends]:
        """What a component receives from and sends to, by its full name of today: its own workflow's flows first."""
        own, _, inner = name.partition(".")
        receives: list[tuple[RelatedTarget, Neighbour]] = []
        sends: list[tuple[RelatedTarget, Neighbour]] = []
        for workflow in (own, *(other for other in self._referring.get(name, ()) if other != own)):
            sides = self.around(workflow).neighbours(inner if workflow == own else name)
            for found, side in zip((receives, sends), sides, strict=True):
                found += [(self.end(workflow, end.id), end) for end in side]
        return tuple(receives), tuple(sends)

    def end(self, workflow: str, name: str) -> RelatedTarget:
        """A flow's end: one of the workflow's own things, else a full name in another workflow."""
        own = f"{workflow}.{name}"
        return self.target(own if own in self.index.rows else name)

    def end_name(self, workflow: str, name: str) -> str:
        """The full name of a flow's end today."""
        found = self.index.rows.get(f"{workflow}.{name}") or self.index.rows.get(name)
        return found.current if found else name

    def refined(self, name: str, component: Component) -> Component:
        """A component with what its description adds, by its full name of today."""
        found = self.index.described.get(name)
        description = self.index.documents[found.docname].descriptions[found.name] if found else None
        return description.refined(component) if description else component
