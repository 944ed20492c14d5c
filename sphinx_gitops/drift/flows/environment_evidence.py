"""A reconciler and an environment, or a repository and a reconciler, in; what the repository says of their flow out."""

from __future__ import annotations

from sphinx_gitops.drift.flows.evidence import GIVEN, RECONCILERS, UNKNOWN, Evidence, FlowVerdict
from sphinx_gitops.drift.flows.members import Members
from sphinx_gitops.importers.documents import folder_of
from sphinx_gitops.importers.edge_state import EdgeState


def of_environment(reconciler: Members, environment: Members) -> Evidence:
    """Whether something of a reconciler is of an environment: by its own, its file, its path, or what it gives."""
    if not environment.environments or not reconciler.named or not reconciler.kinds <= RECONCILERS:
        return UNKNOWN
    own: set[str] = set()
    for known, one in reconciler.each():
        own |= set(one.environments)
        edges = reconciler.comparison.inventory(known).leaving.get(known.id, ())
        paths = [edge for edge in edges if edge.kind == "path"]
        if any(environment.covers(known.tree, edge.target) for edge in paths) or not one.environments:
            return GIVEN if one.environments else UNKNOWN
        if environment.covers(known.tree, folder_of(one.location.file)):
            return GIVEN
    if own & environment.environments:
        return GIVEN
    actual = ", ".join(sorted(own))
    return Evidence(verdict=FlowVerdict.NONE, edge="environment", holder=reconciler.named[0], actual=actual)


def of_repository(repository: Members, reconciler: Members) -> Evidence:
    """Whether a reconciler takes a folder of the repository: not where every path of it leads nowhere."""
    if not repository.is_repository or not reconciler.named or not reconciler.kinds <= RECONCILERS:
        return UNKNOWN
    edges = [
        edge
        for known in reconciler.named
        for edge in reconciler.comparison.inventory(known).leaving.get(known.id, ())
        if edge.kind == "path"
    ]
    if not edges or any(edge.state is not EdgeState.MISSING for edge in edges):
        return UNKNOWN
    return Evidence(
        verdict=FlowVerdict.NONE, edge="path", holder=reconciler.named[0], actual=edges[0].target, place=edges[0]
    )
