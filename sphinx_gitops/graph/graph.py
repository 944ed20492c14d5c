"""Directed edges between ids in; what is reached, how, and which ids form cycles out. Knows no model."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Id = TypeVar("Id", bound=Hashable)


def reach(
    step: Callable[[set[Id]], set[Id]], starts: Iterable[Id], hops: int | None = None, *, beyond: Collection[Id] = ()
) -> set[Id]:
    """The ids at most *hops* steps away from *starts*, all with None; the search does not go on from *beyond*."""
    found, stops = set(starts), set(beyond)
    edge = found - stops
    while edge and hops != 0:
        edge = step(edge) - found
        found |= edge
        edge -= stops
        hops = None if hops is None else hops - 1
    return found


@dataclass(frozen=True, slots=True)
class Graph(Generic[Id]):
    """A directed graph: each id with its successors and predecessors, in the order in which they were given."""

    _forth: dict[Id, dict[Id, None]]
    _back: dict[Id, dict[Id, None]]

    @classmethod
    def of(cls, edges: Iterable[tuple[Id, Id]], ids: Iterable[Id] = ()) -> Graph[Id]:
        """The graph of *edges*, and of *ids* that no edge may touch."""
        graph = cls({name: {} for name in ids}, {})
        for source, target in edges:
            graph._forth.setdefault(source, {})[target] = None
            graph._forth.setdefault(target, {})
            graph._back.setdefault(target, {})[source] = None
        return graph

    def __iter__(self) -> Iterator[Id]:
        """Every id, in the order in which it was given."""
        return iter(self._forth)

    def __contains__(self, name: object) -> bool:
        """Whether an id is known."""
        return name in self._forth

    def successors(self, name: Id) -> Collection[Id]:
        """Where the edges from an id end."""
        return self._forth.get(name, {})

    def predecessors(self, name: Id) -> Collection[Id]:
        """Where the edges to an id start."""
        return self._back.get(name, {})

    def reversed(self) -> Graph[Id]:
        """The same edges the other way round."""
        return Graph({name: self._back.get(name, {}) for name in self._forth}, self._forth)

    def _step(self, names: set[Id]) -> set[Id]:
        return {end for name in names for end in self._forth.get(name, ())}

    def reach(self, starts: Iterable[Id], hops: int | None = None, *, beyond: Collection[Id] = ()) -> set[Id]:
        """The ids at most *hops* edges away from *starts*, which count; the search does not go on from *beyond*."""
        return reach(self._step, starts, hops, beyond=beyond)

    def tree(self, starts: Iterable[Id], *, avoiding: Collection[Id] = ()) -> dict[Id, Id | None]:
        """Each id that is reached without *avoiding*, the nearest first, with the id before it on a shortest path.

        Of several paths the first is taken, by the order of starts and edges.
        """
        came: dict[Id, Id | None] = {name: None for name in starts if name in self._forth and name not in avoiding}
        edge = list(came)
        for name in edge:  # grows while it is read
            for end in self._forth[name]:
                if end not in came and end not in avoiding:
                    came[end] = name
                    edge.append(end)
        return came

    def cycles(self) -> Iterator[tuple[Id, ...]]:
        """The strongly connected components that hold a cycle, each in the order of the graph (Tarjan, 1972)."""
        place = {name: number for number, name in enumerate(self._forth)}
        for component in _strongly_connected(self._forth):
            if len(component) > 1 or component[0] in self._forth[component[0]]:
                yield tuple(sorted(component, key=place.__getitem__))

    def components(self) -> Iterator[tuple[Id, ...]]:
        """The weakly connected components, each in the order in which a search finds its ids."""
        seen: set[Id] = set()
        for start in self._forth:
            if start in seen:
                continue
            seen.add(start)
            found = [start]
            for name in found:  # grows while it is read
                beside = (*self._forth[name], *self._back.get(name, ()))
                fresh = [end for end in dict.fromkeys(beside) if end not in seen]
                seen.update(fresh)
                found += fresh
            yield tuple(found)


def _strongly_connected(edges: dict[Id, dict[Id, None]]) -> Iterator[list[Id]]:
    """Tarjan's algorithm, without recursion: a chain may be longer than Python's stack."""
    index: dict[Id, int] = {}
    low: dict[Id, int] = {}
    stack: dict[Id, None] = {}
    work: list[tuple[Id, Iterator[Id]]] = []

    def enter(name: Id) -> None:
        index[name] = low[name] = len(index)
        stack[name] = None
        work.append((name, iter(edges[name])))

    for root in edges:
        if root not in index:
            enter(root)
        while work:
            name, ends = work[-1]
            end = next((end for end in ends if end not in index or end in stack), None)
            if end is not None and end in index:
                low[name] = min(low[name], index[end])
            elif end is not None:
                enter(end)
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == index[name]:
                    yield _popped(stack, name)


def _popped(stack: dict[Id, None], name: Id) -> list[Id]:
    """What has been put on the stack since *name*, which is taken off it too."""
    found = []
    while name in stack:
        found.append(stack.popitem()[0])
    return found
