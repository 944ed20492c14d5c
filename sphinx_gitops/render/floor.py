"""What stands on a line: things that keep their order and their distance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import pairwise

from sphinx_gitops.render.geometry.layout import Layout
from sphinx_gitops.render.space import Space
from sphinx_gitops.scene import Scene

Term = tuple[int, float]
"""A variable, and how far right of it something stands."""
SAME = 0.5
"""Places nearer than this, in px, are one place."""
_PORTS = 18.0
"""How far apart arrows at one side of a node stand, in px."""


class What(IntEnum):
    """A kind of thing that keeps others at a distance; of two in one place the smaller is put in order first."""

    LABEL = 1
    LEG = 2
    NODE = 3
    TITLE = 4
    WALL = 5


GAPS = {
    frozenset({What.NODE}): 24.0,
    frozenset({What.NODE, What.LEG}): 12.0,
    frozenset({What.NODE, What.WALL}): 16.0,
    frozenset({What.LEG}): 10.0,
    frozenset({What.LEG, What.WALL}): 10.0,
    frozenset({What.WALL}): 16.0,
    frozenset({What.LABEL}): 14.0,
    frozenset({What.TITLE}): 12.0,
    frozenset({What.TITLE, What.LEG}): 8.0,
    frozenset({What.TITLE, What.WALL}): 10.0,
}
_GAP = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Stands from *low* to *high* right of its variable, and from *top* to *bottom* across.

    ``rank`` is its place in the order, ``ends`` are the nodes of an arrow whose number is ``route``.
    """

    what: What
    term: int
    low: float
    high: float
    top: float
    bottom: float
    rank: float
    name: str = ""
    ends: tuple[str, ...] = ()
    route: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """All that stands on the line; routes and labels by the terms of their corners.

    ``titles`` are titles and labels with a place of their own: what each is drawn to, itself, and how far right of it.
    """

    space: Space
    things: list[Part]
    nodes: dict[str, int]
    walls: dict[str, tuple[int, int]]
    titles: list[tuple[int, int, float]]
    routes: list[list[Term]]
    labels: list[Term | None]


class NotStraightError(Exception):
    """A layout with legs that run neither along nor across."""


def separate(floor: Floor) -> None:
    """Keep the order of things that see each other, at their distance or at the smaller one that they had."""
    order = sorted(
        floor.things,
        key=lambda t: (round(t.rank, 1), t.what is What.LEG, t.top, t.what, t.name),
    )
    front: list[tuple[float, float, Part]] = []
    for thing in order:
        above, below = thing.top, thing.bottom
        kept: list[tuple[float, float, Part]] = []
        for seen in front:
            top, bottom, other = seen
            if bottom - above <= SAME or below - top <= SAME or not _part(floor, other, thing):
                kept.append(seen)
                continue
            if top < above:
                kept.append((top, above, other))
            if bottom > below:
                kept.append((below, bottom, other))
        front = [*kept, (above, below, thing)]


@cache
def _gap(one: What, other: What) -> float:
    """How far apart two kinds of things want to be, in px."""
    return GAPS.get(frozenset({one, other}), _GAP)


def _part(floor: Floor, left: Part, right: Part) -> bool:
    """Keep two things apart; false where they belong together and may overlap."""
    if left.term == right.term:
        return False
    if (left.name and left.name in right.ends) or (right.name and right.name in left.ends):
        return False
    start = floor.space.start
    room = start[right.term] + right.low - start[left.term] - left.high
    kinds = (left.what, right.what)
    gap = _gap(*kinds) if left.route < 0 or left.route != right.route else 0.0
    if What.TITLE not in kinds and What.LABEL not in kinds:
        gap = max(0.0, min(gap, room))
    floor.space.least(left.term, right.term, gap + left.high - right.low)
    return True


def ports(scene: Scene, layout: Layout, floor: Floor) -> dict[tuple[str, bool], list[int]]:
    """The legs that end at each node's upper (false) and lower side, from left to right."""
    found: dict[tuple[str, bool], set[int]] = {}
    for edge, route, terms in zip(scene.edges, layout.routes, floor.routes, strict=True):
        for key, end, corner in ((edge.source, 0, 1), (edge.target, -1, -2)):
            if key in floor.nodes and edge.source != edge.target and terms[end] == terms[corner]:
                node = layout.nodes[key]
                below = route.points[end][1] > node.y + node.height / 2
                found.setdefault((key, below), set()).add(terms[end][0])
    start = floor.space.start
    return {side: sorted(terms, key=lambda term: (start[term], term)) for side, terms in found.items()}


def spread(scene: Scene, layout: Layout, floor: Floor) -> None:
    """Keep arrows at one side of a node as far apart as it is wide enough for, one of them in the middle."""
    for (key, _), terms in ports(scene, layout, floor).items():
        reach = layout.nodes[key].width / 2 - 16.0
        gap = min(_PORTS, reach / max(1, len(terms) - 1))
        for left, right in pairwise(terms):
            floor.space.least(left, right, gap)
