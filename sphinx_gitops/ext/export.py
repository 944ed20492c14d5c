"""``gitops.json``: all that the project says of its delivery, for other tools; beside pages, or by a builder alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, TextIO

from docutils import nodes
from sphinx.builders import Builder

from sphinx_gitops.ext.application import application
from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.domain.domain import GitOpsDomain, gitops_domain
from sphinx_gitops.ext.domain.entries import ObjectEntry
from sphinx_gitops.ext.domain.relations import PlacedRunbook, Relations
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.model import Component, Flow, Group, Workflow
from sphinx_gitops.schemas.export_schema import SCHEMA_VERSION
from sphinx_gitops.schemas.workflow_schema import Json
from sphinx_gitops.view import mark_of
from sphinx_gitops.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx

    from sphinx_gitops.alerts.placing import PlacedAlert

NAME = "gitops.json"
_PARTS = ("workflows", "components", "flows", "runbooks", "alerts")
"""The lists of the file."""
_START = b'{\n  "schema_version"'
"""How an export starts, and hardly a file of that name that is the project's own."""


@dataclass(frozen=True, slots=True)
class _Export:
    """Writes records; the builder of ``app`` gives addresses where it makes pages."""

    relations: Relations
    vocabulary: Vocabulary
    app: Sphinx

    def _place(self, row: ObjectEntry) -> Json:
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
        return {"formerly": [*former], "documented": self._place(row), "mentioned": [page.docname for page in pages]}

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
            "alerts": _names(self.relations.alerts.component(name)),
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
            "components": [*self.relations.named(book)],
            "alerts": _names(self.relations.alerts.runbook(runbook.id)),
            "binds": [*runbook.alerts],
            **self._known(book.row, runbook.formerly, runbook=True),
        }

    def _alert(self, placed: PlacedAlert, components: Iterable[str]) -> Json:
        alert = placed.alert
        entry = self.relations.alerts.entries.get(alert.name) if placed.spot else None
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
            "documented": self._place(entry) if entry else {"document": "", "anchor": ""},
        }

    def records(self) -> Iterator[tuple[str, Json]]:
        """Every record with its part of the file, workflow by workflow: each is unpacked for all parts at once.

        Workflows and runbooks are in the order of their ids, components and flows as they are drawn and written, alerts
        in the order of their rules.
        """
        for name in self.relations.workflows():
            found = self.relations.workflow(name)
            assert found is not None
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


def _names(alerts: Iterable[PlacedAlert]) -> list[Json]:
    """The names of alerts, each once."""
    return [*dict.fromkeys(placed.alert.name for placed in alerts)]


def _write(records: Iterable[tuple[str, Json]], project: str, target: TextIO, folder: Path) -> None:
    """Write the whole file, a record a line, so that a diff names what has changed.

    Parts are put together in files of *folder*, which can be written: in memory, all records would be the largest thing
    that a build has.
    """
    written = json.JSONEncoder(ensure_ascii=False).encode
    with ExitStack() as stack:
        parts = {name: stack.enter_context(_part(folder)) for name in _PARTS}
        filled: set[str] = set()
        for name, record in records:
            parts[name].write((",\n    " if name in filled else "\n    ") + written(record))
            filled.add(name)
        target.write(f'{{\n  "schema_version": {written(SCHEMA_VERSION)},\n  "project": {written(project)}')
        for name, part in parts.items():
            part.seek(0)
            target.write(f',\n  "{name}": [')
            copyfileobj(part, target)
            target.write("\n  ]" if name in filled else "]")
        target.write("\n}\n")


def _part(folder: Path) -> AbstractContextManager[TextIO]:
    return TemporaryFile("w+", encoding="utf-8", errors="replace", newline="", dir=folder)


def export(app: Sphinx, target: Path) -> None:
    """Write what the project says, as JSON that is the same for the same sources."""
    found = _Export(gitops_domain(app.env).relations, vocabulary(app.config), app)
    with target.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        _write(found.records(), app.config.project, file, target.parent)


class ExportBuilder(Builder):
    """``-b gitops-json``: the file alone, and every warning that the pages would have."""

    name = "gitops-json"
    format = "json"
    epilog = "The export is in %(outdir)s."
    allow_parallel = True

    def get_outdated_docs(self) -> Iterable[str]:
        """All: each is resolved for the sake of its warnings."""
        return self.env.found_docs

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """No pages are made, so there is no address."""
        return ""

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Nothing to prepare."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Nothing to write of a single document."""

    def finish(self) -> None:
        """Write the file."""
        export(application(self.env), Path(self.outdir) / NAME)


def _has_something(domain: GitOpsDomain) -> bool:
    return bool(domain.alerts.placed) or any(record.places for record in domain.documents.values())


def _beside(app: Sphinx, exception: Exception | None) -> None:
    """Put the file beside the pages, or take away what a build before has put there."""
    if exception is not None or not capabilities(app).stylesheet:
        return
    target = Path(app.outdir) / NAME
    if app.config.gitops_export and _has_something(gitops_domain(app.env)):
        export(app, target)
    elif target.is_file() and target.read_bytes().startswith(_START):
        target.unlink()


def setup(app: Sphinx) -> None:
    """Register the builder, and write beside pages."""
    app.add_config_value("gitops_export", True, "", (bool,))  # noqa: FBT003 - the default
    app.add_builder(ExportBuilder)
    app.connect("build-finished", _beside)
