"""The documents of a build in, the pages that addresses name out, with every anchor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_gitops.alerts.files import shown
from sphinx_gitops.alerts.pages import Page, PageAnchor, Pages
from sphinx_gitops.alerts.placing import RunbookPlace
from sphinx_gitops.ext.alerts.redirects import redirects
from sphinx_gitops.ext.domain.alert_relations import TABLE_ANCHOR
from sphinx_gitops.ext.domain.conditional.page_anchors import anchors
from sphinx_gitops.ext.domain.conditional.runbook_anchors import anchors_of_runbooks
from sphinx_gitops.ext.domain.document_record import ALERTS, RUNBOOKS
from sphinx_gitops.ext.domain.domain import GitOpsDomain, gitops_domain
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.problems import Span

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def span_shown(app: Sphinx, span: Span) -> Span:
    """A place, its file seen from the project's folder."""
    return Span(shown(Path(span.source), Path(app.confdir)), span.line, span.column) if span.source else span


def _suffix(app: Sphinx) -> str:
    return str(app.config.html_link_suffix or app.config.html_file_suffix or ".html")


def _path(app: Sphinx, docname: str) -> str:
    """The path of a document's page as the builder writes it; any other builder speaks of pages of HTML."""
    builder = app.builder
    output = capabilities(app)
    if isinstance(builder, StandaloneHTMLBuilder) and output.stylesheet and not output.single_page:
        return unquote(builder.get_target_uri(docname))
    return f"{docname}{_suffix(app)}"


def _registered(domain: GitOpsDomain) -> Iterator[tuple[str, str, PageAnchor | None]]:
    """The anchors of all that the domain has: document, anchor, and of a former one the place of today."""
    index = domain.index
    for _, row in index.rows.pairs():
        placed = index.placed(row)
        current = index.rows.get(row.current) if row.former else None
        now = index.placed(current) if current else placed
        is_former = row.former and placed.anchor != now.anchor
        yield placed.docname, placed.anchor, PageAnchor(now.docname, now.anchor) if is_former else None
    for row in index.runbooks.values():
        current = index.runbooks.get(row.current) if row.former else None
        yield row.docname, row.anchor, PageAnchor(current.docname, current.anchor) if current else None


def _files(app: Sphinx) -> Iterator[str]:
    """The paths of what a site has besides documents."""
    suffix = _suffix(app)
    yield from (f"{name}{suffix}" for name in ("genindex", "search", *app.config.html_additional_pages))
    for domain in app.env.domains.values():
        for index in domain.indices:
            yield f"{domain.name}-{index.name}{suffix}"
    for base, folders in (("_static/", app.config.html_static_path), ("", app.config.html_extra_path)):
        for entry in folders:
            path = Path(app.confdir, entry)
            names = [path] if path.is_file() else path.rglob("*")
            root = path.parent if path.is_file() else path
            yield from (base + file.relative_to(root).as_posix() for file in names if file.is_file())
    yield from (f"_downloads/{target}" for _, target in app.env.dlfiles.values())
    yield from (f"_images/{target}" for _, target in app.env.images.values())


def pages_of(app: Sphinx) -> Pages:
    """Every page of the site that the build makes, or would make of HTML."""
    domain = gitops_domain(app.env)
    sent = redirects(app)
    shown_docs = app.env.found_docs - sent.keys()
    known = {docname: dict(found) for docname, found in anchors(domain)}
    former: dict[str, dict[str, PageAnchor]] = {}
    for docname, anchor, now in _registered(domain):
        known.setdefault(docname, {}).setdefault(anchor, 0)
        if now and now.document in shown_docs:
            former.setdefault(docname, {})[anchor] = now
    for docname, record in domain.documents.items():
        if any(getattr(query, "subject", "") == "alerts" for query in record.tables):
            known.setdefault(docname, {}).setdefault(TABLE_ANCHOR, 0)
    documents = [
        Page(
            document=docname,
            path=_path(app, docname),
            source=shown(Path(app.env.doc2path(docname)), Path(app.confdir)),
            anchors=found,
            former=former.get(docname, {}),
        )
        for docname, found in known.items()
        if docname in shown_docs
    ]
    files = [Page(document=path, path=path) for path in dict.fromkeys(_files(app)) if path not in known]
    return Pages([*files, *documents], redirects=sent, suffixes=(_suffix(app),))


def runbooks_of(app: Sphinx) -> list[RunbookPlace]:
    """Every runbook with its places, the most urgent first."""
    domain = gitops_domain(app.env)
    found = []
    meant = {name: anchors_of_runbooks(record) for name, record in domain.documents.items() if record.runbooks}
    for book in domain.relations.books():
        places = domain.documents[book.row.docname].places
        span = places[RUNBOOKS, book.runbook.id]
        found.append(
            RunbookPlace(
                runbook=book.runbook,
                spot=PageAnchor(book.row.docname, book.row.anchor),
                span=span_shown(app, span),
                alerts_span=span_shown(app, places.get((ALERTS, book.runbook.id), span)),
                anchors=tuple(meant[book.row.docname].get(book.runbook.id, ())),
            )
        )
    return found
