"""Queries of audits in, assessments out: workflows with their runbooks, those of others, and their repositories."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sphinx_gitops.ext.application import application
from sphinx_gitops.ext.config import settings
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.relations import Relations
from sphinx_gitops.ext.manifest_sources import read_sources
from sphinx_gitops.model import Workflow
from sphinx_gitops.rule import RuleMarks
from sphinx_gitops.runbook import Procedure

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_gitops.audit.assessment import Assessment
    from sphinx_gitops.audit.subject import Audited
    from sphinx_gitops.ext.audit_query import AuditQuery

_known: WeakKeyDictionary[Relations, dict[AuditQuery, Assessment]] = WeakKeyDictionary()
"""What has been assessed of one state of the domain."""


def runbooks_of(relations: Relations, workflow: Workflow) -> dict[str, dict[str, Procedure | None]]:
    """The runbooks of each component that has some, each with its procedure, by the components' ids."""
    names = ((component.id, f"{workflow.id}.{component.id}") for component in workflow.components())
    found = {own: {book.runbook.id: book.runbook.procedure for book in relations.runbooks(name)} for own, name in names}
    return {own: books for own, books in found.items() if books}


def foreign_of(relations: Relations, workflow: Workflow) -> dict[str, str]:
    """The kinds of the components of other workflows at which flows end, by their full names."""
    found = ((name, relations.component(name)) for name in workflow.foreign())
    return {name: component.kind for name, component in found if component}


def _others(relations: Relations, query: AuditQuery) -> frozenset[str]:
    """What evidence names that is a component of some workflow, or a runbook."""
    named = {name for control in query.framework.controls for name in control.evidence}
    components = {name for name in named if relations.component(name)}
    return frozenset(components | (named & {book.runbook.id for book in relations.books()} if named else components))


def highlights(env: BuildEnvironment, workflow: Workflow) -> RuleMarks:
    """The rules that parts and flows of a workflow break, those that count for the project."""
    from sphinx_gitops.rules.marking import marked_by  # noqa: PLC0415 - few pictures show broken rules

    audited = _audited(env, workflow)
    differences = [one for one in audited.drift.findings if not one.waived] if audited.sources else []
    drifted = [(one.difference.subject, one.code, one.difference.message) for one in differences]
    return marked_by(audited.delivery, audited.settings.rules, audited.sources, drifted)


def _audited(env: BuildEnvironment, workflow: Workflow, query: AuditQuery | None = None) -> Audited:
    """A workflow with all that is known beside it."""
    from sphinx_gitops.audit.subject import Audited  # noqa: PLC0415 - few projects have an audit

    relations = gitops_domain(env).relations
    return Audited(
        workflow=workflow,
        settings=settings(application(env).config),
        runbooks=runbooks_of(relations, workflow),
        foreign=foreign_of(relations, workflow),
        sources=read_sources(env, workflow),
        others=_others(relations, query) if query else frozenset(),
        root=str(env.srcdir),
    )


def assessment(env: BuildEnvironment, query: AuditQuery) -> Assessment | None:
    """What an audit finds; None where there is no such workflow."""
    from sphinx_gitops.audit.assessment import assess  # noqa: PLC0415 - few projects have an audit

    relations = gitops_domain(env).relations
    known = _known.setdefault(relations, {})
    if query not in known:
        workflow = relations.workflow(relations.index.current(query.workflow))
        if workflow is None:
            return None
        audited = _audited(env, workflow, query)
        known[query] = assess(query.framework, audited)
    return known[query]
