"""Flows that end in other workflows of the project: what is there is known once everything has been read."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from sphinx_gitops.ext.domain.document_record import DocumentRecord
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.make_reference import said_in
from sphinx_gitops.ext.domain.other_projects import missing, other_thing
from sphinx_gitops.ext.report import report
from sphinx_gitops.model import Component, Flow, Workflow
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.view import Foreign
from sphinx_gitops.view.foreign import unread

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def doc_source(part: Component | Flow) -> str:
    """The file that says the ``doc`` of a component or a flow."""
    return part.span_of("doc").source


def note_ends(env: BuildEnvironment, record: DocumentRecord, workflow: Workflow) -> None:
    """Note the ends in other workflows, where they are written, and what components and flows name as ``doc``."""
    found = dict[str, Span]()
    wanted = set(workflow.foreign())
    for flow in workflow.flows if wanted else ():
        for end in wanted.intersection((*flow.sources, *flow.targets)):
            found.setdefault(end, flow.span)
    record.shown.update(found)
    record.foreign += [one for one in sorted(found.items()) if one not in record.foreign]
    for part in chain[Component | Flow](workflow.components(), workflow.flows):
        if part.doc:
            record.docs.add((said_in(env, doc_source(part), env.docname), part.doc))


def foreign_of(env: BuildEnvironment, workflow: Workflow) -> dict[str, Foreign]:
    """What the ends of a workflow's flows in other workflows are called."""
    rows = gitops_domain(env).objects
    found: dict[str, Foreign] = {}
    for name in workflow.foreign():
        if ":" in name:
            other = other_thing(env, name)
            if other:
                found[name] = Foreign(title=other.title, workflow=other.workflow, what=other.objtype)
            else:
                found[name] = replace(unread(name), known=False)
            continue
        first, _, own = name.partition(".")
        row, around = rows.get(name), rows.get(first)
        title = row.title if row else own
        found[name] = Foreign(
            title=title, workflow=around.title if around else first, what=row.objtype if row else "", known=bool(row)
        )
    return found


def _missing(env: BuildEnvironment, name: str) -> str:
    """Why a full name leads nowhere; empty where that is said already."""
    if ":" in name:
        return missing(env, name)
    first, _, own = name.partition(".")
    index = gitops_domain(env).index
    if first not in index.rows:
        hint = index.near_workflow(first)
        return f"{name!r} is no id of this workflow, and there is no workflow {first!r} in this project{hint}"
    return f"{name!r}: {own!r} is no id of the workflow {first!r}{index.near_inside(first, own)}"


def check(app: Sphinx, env: BuildEnvironment) -> None:
    """Say which ends lead nowhere."""
    domain = gitops_domain(env)
    for _, record in sorted(domain.documents.items()):
        for name, span in record.foreign:
            if name in domain.objects or other_thing(env, name) or (":" not in name and domain.index.unread(name)):
                continue
            message = _missing(env, name)
            report([Problem(code=Code.UNKNOWN_ID, message=message, span=span)] if message else [])
