"""Names that two things of a project want, as problems: ids of workflows, runbooks and descriptions, and anchors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sphinx_gitops.ext.domain.document_record import DESCRIPTIONS, FORMERLY, RUNBOOKS, WORKFLOWS
from sphinx_gitops.ext.domain.domain import GitOpsDomain
from sphinx_gitops.ext.domain.entries import ObjectEntry, anchor_of, runbook_anchor
from sphinx_gitops.ext.domain.object_index import Duplicate
from sphinx_gitops.ext.serialize import unpack
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.runbook import Runbook

_TAKEN = {
    WORKFLOWS: "the workflow id %r is taken, by the document %s: give this one another 'id', or ':no-index:'",
    RUNBOOKS: "the runbook id %r is taken, by the document %s: give this one another id",
    DESCRIPTIONS: "the component %r is described already, in the document %s: keep one of the two, or ':no-index:'",
}
_ANCHOR = anchor_of("")


def clashes(domain: GitOpsDomain) -> Iterator[Problem]:
    """Every name that a document wants and another thing has."""
    for found in domain.index.duplicates:
        yield _problem(_taken(domain, found), domain.documents[found.docname].places[found.part, found.name])
    for docname, record in sorted(domain.documents.items()):
        for again in record.repeated:
            yield _problem(_taken(domain, Duplicate(again.part, again.name, docname, again.name, docname)), again.span)
        places = record.places
        for name, book in record.runbooks.items():
            if domain.index.runbooks[name].docname == docname:
                yield from _former(domain, book, docname, places[FORMERLY, name])
                yield from _anchors(domain, book, places)
    yield from _former_workflows(domain)


def _former_workflows(domain: GitOpsDomain) -> Iterator[Problem]:
    """Former ids of workflows that are another's too, of today or formerly: who has it first keeps it."""
    claims: dict[str, dict[str, str]] = {}
    for docname, record in sorted(domain.documents.items()):
        for old, (_, traits) in record.entries.owned.items():
            for name in {trait[-1].partition(".")[0] for trait in traits.values() if trait[-1]} - {old}:
                claims.setdefault(old, {}).setdefault(name, docname)
    for old, names in sorted(claims.items()):
        first = domain.index.rows[old]
        for name, docname in sorted(names.items()):
            if name != first.current:
                _, packed = domain.index.packed(name) or (docname, domain.documents[docname].workflows[name])
                of = "formerly " if first.former else ""
                where = f"by the workflow {first.current!r} in the document {first.docname!r}"
                message = f"the former id {old!r} is taken, {of}{where}: remove it here"
                yield _problem(message, unpack(packed).span_of("formerly"))


def _taken(domain: GitOpsDomain, found: Duplicate) -> str:
    """Who has what another wants: the document, with the line unless that is in a file which it includes."""
    place = domain.documents[found.first].places[found.part, found.known]
    own = Path(place.source) == Path(domain.env.doc2path(found.first))
    return _TAKEN[found.part] % (found.name, repr(found.first) + (f", line {place.line}" if own else ""))


def _problem(message: str, span: Span) -> Problem:
    return Problem(code=Code.DUPLICATE_ID, message=message, span=span)


def _former(domain: GitOpsDomain, book: Runbook, docname: str, span: Span) -> Iterator[Problem]:
    """Former ids that lead to another runbook."""
    for old in book.formerly:
        row = domain.index.runbooks[old]
        if (row.docname, row.current) != (docname, book.id):
            of = "formerly " if row.former else ""
            where = f"by the runbook {row.current!r} in the document {row.docname!r}"
            yield _problem(f"the former id {old!r} is taken, {of}{where}: remove it here", span)


def _anchors(domain: GitOpsDomain, book: Runbook, places: dict[tuple[str, str], Span]) -> Iterator[Problem]:
    """Anchors that a workflow, or a thing of one, has as well: only one of the two can be a place or a label."""
    for name in (book.id, *book.formerly):
        row: ObjectEntry | None = domain.index.rows.get(runbook_anchor(name).removeprefix(_ANCHOR))
        if row:
            span = places[RUNBOOKS if name == book.id else FORMERLY, book.id]
            who = f"the {row.objtype} {row.current!r} in the document {row.docname!r}"
            remedy = "give one of them another id"
            yield _problem(f"the anchor {row.anchor!r} of the runbook {name!r} is taken, by {who}: {remedy}", span)
