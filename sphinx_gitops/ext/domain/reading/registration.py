"""A document as it has been read in, its record out: what each node of ours registers, and under which conditions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_gitops.ext.domain.conditional import kept_entries
from sphinx_gitops.ext.domain.conditional.runbook_anchors import runbooks_at
from sphinx_gitops.ext.domain.conditions import Conditions, conditions_of
from sphinx_gitops.ext.domain.document_record import (
    RUNBOOKS,
    WORKFLOWS,
    Alternative,
    DocumentRecord,
    RegisteredView,
)
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.entries import figure_anchor
from sphinx_gitops.ext.domain.external import note_ends
from sphinx_gitops.ext.domain.reading.references import references_of
from sphinx_gitops.ext.nodes import (
    gitops_audit,
    gitops_diagram,
    gitops_facts,
    gitops_object,
    gitops_table,
    gitops_unread,
)
from sphinx_gitops.ext.placeholders import figure_of
from sphinx_gitops.ext.serialize import unpack
from sphinx_gitops.runbook import Runbook

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def _anchored(diagram: gitops_diagram) -> str:
    """The anchor of a view's figure: the one that its writer gave it, else one of ours, which no other has."""
    figure = figure_of(diagram)
    if not figure["names"] or not figure["ids"]:
        figure["ids"].append(figure_anchor(diagram.request.key))
        return str(figure["ids"][-1])
    return str(figure["ids"][0])


def _workflow(diagram: gitops_diagram, record: DocumentRecord, env: BuildEnvironment) -> None:
    """Register the workflow of a picture; a view only shows one."""
    record.nodes.add(type(diagram).__name__)
    request = diagram.request
    if request.highlight:
        record.highlighted.add(request.view or diagram.workflow.id)
    if request.view:
        record.shown.add(request.view)
        if not request.neighbourhood:
            anchor = _anchored(diagram)
            record.views.append(RegisteredView(request.view, request.selection, request.depth, anchor))
        return
    workflow = diagram.workflow
    if request.anchored:
        record.pictures.append(RegisteredView(workflow.id, request.selection, request.depth, ""))
    note_ends(env, record, workflow)
    if request.styles:
        name, swatches = request.styles
        record.styles[name] = dict(swatches)
    if request.registered and record.note_workflow(workflow, diagram["workflow"], env.docname, request.span):
        source = diagram.get("original", diagram["workflow"])
        if source != diagram["workflow"] and unpack(source) != workflow:
            record.sources[WORKFLOWS, workflow.id] = source


def _described(node: gitops_object, record: DocumentRecord) -> None:
    """Register a runbook, by the title that it has in the reader's language, or a description."""
    record.nodes.add(type(node).__name__)
    said = node["said"]
    if not isinstance(said, Runbook):
        record.note_description(said, node["span"])
        return
    if record.note_runbook(node["shown"], node["span"], node["former"], node.get("alerts")) and node["shown"] != said:
        record.sources[RUNBOOKS, said.id] = said


def records_of(doctree: nodes.document, env: BuildEnvironment) -> dict[Conditions, DocumentRecord]:
    """What a document registers."""
    found: dict[Conditions, DocumentRecord] = {}

    def record(node: nodes.Node) -> DocumentRecord:
        return found.setdefault(conditions_of(node), DocumentRecord())

    for conditions, references in references_of(doctree).items():
        found.setdefault(conditions, DocumentRecord()).references = references
    for node in doctree.findall():
        match node:
            case gitops_diagram():
                _workflow(node, record(node), env)
            case gitops_object():
                _described(node, record(node))
            case gitops_facts():
                record(node).nodes.add(type(node).__name__)
                record(node).placeholders.append(node["record"])
            case gitops_unread():
                record(node).unread.add(node["may_have"])
            case gitops_table() | gitops_audit():
                queries = record(node).tables if isinstance(node, gitops_table) else record(node).audits
                queries.append(node["query"])
    _note_alternatives(doctree, env.docname, found)
    return found


def _note_alternatives(doctree: nodes.document, docname: str, found: Mapping[Conditions, DocumentRecord]) -> None:
    """Note workflows under a condition that are drawn with ``:no-index:``, for the document has them under another."""
    registered = {name for conditions, record in found.items() if conditions for name in record.workflows}
    for diagram in doctree.findall(gitops_diagram) if registered else ():
        request, conditions = diagram.request, conditions_of(diagram)
        if not conditions or request.registered or request.view:
            continue
        name = diagram.workflow.id
        if name in registered and name not in found[conditions].workflows:
            found[conditions].alternatives.setdefault(name, Alternative(diagram.packed, docname, request.span))


def register(app: Sphinx, doctree: nodes.document) -> None:
    """Note what the document registers, now that all transforms have run, and take the marks out."""
    docname = app.env.docname
    parts = {conditions: record for conditions, record in records_of(doctree, app.env).items() if record}
    kept_entries.note_index(doctree, parts)
    kept_entries.take_index(app.env, docname, parts)
    kept_entries.drop_removed(app.env, docname, doctree)
    for conditions, meant in runbooks_at(doctree).items():
        parts.setdefault(conditions, DocumentRecord()).runbooks_at = meant
    if any(parts):
        kept_entries.take_labels(app.env, doctree, parts)
        kept_entries.mark_contents(app.env, docname, doctree)
    gitops_domain(app.env).note(docname, parts)
    for node in list(doctree.findall(lambda node: isinstance(node, (gitops_object, gitops_unread)))):
        node.parent.remove(node)
