"""The option ``:from:`` in, the workflow of the repository in that folder out, for a body to start from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_gitops.ext.repositories import discovery_for, is_above
from sphinx_gitops.paths import is_file
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.reader.base import Base

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_WHERE = "the path is relative to this document, or to the source folder with a leading '/'"


def base_of(env: BuildEnvironment, text: str, span: Span) -> Base | Problem:
    """What the repository at *text*, which is written at *span*, declares; else the one problem that says why not."""

    def refused(code: Code, message: str) -> Problem:
        return Problem(code=code, message=f"{text!r} {message}", span=span)

    folder = Path(env.relfn2path(text)[1])
    if is_above(folder, Path(env.srcdir)):
        message = f"is above the repository that this documentation is in: name a folder of it; {_WHERE}"
        return refused(Code.FILE_NOT_FOUND, message)
    if is_file(folder):
        message = "is a file: name the folder with the manifests, or write a workflow's file as the argument"
        return refused(Code.FILE_NOT_FOUND, message)
    discovery = discovery_for(env, folder)
    if discovery is None:
        return refused(Code.FILE_NOT_FOUND, f"is no folder; {_WHERE}")
    if not discovery.found:
        message = "declares no Argo CD, Flux or other reconciler, and has no kustomize overlays of two environments"
        return refused(Code.NOTHING_FOUND, message)
    from sphinx_gitops.importers.repository.checkout import repository_name  # noqa: PLC0415 - few projects ask for it
    from sphinx_gitops.importers.workflow.workflow_document import workflow_document  # noqa: PLC0415 - the same
    from sphinx_gitops.importers.workflow.workflow_tree import workflow_tree  # noqa: PLC0415 - the same

    document = workflow_document(discovery, repository_name(folder), text)
    return Base(tree=workflow_tree(document, str(folder)), what="the repository", discovered=True)
