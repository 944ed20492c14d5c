"""A workflow in, the views that its boxes lead to where they are folded out: each shows all that is in its box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_gitops.ext.domain.document_record import RegisteredView
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.links.link_targets import DocumentAnchor
from sphinx_gitops.model import Group, Workflow
from sphinx_gitops.view import select

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True)
class _Shown:
    """A view: where it is, the ids of the boxes that it shows in whole, and how many components it has."""

    place: DocumentAnchor
    boxes: frozenset[str]
    components: int


def views_of(env: BuildEnvironment, workflow: str) -> Iterator[tuple[str, RegisteredView]]:
    """The views of a workflow with their documents, in the order of documents and then of their places."""
    domain = gitops_domain(env)
    for docname, record in sorted(domain.documents.items()):
        for view in record.views:
            row = domain.objects.get(view.workflow)
            if row and row.current == workflow:
                yield docname, view


def _levels(group: Group) -> int:
    """How many levels of boxes there are from a box on."""
    return 1 + max(map(_levels, group.groups), default=0)


def _boxes(group: Group, level: int) -> Iterator[tuple[Group, int]]:
    yield group, level
    for inner in group.groups:
        yield from _boxes(inner, level + 1)


def _count(group: Group) -> int:
    return len(group.components) + sum(map(_count, group.groups))


def is_folded(env: BuildEnvironment, components: int, view: RegisteredView) -> bool:
    """Whether the stages of a picture are folded because it has so many components."""
    limit = env.config.gitops_collapse_above
    return view.depth is None and limit is not None and components > limit


def _shown(env: BuildEnvironment, workflow: Workflow, docname: str, view: RegisteredView) -> _Shown | None:
    """What a view shows in whole; None where it is folded because it has so many components."""
    selected = select(workflow, view.selection).workflow
    components = sum(1 for _ in selected.components())
    if is_folded(env, components, view):
        return None
    whole = {box.id: _count(box) for stage in workflow.stages for box, _ in _boxes(stage, 0)}
    boxes = (
        box.id
        for stage in selected.stages
        for box, level in _boxes(stage, 0)
        if _count(box) == whole[box.id] and (view.depth is None or level + _levels(box) <= view.depth)
    )
    return _Shown(DocumentAnchor(docname, view.anchor), frozenset(boxes), components)


def box_views(env: BuildEnvironment, workflow: Workflow) -> dict[str, DocumentAnchor]:
    """For each box that a view shows in whole, the view with the fewest components, and of those the first."""
    index = gitops_domain(env).index
    known = (_shown(env, workflow, docname, view) for docname, view in views_of(env, workflow.id) if index.has(docname))
    found: dict[str, DocumentAnchor] = {}
    for one in sorted((one for one in known if one), key=lambda one: one.components):
        for name in one.boxes:
            found.setdefault(name, one.place)
    return found
