"""A tree in, the arrangement of its stages out that crosses least for its height, ordered and no wider than it may be.

Local search (hill climbing, as in Lourenço, Martin and Stützle, 2003): stage by stage the other arrangements are tried,
then those in which one component, whose arrows cross, stands elsewhere, as long as arrows cross and work is left. Each
try goes on from the order found before.
"""

from __future__ import annotations

from sphinx_gitops.render.layout.graph.hierarchy import Frame, Item
from sphinx_gitops.render.layout.graph.spacing import LEG_WALL
from sphinx_gitops.render.layout.graph.tree import CompoundGraph
from sphinx_gitops.render.layout.graph.ways import Path
from sphinx_gitops.render.layout.packing.adopted_order import adopted, passed_by
from sphinx_gitops.render.layout.packing.arrangement import Arrangement
from sphinx_gitops.render.layout.packing.neighbourhood import neighbours
from sphinx_gitops.render.layout.packing.shelves import arrange
from sphinx_gitops.render.layout.pipeline import (
    Ordered,
    crossing_ends,
    disturbed,
    ordered,
    overflows,
    planted,
    straightened,
)

_CROSSING = 110
"""What a crossing costs, in px of height."""
_WORK = 240_000
"""So many pairs of components and flows may be ordered again in a search."""
_MOST = 24
_VAIN = 6
"""One try for so many components and flows may be in vain, then the search ends."""
_SMALL = 40
"""Up to so many components and flows, each try is ordered from the beginning, and a single crossing is not borne."""
_LAST, _BRIEF = 8, 2
"""How many arrangements are tried for the last crossing, and after how many rounds in vain each is given up."""
_NARROWER = 5
_SLACK = 30
"""What a stage is made narrower beyond what it must, in px: straight arrows want room."""
_AGAIN = 2
_CROWDED = 6000
_SHARE = 4


def best_order(graph: CompoundGraph, limit: int) -> Ordered:
    """The best arrangement found, in order; narrower ones are tried where an order takes more room than was thought."""
    if not graph.root.frames:
        return ordered(graph, [], limit)
    goal = limit
    made: Ordered | None = None
    for again in range(_AGAIN, -1, -1):
        options = _narrow(graph, goal)
        made = ordered(graph, [found[0] for found in options], limit)
        wide = _too_wide(made, limit)
        if not again or not wide:
            made = _searched(made, options, limit, goal)
            wide = _too_wide(made, limit)
        if not wide:
            break
        goal -= max(wide) + LEG_WALL
    assert made is not None
    return made


def _too_wide(made: Ordered, limit: int) -> list[int]:
    """By how much stages are wider than *limit*, where narrower ones may help."""
    return [] if _crowded(made.paths) else list(overflows(made.graph, made.paths, limit).values())


def _narrow(graph: CompoundGraph, limit: int) -> list[list[Arrangement]]:
    """The ways to arrange each stage, so that the first of each fit *limit* together where that can be."""
    limits = [limit - room for room in _passing(graph, limit)]
    options = [arrange(graph, stage, room) for stage, room in zip(graph.root.frames, limits, strict=True)]
    for _ in range(_NARROWER):
        chosen = [found[0] for found in options]
        paths = planted(graph, chosen, limit)
        if _crowded(paths):
            break
        wide = overflows(graph, paths, limit)
        narrower = False
        for number, stage in enumerate(graph.root.frames):
            if stage in wide:
                limits[number] = min(limits[number], chosen[number].width) - wide[stage] - _SLACK
                found = [one for one in arrange(graph, stage, limits[number]) if one.width < chosen[number].width]
                options[number] = found or options[number]
                narrower = narrower or bool(found)
        if not narrower:
            break
    return options


def _crowded(paths: list[Path]) -> bool:
    """Whether arrows that run past take so much room that narrower stages would only be passed by more."""
    return sum(len(path.stops) for path in paths) > _CROWDED


