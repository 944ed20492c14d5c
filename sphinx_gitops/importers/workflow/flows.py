"""Components and the edges of a repository in, the flows between the components out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sphinx_gitops.importers.discovery import DiscoveredEdge
from sphinx_gitops.importers.edge_state import EdgeState
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.workflow.draft import Draft

_FORWARD = frozenset({"promotes", "uses"})
_BACKWARD = frozenset({"dependsOn", "needs", "runAfter", "workflow_run"})


class DraftFlow(NamedTuple):
    """An arrow from one component to another, by their places in the list."""

    source: int
    target: int
    is_promotion: bool = False


def _between(edges: Iterable[DiscoveredEdge], holders: dict[str, int]) -> Iterator[DraftFlow]:
    """The flows that edges say: from what comes first."""
    for edge in edges:
        source, target = holders.get(edge.source), holders.get(edge.target)
        if edge.state is not EdgeState.RESOLVED or source is None or target is None or source == target:
            continue
        if edge.kind in _FORWARD:
            yield DraftFlow(source, target, is_promotion=edge.kind == "promotes")
        elif edge.kind in _BACKWARD:
            yield DraftFlow(target, source)


def _served(drafts: Sequence[Draft]) -> Iterator[DraftFlow]:
    """From each reconciler to its environments, and from the repository to those that none serves."""
    places = {name: at for at, one in enumerate(drafts) if one.kind == "environment" for name in one.environments}
    served: set[int] = set()
    for at, one in enumerate(drafts):
        if one.kind == "reconciler":
            for target in sorted({places[name] for name in one.environments if name in places}):
                served.add(target)
                yield DraftFlow(at, target)
    yield from (DraftFlow(0, target) for target in sorted(set(places.values()) - served))


def holders_of(drafts: Sequence[Draft]) -> dict[str, int]:
    """The component that stands for each object, by its place in the list."""
    return {member: at for at, one in enumerate(drafts) for member in one.members if member != "./"}


def dependencies(edges: Iterable[DiscoveredEdge], holders: Mapping[str, int]) -> dict[int, set[int]]:
    """What each component depends on."""
    found: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        source, target = holders.get(edge.source), holders.get(edge.target)
        is_known = edge.state is EdgeState.RESOLVED and source is not None and target is not None
        if edge.kind == "dependsOn" and is_known and source != target:
            assert source is not None
            assert target is not None
            found[source].add(target)
    return found


def _deployed(
    drafts: Sequence[Draft], edges: Iterable[DiscoveredEdge], holders: dict[str, int]
) -> tuple[set[DraftFlow], set[DraftFlow]]:
    """From the repository to each reconciler that takes a folder of it; from each reconciler to what its folder gives.

    Only where nothing comes first that the repository, or the same reconciler, gives as well: the order says the rest.
    """
    taking: set[int] = set()
    given: dict[int, set[int]] = defaultdict(set)
    before = dependencies(edges, holders)
    for edge in edges:
        source, target = holders.get(edge.source), holders.get(edge.target)
        if source is None:
            continue
        if edge.kind == "path" and drafts[source].kind == "reconciler" and _is_of_repository(edge):
            taking.add(source)
        elif edge.kind == "contains" and target is not None and target != source:
            given[source].add(target)
    inner = {one for some in given.values() for one in some}
    outer = taking - inner
    first = {DraftFlow(0, at) for at in outer if not _waits(at, outer, before)}
    parts = {DraftFlow(at, one) for at, some in given.items() for one in some if not _waits(one, some, before)}
    return first, {flow for flow in parts if DraftFlow(flow.target, flow.source) not in parts}


def _is_of_repository(edge: DiscoveredEdge) -> bool:
    """Whether a path is one of this repository: a folder of it, or what another branch of it holds for Argo CD."""
    is_folder = edge.target.endswith("/") and ":" not in edge.target and not is_templated(edge.target)
    is_branch = edge.state is EdgeState.UNVERIFIABLE and edge.source.startswith(("Application/", "ApplicationSet/"))
    return edge.state is EdgeState.RESOLVED or (is_folder and is_branch)


def _waits(one: int, beside: Collection[int], before: Mapping[int, set[int]]) -> bool:
    """Whether a component waits for another one beside it, and not, in a circle, that one for it."""
    return any(one not in before.get(other, ()) for other in before.get(one, set()) & set(beside))


def flows_of(drafts: Sequence[Draft], edges: Sequence[DiscoveredEdge], limit: int) -> list[DraftFlow]:
    """Every flow once; the repository is the first component. What a folder gives is left out beyond *limit* flows."""
    holders = holders_of(drafts)
    first, parts = _deployed(drafts, edges, holders)
    said = {*_between(edges, holders), *_served(drafts), *first}
    ordered = {(flow.source, flow.target) for flow in said}
    more = {flow for flow in parts if not {(flow.source, flow.target), (flow.target, flow.source)} & ordered}
    said |= more if len(said) + len(more) <= limit else set()
    promoted = {(flow.source, flow.target) for flow in said if flow.is_promotion}
    return sorted(flow for flow in said if flow.is_promotion or (flow.source, flow.target) not in promoted)
