"""``gitops.json``: all that the project says of its delivery, for other tools; beside pages, or by a builder alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.builders import Builder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

from sphinx_gitops.export_schema import SCHEMA_VERSION
from sphinx_gitops.ext.assets import takes_stylesheet
from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.domain import gitops_domain
from sphinx_gitops.ext.relations import Book, Entry, Relations
from sphinx_gitops.ext.rows import Row
from sphinx_gitops.model import Group
from sphinx_gitops.schema import Json
from sphinx_gitops.view import mark_of
from sphinx_gitops.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx

NAME = "gitops.json"
_START = b'{\n  "schema_version"'
"""How an export starts, and hardly a file of that name that is the project's own."""


@dataclass(frozen=True, slots=True)
class _Export:
    """Writes records; ``builder`` knows addresses where it makes pages."""

    relations: Relations
    vocabulary: Vocabulary
    builder: Builder

    def _place(self, row: Row) -> Json:
        found: dict[str, Json] = {"document": row.docname, "anchor": row.anchor}
        if takes_stylesheet(self.builder):
            builder, page = self.builder, self.builder.get_target_uri(row.docname)
            if isinstance(builder, SingleFileHTMLBuilder):
                page = f"{builder.config.root_doc}{builder.link_suffix}"
            found["uri"] = f"{page}#{row.anchor}"
        return found

    def _known(self, row: Row, former: Sequence[str], *, runbook: bool = False) -> dict[str, Json]:
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

    def workflows(self) -> Iterator[Json]:
        """Every workflow, by id."""
        for name in self.relations.workflows():
            found, target = self.relations.workflow(name), self.relations.target(name)
            assert found is not None
            assert target.row is not None
            yield {
                "id": name,
                "title": found.title,
                "description": found.description,
                "stages": [self._box(name, stage) for stage in found.stages],
                **self._known(target.row, found.formerly),
            }

    def _component(self, entry: Entry) -> Json:
        component = entry.component
        mark = mark_of(component, self.vocabulary)
        return {
            "name": entry.name,
            "workflow": entry.workflow.name,
            "id": component.id,
            "title": component.title,
            "kind": component.kind,
            "mark": mark.value if mark else "",
            "tier": component.tier.value if component.tier else "",
            "stage": entry.stage.name,
            "groups": [box.name for box in entry.boxes[1:]],
            "owner": component.owner,
            "tags": [*component.tags],
            "url": component.url,
            "links": dict(component.links),
            "manifest": component.manifest,
            "description": component.description,
            "described": entry.name in self.relations.index.described,
            "runbooks": [book.runbook.id for book in entry.brief.runbooks],
            **self._known(self.relations.target(entry.name).row or entry.row, component.formerly),
        }

    def components(self) -> Iterator[Json]:
        """Every component, workflow by workflow, as they are drawn."""
        return (self._component(entry) for entry in map(self.relations.entry, self.relations.components()) if entry)

    def flows(self) -> Iterator[Json]:
        """Every flow, as it was written."""
        for name in self.relations.workflows():
            found = self.relations.workflow(name)
            for flow in found.flows if found else ():
                yield {
                    "workflow": name,
                    "sources": [self.relations.end(name, end).name for end in flow.sources],
                    "targets": [self.relations.end(name, end).name for end in flow.targets],
                    "kind": flow.kind.value,
                    "label": flow.label,
                    "description": flow.description,
                }

    def _runbook(self, book: Book) -> Json:
        runbook = book.runbook
        return {
            "id": runbook.id,
            "title": runbook.title,
            "procedure": runbook.procedure.value if runbook.procedure else "",
            "severity": runbook.severity,
            "owner": runbook.owner,
            "components": [*self.relations.named(book)],
            **self._known(book.row, runbook.formerly, runbook=True),
        }

    def runbooks(self) -> Iterator[Json]:
        """Every runbook, by id."""
        return map(self._runbook, sorted(self.relations.books(), key=lambda book: book.runbook.id))

    def lines(self, project: str) -> Iterator[str]:
        """The whole file, a record a line, so that a diff names what has changed.

        A record at a time, too: all at once would be the largest thing that a build has in memory.
        """
        written = json.JSONEncoder(ensure_ascii=False).encode
        yield f'{{\n  "schema_version": {written(SCHEMA_VERSION)},\n  "project": {written(project)}'
        for part in (self.workflows, self.components, self.flows, self.runbooks):
            yield f',\n  "{part.__name__}": ['
            before = "\n    "
            for record in part():
                yield before + written(record)
                before = ",\n    "
            yield "\n  ]" if before[0] == "," else "]"
        yield "\n}\n"


def export(app: Sphinx, target: Path) -> None:
    """Write what the project says, as JSON that is the same for the same sources."""
    found = _Export(gitops_domain(app.env).relations, vocabulary(app.config), app.builder)
    with target.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.writelines(found.lines(app.config.project))


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
        export(self.app, Path(self.outdir) / NAME)


def _beside(app: Sphinx, exception: Exception | None) -> None:
    """Put the file beside the pages, or take away what a build before has put there."""
    if exception is not None or not takes_stylesheet(app.builder):
        return
    target = Path(app.outdir) / NAME
    if app.config.gitops_export:
        export(app, target)
    elif target.is_file() and target.read_bytes().startswith(_START):
        target.unlink()


def setup(app: Sphinx) -> None:
    """Register the builder, and write beside pages."""
    app.add_config_value("gitops_export", True, "", (bool,))  # noqa: FBT003 - the default
    app.add_builder(ExportBuilder)
    app.connect("build-finished", _beside)
