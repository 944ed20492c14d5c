"""Components and the edges of a repository in, the flows between the components out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sphinx_gitops.importers.discovery import DiscoveredEdge
from sphinx_gitops.importers.edge_state import State
from sphinx_gitops.importers.workflow.draft import Draft

_FORWARD = frozenset({"promotes", "uses"})
_BACKWARD = frozenset({"dependsOn", "needs", "runAfter", "workflow_run"})


class Flow(NamedTuple):
    """An arrow from one component to another, by their places in the list."""

    source: int
    target: int
    is_promotion: bool = False


def _between(edges: Iterable[DiscoveredEdge], holders: dict[str, int]) -> Iterator[Flow]:
    """The flows that edges say: from what comes first."""
    for edge in edges:
        source, target = holders.get(edge.source), holders.get(edge.target)
        if edge.state is not State.RESOLVED or source is None or target is None or source == target:
            continue
        if edge.kind in _FORWARD:
            yield Flow(source, target, is_promotion=edge.kind == "promotes")
        elif edge.kind in _BACKWARD:
            yield Flow(target, source)


def _served(drafts: Sequence[Draft]) -> Iterator[Flow]:
    """From each reconciler to its environments, and from the repository to those that none serves."""
    places = {name: at for at, one in enumerate(drafts) if one.kind == "environment" for name in one.environments}
    served: set[int] = set()
    for at, one in enumerate(drafts):
        if one.kind == "reconciler":
            for target in sorted({places[name] for name in one.environments if name in places}):
                served.add(target)
                yield Flow(at, target)
    yield from (Flow(0, target) for target in sorted(set(places.values()) - served))


def _reconciled(drafts: Sequence[Draft], edges: Iterable[DiscoveredEdge], holders: dict[str, int]) -> Iterator[Flow]:
    """From the repository to each reconciler that takes a folder of it and is in no other's folder."""
    taking: set[int] = set()
    inner: set[int] = set()
    for edge in edges:
        source, target = holders.get(edge.source), holders.get(edge.target)
        if edge.state is not State.RESOLVED or source is None or drafts[source].kind != "reconciler":
            continue
        if edge.kind == "path":
            taking.add(source)
        elif edge.kind == "contains" and target is not None and target != source:
            inner.add(target)
    yield from (Flow(0, at) for at in sorted(taking - inner))


def flows_of(drafts: Sequence[Draft], edges: Sequence[DiscoveredEdge]) -> list[Flow]:
    """Every flow once; the repository is the first component."""
    holders = {member: at for at, one in enumerate(drafts) for member in one.members if member != "./"}
    said = {*_between(edges, holders), *_served(drafts), *_reconciled(drafts, edges, holders)}
    promoted = {(flow.source, flow.target) for flow in said if flow.is_promotion}
    return sorted(flow for flow in said if flow.is_promotion or (flow.source, flow.target) not in promoted)
