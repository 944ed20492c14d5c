"""What a document shows of others, as a digest: it is written again when this is no longer what it was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx.util import docname_join

from sphinx_gitops.ext.domain.external import doc_source
from sphinx_gitops.ext.domain.links.pictured import place_in_picture
from sphinx_gitops.ext.domain.make_reference import said_in
from sphinx_gitops.ext.domain.relations import ComponentContext
from sphinx_gitops.runbook import Runbook
from sphinx_gitops.workflows.fingerprint import unplaced

if TYPE_CHECKING:
    from sphinx_gitops.alerts.placing import PlacedAlert
    from sphinx_gitops.ext.domain.domain import GitOpsDomain


def digest(domain: GitOpsDomain, docname: str, others: object) -> str:
    """The digest of what a document shows of the domain, and of what *others* know of it."""
    return hashlib.sha256(repr((_shown(domain, docname), others)).encode(errors="surrogatepass")).hexdigest()


def _meant(domain: GitOpsDomain, objtype: str, target: str, docname: str) -> object:
    """Where a reference of a document leads."""
    if objtype == "ref":
        return domain.env.get_domain("std").data["labels"].get(target)
    return domain.find("" if objtype == "any" else objtype, target, docname)


def _led(domain: GitOpsDomain, said: str, target: str) -> object:
    """What the ``doc`` of a component means in the document, or file, that says it."""
    page = docname_join(said, target)
    known = page in domain.env.all_docs
    return domain.relations.page(page) if known else _meant(domain, "ref", target.lower(), said)


def _described(domain: GitOpsDomain, name: str) -> tuple[object, ...]:
    """What a description shows, by the component's full name of today: no lines, which move and are not shown."""
    relations = domain.relations
    entry, doc = relations.entry(name), None
    if entry:
        if entry.component.doc:
            said = said_in(domain.env, doc_source(entry.component), entry.row.docname)
            doc = _led(domain, said, entry.component.doc)
        entry = replace(entry, component=unplaced(entry.component))
    return name, domain.index.described.get(name), entry, relations.ends(name), doc, place_in_picture(domain.env, name)


def _docs(domain: GitOpsDomain, docname: str) -> Iterator[tuple[str, str]]:
    """The ``doc`` of each component in a document's workflows, and in those that it shows of others."""
    record = domain.record(docname)
    yield from record.docs
    for name in record.shown:
        row = domain.index.rows.get(name)
        if row and row.objtype == "workflow":
            yield from domain.record(row.docname).docs


def _alerts(domain: GitOpsDomain, docname: str) -> list[tuple[str, tuple[PlacedAlert, ...]]]:
    """The alerts of each runbook and each component that a document describes."""
    alerts = domain.alerts
    if not alerts.placed:
        return []
    said = domain.record(docname).placeholders
    return [
        (one.id, alerts.runbook(one.id))
        if isinstance(one, Runbook)
        else (one.name, alerts.component(domain.index.current(one.name)))
        for one in said
    ]


def _shown(domain: GitOpsDomain, docname: str) -> tuple[object, ...]:
    relations = domain.relations
    record = domain.record(docname)
    targets = sorted(record.references)
    own = (name for name, row in record.entries.pairs() if row.objtype == "component" and not row.former)
    briefs = ((name, relations.brief(name)) for name in own)
    said = record.placeholders
    books = [one for one in said if isinstance(one, Runbook)]
    described = [one.name for one in said if not isinstance(one, Runbook)]
    return (
        [domain.holds(condition) for conditions in domain.parts.get(docname, ()) for condition in conditions],
        {target: _meant(domain, *target, docname) for target in targets},
        {name: brief for name, brief in briefs if brief != ComponentContext()},
        [_described(domain, domain.index.current(name)) for name in described],
        [[domain.find("component", target, docname) for target in book.components] for book in books],
        [_led(domain, *doc) for doc in sorted({*_docs(domain, docname)})],
        _alerts(domain, docname),
    )
