"""A build in which all has been read in, its workflows with their repositories out, to be held against each other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sphinx import addnodes

from sphinx_gitops.drift.comparison import Documented
from sphinx_gitops.drift.repositories import Repositories
from sphinx_gitops.ext.config import settings
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.repositories import read_folder
from sphinx_gitops.importers.repository.checkout import checkout_top
from sphinx_gitops.model import Component, Group, Workflow
from sphinx_gitops.runbook import Procedure
from sphinx_gitops.workflows.manifest_folders import folders_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_gitops.ext.domain.related import PlacedRunbook
    from sphinx_gitops.ext.domain.relations import Relations
    from sphinx_gitops.importers.discovery import Discovery

_COMMAND = "argocd app rollback"
_Box = TypeVar("_Box", bound=Group)


def top_of(app: Sphinx) -> Path:
    """The folder from which reports name files: the top of the checkout, else the folder of ``conf.py``."""
    source = Path(app.confdir).resolve()
    return checkout_top(source) or source


def shown(app: Sphinx, path: str) -> str:
    """A file as reports name it; one on another drive by its whole path."""
    folder = "/" if path.endswith("/") else ""
    try:
        return Path(os.path.relpath(Path(path).resolve(), top_of(app))).as_posix() + folder
    except ValueError:  # on another drive
        return Path(path).as_posix() + folder


def _is_by_argo(app: Sphinx, book: PlacedRunbook) -> bool:
    """Whether a runbook rolls back by Argo CD's own command, and not by a revert in Git."""
    if book.runbook.procedure is not Procedure.ROLLBACK:
        return False
    described = app.env.get_doctree(book.row.docname).findall(addnodes.desc)
    return any(_has(node, book.row.anchor) and _COMMAND in " ".join(node.astext().split()) for node in described)


def _has(node: addnodes.desc, anchor: str) -> bool:
    """Whether an anchor is that of a description."""
    return any(anchor in signature["ids"] for signature in node.findall(addnodes.desc_signature))


def _rolled_back(app: Sphinx, relations: Relations, workflow: Workflow) -> frozenset[str]:
    """The components that a runbook rolls back by Argo CD."""
    books = ((one.id, book) for one in workflow.components() for book in relations.runbooks(f"{workflow.id}.{one.id}"))
    return frozenset(name for name, book in books if _is_by_argo(app, book))


def _with(box: _Box, refine: Callable[[Component], Component]) -> _Box:
    """A box whose components are refined, however deep."""
    return replace(
        box,
        components=tuple(map(refine, box.components)),
        groups=tuple(_with(group, refine) for group in box.groups),
    )


def _refined(relations: Relations, workflow: Workflow) -> Workflow:
    """The workflow with the manifests that descriptions of its components add."""

    def refine(one: Component) -> Component:
        found = one if one.bindings else relations.refined(f"{workflow.id}.{one.id}", one)
        return replace(one, bindings=found.bindings) if found.bindings != one.bindings else one

    return replace(workflow, stages=tuple(_with(stage, refine) for stage in workflow.stages))


def _one(app: Sphinx, relations: Relations, workflow: Workflow, repositories: Repositories) -> Documented:
    folders = [(one.text, one.path, shown(app, str(one.path))) for one in folders_of(workflow, Path(app.srcdir))]
    inventories, absent = repositories.of(folders)
    return Documented(
        workflow=_refined(relations, workflow),
        settings=settings(app.config),
        inventories=inventories,
        absent=absent,
        rolled_back=_rolled_back(app, relations, workflow),
    )


def documented(app: Sphinx) -> Iterator[Documented]:
    """Every workflow that names repositories, in the words of the sources."""

    def read(folder: Path) -> Discovery | None:
        reading = read_folder(app, Path(os.path.normpath(folder)))
        return reading.discovery if reading else None

    repositories = Repositories(read)
    relations = gitops_domain(app.env).relations.written
    for workflow in relations.each():
        if workflow.manifests:
            yield _one(app, relations, workflow, repositories)
