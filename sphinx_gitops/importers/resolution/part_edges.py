"""Workflows, pipelines and strategies in, the edges between their parts out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from sphinx_gitops.importers.documents import Document
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.manifests import github_actions, gitlab_ci, gitops_promoter, tekton
from sphinx_gitops.importers.manifests.kind import PartEdge
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.resolution.edges import Edges
from sphinx_gitops.importers.resolution.listed import Listed


def _state(target: str, name: str, *, open_end: bool = False) -> EdgeState:
    """What is known of a part that is named: *open_end*, it may be in a file that is not read."""
    if target:
        return EdgeState.RESOLVED
    return EdgeState.UNVERIFIABLE if open_end or is_templated(name) else EdgeState.MISSING


def _add_within(edges: Edges, document: Document, found: PartEdge, *, text: str, open_end: bool = False) -> None:
    """An edge between two parts of one document; *text* is what the target is called where it is none."""
    source = edges.id_of(document.key, found.source)
    target = edges.id_of(document.key, found.target)
    state = _state(target, found.target, open_end=open_end)
    edges.add(found.edge, source, target or f"{text}{found.target}", found.span, state, found.target)


def add_workflows(edges: Edges, objects: Sequence[Listed]) -> None:
    """What the jobs and workflows of GitHub say of each other."""
    workflows = [one for one in objects if one.kind == "Workflow"]
    files = {one.document.file for one in workflows}
    titled: dict[str, list[str]] = defaultdict(list)
    for one in workflows:
        titled[github_actions.title_of(one.document.mapping, one.document.file)].append(one.document.file)
    for one in workflows:
        body, file = one.document.mapping, one.document.file
        for found in github_actions.needs_of(body):
            _add_within(edges, one.document, found, text=f"{file}#")
        for found in github_actions.uses_of(body):
            if found.target.startswith(".github/workflows/") or found.target in files:
                source = edges.id_of(one.document.key, found.source)
                state = _state(found.target if found.target in files else "", found.target)
                edges.add("uses", source, found.target, found.span, state, found.target)
        for found in github_actions.follows_of(body):
            names = titled.get(found.target, [])
            if len(names) == 1:
                edges.add("workflow_run", file, names[0], found.span, EdgeState.RESOLVED, found.target)
            else:
                state = EdgeState.UNVERIFIABLE if names or is_templated(found.target) else EdgeState.MISSING
                edges.add("workflow_run", file, found.target, found.span, state, found.target)


def add_pipelines(edges: Edges, objects: Sequence[Listed]) -> None:
    """The order of GitLab's jobs, of Tekton's tasks and of the Promoter's branches."""
    for one in objects:
        body = one.document.mapping
        if one.part:
            continue
        if one.group == tekton.GROUP and one.kind in {"Pipeline", "PipelineRun"}:
            for found in tekton.order_of(body):
                _add_within(edges, one.document, found, text=f"{edges.ids[one.key]}#")
        elif one.group == gitops_promoter.GROUP and one.kind == "PromotionStrategy":
            branches = list(gitops_promoter.branches_of(body))
            for before, after in pairwise(branches):
                found = PartEdge(edge="promotes", source=before.name, target=after.name, span=after.span)
                _add_within(edges, one.document, found, text="")


def add_gitlab(edges: Edges, documents: Sequence[Document]) -> None:
    """The order of GitLab's jobs."""
    if not documents:
        return
    bodies = [document.mapping for document in documents]
    included = gitlab_ci.has_includes(bodies)
    first = documents[0]
    for found in gitlab_ci.needs_of(bodies):
        _add_within(edges, first, found, text=f"{first.file}#", open_end=included)
