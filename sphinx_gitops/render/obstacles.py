"""A layout of straight legs as things on one line: what may move sideways, and what must keep its distance.

Everything is said for arrows that run down the page; the other case is the same after its axes are swapped.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sphinx_gitops.render.floor import GAPS, SAME, Floor, NotStraightError, Part, Term, What, separate, spread
from sphinx_gitops.render.geometry.layout import Layout, Rect
from sphinx_gitops.render.space import Space
from sphinx_gitops.scene import Box, Edge, Scene

_BEND = 5.0
"""How far a leg keeps others away beyond its ends, in px, for the leg across that it meets there."""
_LEFT = 24.0
"""How much wider a box may become for its title to stand left of its arrows rather than right, in px."""


def _nodes(scene: Scene, layout: Layout, floor: Floor) -> None:
    for node in scene.all_nodes():
        rect = layout.nodes[node.key]
        term = floor.space.add(rect.x + rect.width / 2)
        floor.nodes[node.key] = term
        half = rect.width / 2
        floor.things.append(
            Part(
                what=What.NODE,
                term=term,
                low=-half,
                high=half,
                top=rect.y,
                bottom=rect.bottom,
                rank=rect.x + half,
                name=node.key,
            )
        )


def _walls(scene: Scene, layout: Layout, floor: Floor) -> None:
    for box in scene.all_boxes():
        rect = layout.boxes[box.key]
        left, right = floor.space.add(rect.x), floor.space.add(rect.right)
        floor.space.least(left, right, min(rect.width, 40.0))
        floor.walls[box.key] = (left, right)
        for term, rank in ((left, rect.x), (right, rect.right)):
            floor.things.append(
                Part(what=What.WALL, term=term, low=0, high=0, top=rect.y, bottom=rect.bottom, rank=rank, name=box.key)
            )


def _titles(layout: Layout, titles: list[tuple[Box, Rect]], floor: Floor, *, turned: bool) -> None:
    """Each title with a place of its own along the top; turned, it keeps its place below the top."""
    for box, spot in titles:
        left, right = floor.walls[box.key]
        frame = layout.boxes[box.key]
        top, bottom = spot.y - 2, spot.bottom + 2
        if turned:
            term, low, high = left, spot.x - frame.x, spot.right - frame.x
            rank = (spot.x + spot.right) / 2
            top, bottom = frame.y, frame.bottom
        else:
            term, low, high = floor.space.add(spot.x), 0.0, spot.width
            passing = _passing(layout, frame, spot)
            rank = min(_rank(frame, spot, passing), frame.right - 0.1)
            after = bool(passing) and rank > max(passing)
            other, distance = (left, 10.0) if after else _first(layout, floor, box)
            floor.titles.append((other, term, distance))
            floor.space.least(left, term, 10.0)
            floor.space.least(term, right, spot.width + 10.0)
        floor.things.append(
            Part(what=What.TITLE, term=term, low=low, high=high, top=top, bottom=bottom, rank=rank, name=box.key)
        )


def _passing(layout: Layout, frame: Rect, spot: Rect) -> list[float]:
    """Where arrows run through the band of a title."""
    return [
        start[0]
        for route in layout.routes
        for start, end in pairwise(route.points)
        if frame.x < start[0] < frame.right and min(start[1], end[1]) < spot.bottom and max(start[1], end[1]) > spot.y
    ]


def _rank(frame: Rect, spot: Rect, passing: list[float]) -> float:
    """A title's place in the order: where it is, if that is free; else beside all arrows through its band."""
    if not any(spot.x - 8 < x < spot.right + 8 for x in passing):
        return (spot.x + spot.right) / 2
    before, after = min(passing) - frame.x, frame.right - max(passing)
    return min(passing) - 0.1 if before >= after - _LEFT else max(passing) + 0.1


def _first(layout: Layout, floor: Floor, box: Box) -> tuple[int, float]:
    """What a box holds first from the left, and where its title starts so as not to widen the box there."""
    inside = [(layout.boxes[inner.key].x, floor.walls[inner.key][0], -6.0) for inner in box.boxes]
    for node in box.nodes:
        rect = layout.nodes[node.key]
        inside.append((rect.x, floor.nodes[node.key], -rect.width / 2 - 6.0))
    if not inside:
        return floor.walls[box.key][0], 10.0
    return min(inside)[1:]


def _end(floor: Floor, layout: Layout, key: str, x: float) -> Term:
    """An end that an arrow reaches across: it moves with its node or its box."""
    if key in floor.nodes:
        return floor.nodes[key], x - floor.space.start[floor.nodes[key]]
    wall = floor.walls[key][0]
    return wall, x - layout.boxes[key].x


