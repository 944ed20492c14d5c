"""Where the parts of a picture lead, from the page that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.entries import anchor_of
from sphinx_gitops.ext.domain.relations import PlacedRunbook
from sphinx_gitops.runbook import Procedure

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True)
class DocumentAnchor:
    """A document and an anchor in it."""

    docname: str
    anchor: str


def _runbook(books: Sequence[PlacedRunbook]) -> DocumentAnchor | None:
    """The one runbook that a picture can lead to: the only one, or the only one for incidents."""
    urgent = [book for book in books if book.runbook.procedure is Procedure.INCIDENT_RESPONSE]
    found = next((some for some in (books, urgent) if len(some) == 1), None)
    return DocumentAnchor(found[0].row.docname, found[0].row.anchor) if found else None


def place(env: BuildEnvironment, docname: str, *full_names: str) -> DocumentAnchor:
    """Where a picture's part leads, by the first of its names that is registered; into *docname* itself if none is."""
    domain = gitops_domain(env)
    index = domain.index
    found = next(((name, row) for name in full_names if (row := index.rows.get(name))), None)
    if found is None:
        return DocumentAnchor(docname, anchor_of(full_names[0]))
    full_name, row = found
    if env.config.gitops_node_target == "runbook":
        books = domain.relations.brief(full_name).runbooks
        runbook = _runbook([book for book in books if index.has(book.row.docname)])
        if runbook:
            return runbook
    row = index.placed(row)
    return DocumentAnchor(row.docname, row.anchor)


def part(env: BuildEnvironment, docname: str, workflow: str, name: str) -> DocumentAnchor:
    """Where an id of a workflow leads, or the full name of a thing in another, with a dot; its own ids go first."""
    return place(env, docname, f"{workflow}.{name}", *([name] if "." in name else []))
