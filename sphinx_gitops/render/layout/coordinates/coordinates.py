"""Constraints in, the place of every variable across the rows out: arrows straight where that can be.

Vertices are aligned one edge after the other, inner pieces of long edges first, as Brandes and Koepf do ("Fast and
simple horizontal coordinate assignment", 2001), as long as all fits the width; the mean of the leftmost and the
rightmost places balances the rest, and medians (Gansner et al., 1993) draw together what could not be aligned.
"""

from __future__ import annotations

from itertools import pairwise

from sphinx_gitops.render.layout.coordinates.constraints import Constraints
from sphinx_gitops.render.layout.coordinates.port_spacing import spread_ports
from sphinx_gitops.render.layout.coordinates.variables import Variables
from sphinx_gitops.render.layout.graph.hierarchy import Cell, Item
from sphinx_gitops.render.layout.graph.tree import BACK, CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path, Way

_SWEEPS = 4


class Ties:
    """Variables that stand at fixed distances: sets with offsets (union-find)."""

    def __init__(self, count: int) -> None:
        self.members: list[list[int]] = [[name] for name in range(count)]
        self.of = list(range(count))

    def join(self, one: int, other: int) -> None:
        """Note that two variables move together."""
        a, b = self.of[one], self.of[other]
        if a == b:
            return
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        for name in self.members[b]:
            self.of[name] = a
        self.members[a] += self.members[b]
        self.members[b] = []


def assign(made: Variables, paths: list[Path], limit: int) -> list[int] | None:
    """The place of every variable; no wider than *limit* where that can be."""
    space = made.space
    places = space.leftmost()
    if places is None:
        return None
    limit = max(limit, places[made.right])
    latest = space.rightmost(places, [limit] * len(places))
    ties = Ties(len(places))
    for pairs in wishes(made, paths):
        if all(ties.of[one] == ties.of[other] for one, other, _ in pairs):
            continue
        if space.tie(pairs, places, latest):
            for one, other, _ in pairs:
                ties.join(one, other)
    space.least(made.right, made.left, -places[made.right])
    last = space.rightmost(places, [min(place, places[made.right]) for place in latest])
    places = [(low + high) // 2 for low, high in zip(places, last, strict=True)]
    _draw_together(made, ties, places)
    spread_ports(made, places)
    widen(made, places)
    return places


def wishes(made: Variables, paths: list[Path]) -> list[list[tuple[int, int, int]]]:
    """What should stand straight, the most important first."""
    graph = made.graph
    main = set(main_line(graph, paths))
    centred: dict[int, tuple[int, int, int]] = {}
    for (item, _), ends in made.sides.items():
        if isinstance(item, Cell) and len(ends) == 1:
            name = made.ports[ends[0]]
            centred[name] = (item.number, name, 0)
    found: list[list[tuple[int, int, int]]] = []
    rest: list[list[tuple[int, int, int]]] = []
    inner: list[list[tuple[int, int, int]]] = []
    for path, legs in zip(paths, made.legs, strict=True):
        if not legs:
            continue
        straight = [(leg.upper, leg.lower, 0) for leg in legs]
        if path.edge in main and path.way is Way.DOWN:
            middles = [centred[name] for name in (legs[0].upper, legs[-1].lower) if name in centred]
            found.append([*straight, *middles])
        some = [(leg.upper, leg.lower, 0) for leg in legs if leg.inner]
        if some:
            inner.append(some)
            inner += [[one] for one in some] if len(some) > 1 else []
        if path.way is Way.DOWN:
            rest.append(straight)
        rest += [[(leg.upper, leg.lower, 0)] for leg in legs if not leg.inner]
    inner.sort(key=len, reverse=True)
    return [*found, *grids(graph), *inner, *rest, *([one] for one in centred.values())]


def main_line(graph: CompoundGraph, paths: list[Path]) -> list[int]:
    """The edges of the main way: from each component at most one, to each at most one, within a box first."""
    leaving: set[Item] = set()
    reached: set[Item] = set()
    found: list[int] = []

    def apart(path: Path) -> tuple[bool, int]:
        one, other = graph.ends[path.edge]
        return not (isinstance(one, Cell) and isinstance(other, Cell) and one.frame is other.frame), path.edge

    for path in sorted(paths, key=apart):
        source, target = graph.ends[path.edge]
        if graph.scene.edges[path.edge].kind in BACK or graph.turned[path.edge]:
            continue
        if source in leaving or target in reached or source is target:
            continue
        leaving.add(source)
        reached.add(target)
        found.append(path.edge)
    return found


def grids(graph: CompoundGraph) -> list[list[tuple[int, int, int]]]:
    """The columns of boxes whose components have no flows between them."""
    found: list[list[tuple[int, int, int]]] = []
    for frame in graph.root.walk():
        rows = [[item for item in shelf.items if isinstance(item, Cell) and item.key] for shelf in frame.shelves]
        rows = [row for row in rows if row]
        if len(rows) < 2 or any(cell.after for row in rows for cell in row):
            continue
        for upper, lower in pairwise(rows):
            found += [[(a.number, b.number, 0)] for a, b in zip(upper, lower, strict=False)]
    return found


def _draw_together(made: Variables, ties: Ties, places: list[int]) -> None:
    """Move what is tied towards the median of what it is joined with, as far as there is room."""
    space = made.space
    joints: dict[int, list[tuple[int, int]]] = {}
    for legs in made.legs:
        for leg in legs:
            a, b = ties.of[leg.upper], ties.of[leg.lower]
            if a != b:
                joints.setdefault(a, []).append((leg.upper, leg.lower))
                joints.setdefault(b, []).append((leg.lower, leg.upper))
    for name in (made.left, made.right):
        joints.pop(ties.of[name], None)
    for _ in range(_SWEEPS):
        moved = [_pull(space, ties.members[block], joints[block], places) for block in sorted(joints)]
        if not any(moved):
            return


def _pull(space: Constraints, members: list[int], joints: list[tuple[int, int]], places: list[int]) -> bool:
    """Whether a block has moved towards the median of what it is joined with."""
    away = sorted(places[other] - places[own] for own, other in joints)
    low, high = away[(len(away) - 1) // 2], away[len(away) // 2]
    step = space.room(members, places, low if low > 0 else min(high, 0))
    for name in members if step else ():
        places[name] += step
    return bool(step)


def widen(made: Variables, places: list[int]) -> None:
    """Boxes take the room beside them; two beside each other share it."""
    ends = {frame.right for frame in made.walls}
    for frame in made.walls:
        before = made.space.before[frame.left]
        low, wall = max((places[other] + distance, other) for other, distance in before.items())
        places[frame.left] = (low + places[frame.left] + 1) // 2 if wall in ends else low
    for frame in made.walls:
        after = made.space.after[frame.right]
        places[frame.right] = min(places[other] - distance for other, distance in after.items())