def _hold(floor: Floor, layout: Layout, key: str, leg: int) -> None:
    """Keep a leg's end on the side of its node or box, off the corners."""
    space, x = floor.space, floor.space.start[leg]
    if key in floor.nodes:
        term, half = floor.nodes[key], layout.nodes[key].width / 2
        inset = min(16.0, half / 2)
        reach = max(half - inset, abs(x - space.start[term]))
        space.least(term, leg, -reach)
        space.least(leg, term, -reach)
    else:
        left, right = floor.walls[key]
        space.least(left, leg, 10.0)
        space.least(leg, right, 10.0)


def _clear(floor: Floor, layout: Layout, key: str, leg: int, *, leftwards: bool) -> None:
    """Keep a leg that leaves its node by the side off that side."""
    reach = layout.nodes[key].width / 2 + GAPS[frozenset({What.NODE, What.LEG})]
    if leftwards:
        floor.space.least(leg, floor.nodes[key], reach)
    else:
        floor.space.least(floor.nodes[key], leg, reach)


def _legs(points: list[tuple[float, float]]) -> Iterator[tuple[int, int, bool]]:
    """Runs of corners: first and last corner, and whether the leg runs down the page."""
    for number, (start, end) in enumerate(pairwise(points)):
        along, across = abs(start[0] - end[0]) < SAME, abs(start[1] - end[1]) < SAME
        if not along and not across:
            raise NotStraightError
        yield number, number + 1, along


def _route(floor: Floor, layout: Layout, edge: Edge, points: list[tuple[float, float]]) -> list[Term]:
    """The terms of one route's corners; its legs down the page become things."""
    terms: list[Term | None] = [None] * len(points)
    last = len(points) - 1
    loop = edge.source == edge.target
    for first, second, along in _legs(points):
        if loop:
            continue
        if not along:
            continue
        held = terms[first]
        term = held[0] if held else floor.space.add(points[first][0])
        terms[first] = terms[second] = (term, 0.0)
        top, bottom = sorted((points[first][1], points[second][1]))
        bends = {points[n][1] for n in (first, second) if n not in {0, last}}
        floor.things.append(
            Part(
                what=What.LEG,
                term=term,
                low=0,
                high=0,
                rank=points[first][0],
                top=top - _BEND if top in bends else top,
                bottom=bottom + _BEND if bottom in bends else bottom,
                ends=(edge.source, edge.target),
                route=len(floor.routes),
            )
        )
        for corner, key in ((first, edge.source), (second, edge.target)):
            if corner in {0, last}:
                _hold(floor, layout, key, term)
        for corner, side, key in ((first - 1, 0, edge.source), (second + 1, last, edge.target)):
            if corner == side and key in floor.nodes:
                middle = floor.space.start[floor.nodes[key]]
                _clear(floor, layout, key, term, leftwards=points[side][0] < middle)
    for number, (x, _) in enumerate(points):
        if terms[number] is None:
            terms[number] = _end(floor, layout, edge.source if loop or number < len(points) / 2 else edge.target, x)
    return [term for term in terms if term is not None]


def _label(floor: Floor, terms: list[Term], points: list[tuple[float, float]], spot: Rect) -> Term:
    """A label's middle: on the leg that it stands on, else drawn to the nearest corner."""
    x, y = spot.x + spot.width / 2, spot.y + spot.height / 2
    nearest = min(
        range(len(points)),
        key=lambda n: (abs(points[n][0] - x) > 1, abs(points[n][0] - x) + abs(points[n][1] - y), n),
    )
    term, offset = terms[nearest]
    middle = x - points[nearest][0] + offset
    if abs(points[nearest][0] - x) > 1:
        own = floor.space.add(x)
        floor.titles.append((term, own, middle))
        term, middle = own, 0.0
    half = spot.width / 2
    floor.things.append(
        Part(
            what=What.LABEL,
            term=term,
            low=middle - half,
            high=middle + half,
            rank=x,
            top=spot.y,
            bottom=spot.bottom,
        )
    )
    return term, middle


def measure(
    scene: Scene,
    layout: Layout,
    titles: list[tuple[Box, Rect]],
    labels: list[Rect | None],
    *,
    turned: bool,
) -> Floor:
    """All things of a layout with their distances. Raises NotStraightError."""
    floor = Floor(space=Space(), things=[], nodes={}, walls={}, titles=[], routes=[], labels=[])
    _nodes(scene, layout, floor)
    _walls(scene, layout, floor)
    _titles(layout, titles, floor, turned=turned)
    for edge, route, spot in zip(scene.edges, layout.routes, labels, strict=True):
        points = list(route.points)
        terms = _route(floor, layout, edge, points)
        floor.routes.append(terms)
        floor.labels.append(_label(floor, terms, points, spot) if spot else None)
    separate(floor)
    spread(scene, layout, floor)
    return floor
