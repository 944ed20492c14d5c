"""Every workflow of a project in, once all is read; what breaks the rules out, as messages at its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_gitops.ext.config import settings
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.report import report
from sphinx_gitops.rules import WORKFLOW_RULES, check_rules

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_gitops.ext.domain.relations import Relations
    from sphinx_gitops.model import Workflow
    from sphinx_gitops.runbook import Procedure


def _runbooks(relations: Relations, workflow: Workflow) -> dict[str, set[Procedure | None]]:
    """The procedures of the runbooks of each component that has some."""
    names = ((component.id, f"{workflow.id}.{component.id}") for component in workflow.components())
    found = {own: {book.runbook.procedure for book in relations.runbooks(name)} for own, name in names}
    return {own: procedures for own, procedures in found.items() if procedures}


def _foreign(relations: Relations, workflow: Workflow) -> dict[str, str]:
    """The kinds of the components of other workflows at which flows end."""
    found = ((name, relations.component(name)) for name in workflow.foreign())
    return {name: component.kind for name, component in found if component}


def _check(app: Sphinx, env: BuildEnvironment) -> None:
    """Report what breaks the rules that count for the project."""
    own = settings(app.config)
    if not own.rules.in_force(WORKFLOW_RULES):
        return
    relations = gitops_domain(env).relations.written
    for name in relations.workflows():
        workflow = relations.workflow(name)
        if workflow:
            runbooks, foreign = _runbooks(relations, workflow), _foreign(relations, workflow)
            report(check_rules(workflow, own, runbooks=runbooks, foreign=foreign).problems)


def setup(app: Sphinx) -> None:
    """Check when all is read."""
    app.connect("env-check-consistency", _check)
