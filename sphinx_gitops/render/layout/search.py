"""A tree in, the arrangement of its stages out that crosses least for its height, ordered and no wider than it may be.

Local search: stage by stage the other arrangements are tried, as long as arrows cross and work is left.
"""

from __future__ import annotations

from sphinx_gitops.render.layout.arrangement import Arrangement
from sphinx_gitops.render.layout.hierarchy import Frame
from sphinx_gitops.render.layout.pipeline import Ordered, ordered, overflow
from sphinx_gitops.render.layout.shelves import arrange
from sphinx_gitops.render.layout.spacing import LEG_WALL
from sphinx_gitops.render.layout.tree import Graph

_CROSSING = 60
"""What a crossing costs, in px of height."""
_WORK = 900
"""How many components and flows may be ordered again in a search."""
_MOST = 24
_NARROWER = 4
_SHARE = 4


def best_order(graph: Graph, limit: int) -> Ordered:
    """The best arrangement found, in order."""
    if not graph.root.frames:
        return ordered(graph, [], limit)
    limits = [limit - room for room in _passing(graph, limit)]
    options = [arrange(graph, stage, room) for stage, room in zip(graph.root.frames, limits, strict=True)]
    for _ in range(_NARROWER):
        chosen = [found[0] for found in options]
        wide, stage = overflow(graph, chosen, limit)
        if stage is None:
            break
        number = graph.root.frames.index(stage)
        limits[number] = min(limits[number], chosen[number].width) - wide
        again = [found for found in arrange(graph, stage, limits[number]) if found.width < chosen[number].width]
        if not again:
            break
        options[number] = again
    return _searched(graph, options, limit)


def _passing(graph: Graph, limit: int) -> list[int]:
    """The room that arrows take in each stage which run past it."""
    numbers: dict[Frame, int] = {stage: number for number, stage in enumerate(graph.root.frames)}
    count = [0] * len(numbers)
    for one, other in graph.ends:
        a, b = (numbers.get(_stage(item), -1) for item in (one, other))
        for number in range(min(a, b) + 1, max(a, b)):
            count[number] += 1
    return [min(LEG_WALL * many, limit // _SHARE) for many in count]


def _stage(item: object) -> Frame:
    frame = item if isinstance(item, Frame) else getattr(item, "frame")  # noqa: B009 - a cell
    while frame.depth > 0 or not frame.parent or frame.parent.depth >= 0:
        frame = frame.parent
    return frame


def _searched(graph: Graph, options: list[list[Arrangement]], limit: int) -> Ordered:
    """Better arrangements, one stage at a time where arrows cross, the most crossed first."""
    first = ordered(graph, [found[0] for found in options], limit)
    if not first.crossings:
        return first
    best = first
    work = min(_WORK // max(1, len(graph.cells) + len(graph.ends)), _MOST)
    tried = False
    again = True
    while again and work > 0:
        again = False
        crossed = best.crossed[::-1] if graph.reverse else best.crossed
        for number in sorted(range(len(options)), key=lambda stage: (-crossed[stage], stage)):
            for other in options[number] if crossed[number] else ():
                now = best.chosen[number]
                if other is now or work <= 0 or other.cost - now.cost >= _CROSSING * crossed[number]:
                    continue
                work -= 1
                tried = True
                chosen = [*best.chosen[:number], other, *best.chosen[number + 1 :]]
                made = ordered(graph, chosen, limit, quick=True)
                if _cost(made) < _cost(best) and not overflow(graph, chosen, limit)[0]:
                    best, again = made, True
    return ordered(graph, best.chosen, limit) if tried else first


def _cost(made: Ordered) -> float:
    return sum(one.cost for one in made.chosen) + _CROSSING * made.crossings
