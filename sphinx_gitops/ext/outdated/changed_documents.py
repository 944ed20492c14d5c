"""When all is read: which documents show what has changed, which names two documents give, which lead nowhere."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.util import logging

from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.domain.conditional import kept_entries
from sphinx_gitops.ext.domain.domain import GitOpsDomain, gitops_domain
from sphinx_gitops.ext.domain.duplicates import clashes
from sphinx_gitops.ext.domain.entries import anchor_of
from sphinx_gitops.ext.domain.links import labels
from sphinx_gitops.ext.domain.links.doc_hints import near_doc
from sphinx_gitops.ext.domain.make_reference import said_in
from sphinx_gitops.ext.outdated import output_record
from sphinx_gitops.ext.outputs import unchanged
from sphinx_gitops.ext.report import report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment

    from sphinx_gitops.ext.audit_query import AuditQuery
    from sphinx_gitops.ext.directives.table_query import TableQuery

_logger = logging.getLogger(__name__)
_LABELS = frozenset({"any", "ref", "numref"})
"""The roles of Sphinx that may mean something of ours."""


def warn_missing(app: Sphinx, domain: Domain, node: pending_xref) -> bool | None:
    """Say what a dangling reference may have meant; nothing of what a workflow that could not be read may have."""
    if not isinstance(domain, GitOpsDomain):
        return None
    target, role = node["reftarget"], node["reftype"]
    if node.get("gitops:quiet") or (role != "doc" and domain.index.unread(target)):
        return True
    if role == "doc":
        message = "doc: %r is no document and no label%s"
        said = said_in(app.env, node.source or "", node["refdoc"])
        hint = near_doc(app.env, said, target)
        _logger.warning(message, target, hint, location=node, type="gitops", subtype="doc-target")
        return True
    if "gitops:runbook" in node:
        message = "the runbook %r names %r, and there is no such component%s"
        words = (node["gitops:runbook"], target, domain.near(role, target))
        _logger.warning(message, *words, location=node, type="gitops", subtype="unknown-id")
        return True
    message = "gitops:%s reference target not found: %s%s"
    _logger.warning(message, role, target, domain.near(role, target), location=node, type="ref", subtype=role)
    return True


def of_unread(app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.Element) -> nodes.Node | None:
    """The words of a role of Sphinx without a link, where a workflow that could not be read may have what it means."""
    target = node["reftarget"].removeprefix("gitops-")
    return contnode if node["reftype"] in _LABELS and gitops_domain(env).index.unread(target) else None


def _shown(app: Sphinx, domain: GitOpsDomain) -> dict[str, str]:
    """What each document shows, as a digest."""
    from sphinx_gitops.ext.domain import usage  # noqa: PLC0415 - a build with nothing to do asks for none
    from sphinx_gitops.ext.outdated.page_digest import digest  # noqa: PLC0415 - the same

    states, tables = usage.states(app.env), _tables(app, domain)
    found = {}
    for docname, record in sorted(domain.documents.items()):
        lists = [tables[query] for query in cast("list[TableQuery]", record.tables)]
        own = [(name, hashlib.sha256(packed).hexdigest()) for name, packed in sorted(record.workflows.items())]
        audits = [_assessed(domain, query) for query in cast("list[AuditQuery]", record.audits)]
        marked = [_highlights(domain, name) for name in sorted(record.highlighted)]
        found[docname] = digest(domain, docname, (lists, states.get(docname), own, *audits, *marked))
    return found


def _tables(app: Sphinx, domain: GitOpsDomain) -> Mapping[TableQuery, str]:
    """The digest of what each table shows."""
    queries = cast("list[TableQuery]", [query for record in domain.documents.values() for query in record.tables])
    if not queries:
        return {}
    from sphinx_gitops.ext.outdated.table_digests import table_digests  # noqa: PLC0415 - many projects have no table

    return table_digests(queries, domain.relations, vocabulary(app.config))


def _assessed(domain: GitOpsDomain, query: AuditQuery) -> object:
    """What an audit finds."""
    from sphinx_gitops.ext.assessments import assessment  # noqa: PLC0415 - few projects have an audit

    return assessment(domain.env, query)


def _highlights(domain: GitOpsDomain, name: str) -> object:
    """The broken rules that a picture of a workflow shows."""
    from sphinx_gitops.ext.assessments import highlights  # noqa: PLC0415 - few pictures show broken rules

    workflow = domain.relations.workflow(domain.index.current(name))
    return highlights(domain.env, workflow) if workflow else None


def stale(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The documents that show something else than this output has of them."""
    domain = _settled(app, env)
    return [] if unchanged.known(app) else output_record.changed(app, _shown(app, domain))


def stale_since(app: Sphinx, env: BuildEnvironment) -> set[str]:
    """The documents that show something else than when :func:`stale`, or this, was last asked."""
    return output_record.changed_since(app, _shown(app, _settled(app, env)))


def _settled(app: Sphinx, env: BuildEnvironment) -> GitOpsDomain:
    """Give Sphinx what this build has of everything."""
    domain = gitops_domain(env)
    domain.index.inside = None
    labels.settle(env)
    kept_entries.settle(env, app.tags)
    for docname, record in domain.documents.items():
        if record.descriptions:
            _retitle(domain, docname)
    return domain


def _retitle(domain: GitOpsDomain, docname: str) -> None:
    """Give a document's table of contents the titles of the components that it describes."""
    titles = {
        "#" + anchor_of(name): domain.relations.target(name).title for name in domain.record(docname).descriptions
    }
    for reference in domain.env.tocs[docname].findall(nodes.reference):
        title = titles.get(reference["anchorname"])
        if title:
            reference[:] = [nodes.literal("", title)]


def report_clashes(app: Sphinx, env: BuildEnvironment) -> None:
    """Report what two things are both called."""
    report(clashes(gitops_domain(env)))
