"""A workflow that has been read in, the same with what its manifests and the snapshots of ``:status:`` say out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_gitops.ext.directives.options.status_option import status_sources, status_span
from sphinx_gitops.ext.drawing.resolved_diagram import STATUS_EXAMPLE
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.repositories import discovery_for
from sphinx_gitops.status import marked, remarks
from sphinx_gitops.workflows.manifest_folders import folders_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment
    from sphinx.util.docutils import SphinxDirective

    from sphinx_gitops.model import Workflow


def _shown(folder: Path, source: Path) -> str:
    """A folder as readers see it: from the nearest one that it and the documentation are both in.

    Where that is the whole disk, or the home of a user, the folder's own name is all that says something elsewhere.
    """
    own = f"{folder.name}/"
    try:
        common = Path(os.path.commonpath((folder, source)))
    except ValueError:  # on two drives
        return own
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - which raises where there is none
    if common in {common.parent, home, *home.parents}:
        return own
    found = folder.relative_to(common).as_posix()
    return "" if found == "." else f"{found}/"


def with_declarations(env: BuildEnvironment, workflow: Workflow) -> Workflow:
    """The workflow with what the manifests say of its components.

    A folder that is not there, or holds too much, says nothing: what is wrong with it is no matter of a picture.
    """
    if not workflow.manifests or not any(one.bindings for one in workflow.components()):
        return workflow
    from sphinx_gitops.bindings.declarations import DeclaredRepository, declared  # noqa: PLC0415 - few projects ask for it

    source, found = Path(env.srcdir), []
    for _, folder in folders_of(workflow, source):
        discovery = discovery_for(env, folder)
        if discovery is not None:
            found.append(DeclaredRepository(shown=_shown(folder, source), discovery=discovery))
    return declared(workflow, found) if found else workflow


def with_status(directive: SphinxDirective, workflow: Workflow) -> Workflow:
    """The workflow with the states that its objects have in the snapshots of ``:status:``."""
    sources = status_sources(directive)
    if not sources:
        return workflow
    found = marked(workflow, sources)
    report(remarks(found, sources, status_span(directive), STATUS_EXAMPLE))
    return found.workflow