def _passing(graph: CompoundGraph, limit: int) -> list[int]:
    """The room that arrows take in each stage which run past it."""
    numbers: dict[Frame, int] = {stage: number for number, stage in enumerate(graph.root.frames)}
    count = [0] * len(numbers)
    for one, other in graph.ends:
        a, b = (numbers.get(_stage(item), -1) for item in (one, other))
        for number in range(min(a, b) + 1, max(a, b)):
            count[number] += 1
    return [min(LEG_WALL * many, limit // _SHARE) for many in count]


def _stage(item: Item) -> Frame:
    frame = item if isinstance(item, Frame) else item.frame
    return frame.ancestors()[-2]


def _searched(first: Ordered, options: list[list[Arrangement]], limit: int, goal: int) -> Ordered:
    """Better arrangements, one stage at a time where arrows cross, the most crossed first."""
    graph = first.graph
    if not first.crossings:
        return _adopted(first, limit, goal) if passed_by(first.paths) else first
    made = disturbed(first)
    size = len(graph.cells) + len(graph.ends)
    if made.crossings > (0 if size <= _SMALL else 1):
        search = _Search(made, limit, goal, size)
        search.climb(options)
        while search.best.crossings and search.climb(search.neighbours()):
            pass
        if search.tried:
            again = ordered(graph, search.best.chosen, limit, search.best)
            made = again if search.best is made else disturbed(again)
    if made.crossings == 1 and size > _SMALL:
        made = _last_taken(made, options, limit, goal)
    made = straightened(made)
    return _adopted(made, limit, goal) if passed_by(made.paths) else made


def _last_taken(first: Ordered, options: list[list[Arrangement]], limit: int, goal: int) -> Ordered:
    """A stage with boxes arranged otherwise, where that takes the last crossing away: boxes stand in no other order."""
    graph = first.graph
    tries = [
        (other.cost - one.cost, number, place)
        for number, one in enumerate(first.chosen)
        if first.crossed[number] and one.frame.frames
        for place, other in enumerate(options[number])
        if other is not one and other.cost - one.cost < _CROSSING
    ]
    for _, number, place in sorted(tries)[:_LAST]:
        chosen = [*first.chosen]
        chosen[number] = options[number][place]
        made = ordered(graph, chosen, limit, first)
        if made.crossings == 1:
            made = disturbed(made, vain=_BRIEF)
        if not made.crossings and not overflows(graph, made.paths, goal):
            return made
    return ordered(graph, first.chosen, limit, first) if tries else first


class _Search:
    """Hill climbing from one arrangement of all stages to others, so many tries, none of them twice."""

    def __init__(self, first: Ordered, limit: int, goal: int, size: int) -> None:
        self._small = size <= _SMALL
        self._work = min(_WORK // size**2, _MOST)
        self._vain = 0
        self._most = _MOST if self._small else size // _VAIN
        self._limit, self._goal = limit, goal
        self._seen = {tuple(first.chosen)}
        self._go_on(first)

    def _go_on(self, made: Ordered) -> None:
        """Go on from another arrangement; what crosses in it is only known as long as nothing else is planted."""
        self.best = made
        self._ends = set(made.graph.cells.values()) if self._small else crossing_ends(made)

    @property
    def tried(self) -> bool:
        """Whether another arrangement than the first has been planted."""
        return len(self._seen) > 1

    def neighbours(self) -> list[list[Arrangement]]:
        """For each stage the arrangements in which one component, whose arrows cross, stands elsewhere."""
        return [neighbours(self.best.graph, one, self._ends) for one in self.best.chosen]

    def climb(self, options: list[list[Arrangement]]) -> bool:
        """Whether other arrangements of single stages are better: those of *options*, where arrows cross."""
        found, again = False, True
        while again and self._work > 0:
            again = False
            crossed = self.best.crossed
            for number in sorted(range(len(options)), key=lambda stage: (-crossed[stage], stage)):
                for other in options[number] if crossed[number] else ():
                    if not self.best.crossings:
                        return True
                    if other.cost - self.best.chosen[number].cost < _CROSSING * crossed[number]:
                        again = self._try(number, other) or again
            found = found or again
        return found

    def _try(self, number: int, other: Arrangement) -> bool:
        best = self.best
        chosen = (*best.chosen[:number], other, *best.chosen[number + 1 :])
        if self._work <= 0 or self._vain >= self._most or chosen in self._seen:
            return False
        self._seen.add(chosen)
        self._work -= 1
        made = ordered(best.graph, list(chosen), self._limit, None if self._small else best)
        if _cost(made) >= _cost(best) or overflows(best.graph, made.paths, self._goal):
            self._vain += 1
            return False
        self._vain = 0
        self._go_on(made)
        return True


def _adopted(made: Ordered, limit: int, goal: int) -> Ordered:
    """The arrangement in the order found, if it crosses no more."""
    graph = made.graph
    again = straightened(disturbed(ordered(graph, [adopted(graph, one) for one in made.chosen], limit, made)))
    if again.crossings <= made.crossings and not overflows(graph, again.paths, goal):
        return again
    return ordered(graph, made.chosen, limit, made)


def _cost(made: Ordered) -> float:
    return sum(one.cost for one in made.chosen) + _CROSSING * made.crossings
