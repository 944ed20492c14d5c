"""Directed edges in, an acyclic orientation out: edges that close a circle are turned round.

Depth-first search as in Gansner, Koutsofios, North and Vo, "A technique for drawing directed graphs" (1993), section
2.1: edges to a vertex on the current path are turned. Edges that lead back by their meaning are looked at last.
"""

from __future__ import annotations

from collections.abc import Sequence


def turned_edges(count: int, edges: Sequence[tuple[int, int]], back: Sequence[bool]) -> list[bool]:
    """For each edge between vertices below *count* whether it is turned round; *back* edges never decide an order."""
    after: list[list[int]] = [[] for _ in range(count)]
    fed = [0] * count
    for (source, target), backward in zip(edges, back, strict=True):
        if not backward and source != target:
            after[source].append(target)
            fed[target] += 1
    place = _topological(after, fed)
    return [source != target and place[source] > place[target] for source, target in edges]


def _topological(after: list[list[int]], fed: list[int]) -> list[int]:
    """The place of each vertex in an order that all edges follow but those that close a circle."""
    count = len(after)
    done: list[int] = []
    state = bytearray(count)
    for root in [
        *(v for v in range(count - 1, -1, -1) if fed[v]),
        *(v for v in range(count - 1, -1, -1) if not fed[v]),
    ][::-1]:
        if state[root]:
            continue
        state[root] = 1
        path = [(root, iter(after[root][::-1]))]
        while path:
            vertex, rest = path[-1]
            for target in rest:
                if not state[target]:
                    state[target] = 1
                    path.append((target, iter(after[target][::-1])))
                    break
            else:
                path.pop()
                done.append(vertex)
    place = [0] * count
    for number, vertex in enumerate(reversed(done)):
        place[vertex] = number
    return place
