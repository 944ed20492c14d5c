"""The domain of a build in, what the project says of its delivery as JSON values out: a record for each thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.domain.conditional.runbook_anchors import anchors_of_runbooks
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.entries import ObjectEntry
from sphinx_gitops.ext.domain.relations import PlacedRunbook, Relations
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.model import Component, Flow, Group, Workflow
from sphinx_gitops.schemas.workflow_schema import Json
from sphinx_gitops.view import mark_of
from sphinx_gitops.vocabulary import Vocabulary

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_gitops.alerts.placing import PlacedAlert


@dataclass(frozen=True, slots=True)
class ExportRecords:
    """Makes records; the builder of ``app`` gives addresses where it makes pages."""

    relations: Relations
    vocabulary: Vocabulary
    app: Sphinx

    @classmethod
    def of(cls, app: Sphinx) -> ExportRecords:
        """Those of a build that has read every document."""
        return cls(gitops_domain(app.env).relations, vocabulary(app.config), app)

    def place(self, row: ObjectEntry) -> dict[str, Json]:
        """Where a thing is: its document, its anchor, and on pages its address, relative to the root of the site."""
        found: dict[str, Json] = {"document": row.docname, "anchor": row.anchor}
        output, builder = capabilities(self.app), self.app.builder
        if output.stylesheet:
            page = builder.get_target_uri(row.docname)
            if output.single_page:
                page = f"{builder.config.root_doc}{getattr(builder, 'link_suffix', '')}"
            found["uri"] = f"{page}#{row.anchor}"
        return found

    def _known(self, row: ObjectEntry, former: Sequence[str], *, runbook: bool = False) -> dict[str, Json]:
        pages = self.relations.mentions(row.current, runbook=runbook)
        return {"formerly": [*former], "documented": self.place(row), "mentioned": [page.docname for page in pages]}

    def _box(self, workflow: str, box: Group) -> Json:
        return {
            "name": f"{workflow}.{box.id}",
            "title": box.title,
            "kind": box.kind,
            "description": box.description,
            "groups": [self._box(workflow, inner) for inner in box.groups],
            "components": [f"{workflow}.{component.id}" for component in box.components],
        }

    def _workflow(self, workflow: Workflow) -> Json:
        target = self.relations.target(workflow.id)
        assert target.row is not None
        return {
            "id": workflow.id,
            "title": workflow.title,
            "description": workflow.description,
            "stages": [self._box(workflow.id, stage) for stage in workflow.stages],
            **self._known(target.row, workflow.formerly),
        }

    def _component(self, workflow: str, defined: Component, boxes: Sequence[Group]) -> Json:
        name, index = f"{workflow}.{defined.id}", self.relations.index
        component = self.relations.refined(name, defined)
        mark = mark_of(component, self.vocabulary)
        return {
            "name": name,
            "workflow": workflow,
            "id": component.id,
            "title": component.title,
            "kind": component.kind,
            "mark": mark.value if mark else "",
            "tier": component.tier.value if component.tier else "",
            "stage": f"{workflow}.{boxes[0].id}",
            "groups": [f"{workflow}.{box.id}" for box in boxes[1:]],
            "owner": component.owner,
            "tags": [*component.tags],
            "url": component.url,
            "links": dict(component.links),
            "manifest": component.manifest,
            "description": component.description,
            "described": name in index.described,
            "runbooks": [book.runbook.id for book in self.relations.runbooks(name)],
            "alerts": alert_names(self.relations.alerts.component(name)),
            **self._known(index.placed(index.rows[name]), component.formerly),
        }

    def _flow(self, workflow: str, flow: Flow) -> Json:
        return {
            "workflow": workflow,
            "sources": [self.relations.end_name(workflow, end) for end in flow.sources],
            "targets": [self.relations.end_name(workflow, end) for end in flow.targets],
            "kind": flow.kind.value,
            "label": flow.label,
            "description": flow.description,
        }

    def _runbook(self, book: PlacedRunbook) -> Json:
        runbook = book.runbook
        return {
            "id": runbook.id,
            "title": runbook.title,
            "procedure": runbook.procedure.value if runbook.procedure else "",
            "severity": runbook.severity,
            "owner": runbook.owner,
            "symptoms": [*runbook.symptoms],
            "components": [*self.relations.named(book)],
            "alerts": alert_names(self.relations.alerts.runbook(runbook.id)),
            "binds": [*runbook.alerts],
            "anchors": self._anchors(book),
            **self._known(book.row, runbook.formerly, runbook=True),
        }

    def _anchors(self, book: PlacedRunbook) -> list[Json]:
        record = gitops_domain(self.app.env).record(book.row.docname)
        return [*anchors_of_runbooks(record).get(book.runbook.id, ())]

    def _alert(self, placed: PlacedAlert, components: Iterable[str]) -> Json:
        alert = placed.alert
        entry = self.relations.alerts.entry(placed)
        return {
            "name": alert.name,
            "tool": alert.tool.value,
            "severity": alert.severity,
            "group": alert.group,
            "namespace": alert.namespace,
            "summary": alert.summary,
            "expression": alert.expression,
            "duration": alert.duration,
            "labels": dict(alert.labels),
            "links": [link.address for link in placed.links],
            "runbooks": [*placed.runbooks],
            "components": [*components],
            "rule": {"file": alert.span.source, "line": alert.span.line},
            "documented": self.place(entry) if entry else {"document": "", "anchor": ""},
        }

    def records(self) -> Iterator[tuple[str, Json]]:
        """Every record with its part of the file, workflow by workflow: each is unpacked for all parts at once.

        Workflows and runbooks are in the order of their ids, components and flows as they are drawn and written, alerts
        in the order of their rules.
        """
        for found in self.relations.each():
            name = found.id
            yield "workflows", self._workflow(found)
            around = self.relations.around(name)
            for own, component in around.components.items():
                yield "components", self._component(name, component, around.boxes[own])
            for flow in found.flows:
                yield "flows", self._flow(name, flow)
        for book in sorted(self.relations.books(), key=lambda book: book.runbook.id):
            yield "runbooks", self._runbook(book)
        about = self.relations.alerts.components
        for placed in self.relations.alerts.placed:
            yield "alerts", self._alert(placed, about.get(id(placed), ()))


def alert_names(alerts: Iterable[PlacedAlert]) -> list[Json]:
    """The names of alerts, each once."""
    return [*dict.fromkeys(placed.alert.name for placed in alerts)]
