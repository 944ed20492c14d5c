"""Every workflow of a project in, once all is read; what breaks the rules out, as messages at its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_gitops.ext.assessments import foreign_of, runbooks_of
from sphinx_gitops.ext.config import settings
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.manifest_sources import read_sources
from sphinx_gitops.ext.report import report
from sphinx_gitops.rules import check_rules, merged

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def check_workflows(app: Sphinx, env: BuildEnvironment) -> None:
    """Report what breaks the rules that count for the project."""
    own = settings(app.config)
    relations = gitops_domain(env).relations.written
    outcomes = []
    for workflow in relations.each():
        books = runbooks_of(relations, workflow).items()
        found = check_rules(
            workflow,
            own,
            runbooks={name: set(procedures.values()) for name, procedures in books},
            foreign=foreign_of(relations, workflow),
            sources=read_sources(env, workflow),
        )
        outcomes.append(found)
    report(merged(outcomes))
