"""A component in, the place in the picture of its workflow's definition that shows it out: itself, or a folded box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_gitops.ext.domain.document_record import RegisteredView
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.entries import picture_anchor
from sphinx_gitops.ext.domain.links.box_views import is_folded
from sphinx_gitops.ext.domain.links.link_targets import DocumentAnchor
from sphinx_gitops.ext.serialize import unpack
from sphinx_gitops.view import WHOLE, select

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def _picture(env: BuildEnvironment, workflow: str) -> tuple[str, RegisteredView] | None:
    """The document that defines a workflow, and what its picture there shows."""
    found = gitops_domain(env).packed(workflow)
    if found is None:
        return None
    record = gitops_domain(env).record(found[0])
    return next(((found[0], one) for one in record.pictures if one.workflow == workflow), None)


def _hidden(env: BuildEnvironment, picture: RegisteredView, own: str) -> bool:
    """Whether a picture leaves a component out."""
    if picture.selection == WHOLE:
        return False
    found = gitops_domain(env).packed(picture.workflow)
    assert found is not None  # the picture is that of its definition
    return own not in {one.id for one in select(unpack(found[1]), picture.selection).workflow.components()}


def place_in_picture(env: BuildEnvironment, name: str) -> DocumentAnchor | None:
    """Where a component is in the picture of its definition, by its full name; None where that does not show it."""
    workflow, _, own = name.partition(".")
    found, around = _picture(env, workflow), gitops_domain(env).relations.around(workflow)
    if found is None or own not in around.boxes or not gitops_domain(env).index.has(found[0]):
        return None
    docname, picture = found
    if _hidden(env, picture, own):
        return None
    folded = is_folded(env, len(around.components), picture)
    depth = 0 if folded else picture.depth
    path = around.boxes[own]
    shown = own if depth is None or len(path) <= depth else path[depth].id
    return DocumentAnchor(docname, picture_anchor(f"{workflow}.{shown}"))
