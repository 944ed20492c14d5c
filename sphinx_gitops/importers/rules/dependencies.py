"""Dependencies on what is not there, and dependencies in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sphinx_gitops.importers.discovery import DiscoveredEdge, Finding
from sphinx_gitops.importers.edge_state import State
from sphinx_gitops.problems import Severity

DANGLING = "dependency-dangling"
CYCLE = "dependency-cycle"


def check_dangling(edges: Iterable[DiscoveredEdge]) -> Iterator[Finding]:
    """Each ``dependsOn`` whose target is nowhere."""
    for edge in edges:
        if edge.kind == "dependsOn" and edge.state is State.MISSING:
            message = (
                f"{edge.source} waits for {edge.target}, which is not in the repository: mend the name or remove it"
            )
            yield Finding(DANGLING, Severity.WARNING, message, edge.location)


def check_cycles(edges: Iterable[DiscoveredEdge]) -> Iterator[Finding]:
    """Each circle of ``dependsOn``, once, at the edge that closes it."""
    following: dict[str, list[DiscoveredEdge]] = defaultdict(list)
    for edge in edges:
        if edge.kind == "dependsOn" and edge.state is State.RESOLVED:
            following[edge.source].append(edge)
    done: set[str] = set()
    for start in sorted(following):
        yield from _circles(start, following, done)


def _circles(start: str, following: dict[str, list[DiscoveredEdge]], done: set[str]) -> Iterator[Finding]:
    """The circles that a walk from *start* closes; what is done is not walked again."""
    if start in done:
        return
    way = [start]
    waiting = [iter(following.get(start, ()))]
    while waiting:
        edge = next(waiting[-1], None)
        if edge is None:
            waiting.pop()
            done.add(way.pop())
        elif edge.target in way:
            circle = " waits for ".join([*way[way.index(edge.target) :], edge.target])
            message = f"{circle}: none of them ever starts; remove one of these dependencies"
            yield Finding(CYCLE, Severity.ERROR, message, edge.location)
        elif edge.target not in done:
            way.append(edge.target)
            waiting.append(iter(following.get(edge.target, ())))
