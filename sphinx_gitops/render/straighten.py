"""Arrows of a layout made straight where that is free, chains set upright, titles given a stretch of their own.

The order of things stays as the engine chose it: nothing passes anything else, so no crossing is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sphinx_gitops.render.floor import Floor, NotStraightError, ports
from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.obstacles import measure
from sphinx_gitops.render.space import Around, room
from sphinx_gitops.render.spine import spine, step_aside
from sphinx_gitops.scene import Box, Scene

Pair = tuple[int, int, float]
Pull = tuple[int, int, float, float]
"""A variable, another one that it is drawn to, at which distance, and with which weight."""
Sides = dict[tuple[str, bool], list[int]]
"""The arrows at the upper and the lower side of nodes."""
_LARGEST = 900
"""How many things are still put in order; beyond, the engine's own places stay."""
_SWEEPS = 16
_GROWTH = 1.05
"""How much wider a layout may become for the sake of straight arrows."""
_SPARE = 24.0
_PORTS = 20.0
"""How far apart arrows at one side of a node want to be."""


def _jogs(floor: Floor, number: int) -> list[Pair]:
    """What makes one route straight."""
    return [(a[0], b[0], a[1] - b[1]) for a, b in pairwise(floor.routes[number]) if a != b]


def _wishes(scene: Scene, floor: Floor, sides: Sides) -> Iterator[list[Pair]]:
    """What should stand in line, the most wanted first; each wish is met as a whole or not at all."""
    main = spine(scene)
    for number in main:
        edge = scene.edges[number]
        first, last = floor.routes[number][0], floor.routes[number][-1]
        yield [
            *_jogs(floor, number),
            (floor.nodes[edge.source], first[0], -first[1]),
            (floor.nodes[edge.target], last[0], -last[1]),
        ]
    for number in sorted(range(len(scene.edges)), key=lambda n: (n not in main, len(floor.routes[n]), n)):
        jogs = _jogs(floor, number)
        if jogs and scene.edges[number].source != scene.edges[number].target:
            yield jogs
    for pair in _centres(sides, floor):
        yield [pair]


def _centres(sides: Sides, floor: Floor) -> Iterator[Pair]:
    """A lone arrow at a node's side stands in its middle."""
    for (key, _), legs in sides.items():
        if len(legs) == 1:
            yield floor.nodes[key], legs[0], 0.0


def _pulls(floor: Floor, sides: Sides) -> list[Pull]:
    """Arrows want to be short, nodes to stand over their arrows, and boxes to be narrow."""
    found: list[Pull] = []
    for number in range(len(floor.routes)):
        found += [(a, b, distance, 0.4) for a, b, distance in _jogs(floor, number)]
    for (key, _), legs in sides.items():
        for number, leg in enumerate(legs):
            aside = (number - (len(legs) - 1) / 2) * _PORTS
            found.append((floor.nodes[key], leg, aside, 1.0 / len(legs)))
    found += [(other, title, distance, 0.1) for other, title, distance in floor.titles]
    found += [(left, right, 0.0, 0.5) for left, right in floor.walls.values()]
    return found


def _groups(floor: Floor) -> list[list[int]]:
    """The variables that are tied together."""
    space = floor.space
    seen: set[int] = set()
    groups: list[list[int]] = []
    for name in range(len(space.start)):
        if name in seen:
            continue
        seen.add(name)
        group, waiting = [name], [name]
        while waiting:
            here = waiting.pop()
            for other, distance in space.after[here].items():
                back = space.after[other].get(here)
                if other not in seen and back is not None and abs(distance + back) < 1e-6:
                    seen.add(other)
                    group.append(other)
                    waiting.append(other)
        groups.append(sorted(group))
    return groups


def _median(wanted: list[tuple[float, float]]) -> float:
    """The weighted median of moves."""
    wanted.sort()
    half = sum(weight for _, weight in wanted) / 2
    for move, weight in wanted:
        half -= weight
        if half <= 0:
            return move
    return 0.0


def _settle(floor: Floor, pulls: list[Pull], places: list[float]) -> None:
    """Move each group in turn to where it is drawn, as far as its neighbours let it."""
    by_name: dict[int, list[Pull]] = {}
    for name, other, distance, weight in pulls:
        by_name.setdefault(name, []).append((name, other, distance, weight))
        by_name.setdefault(other, []).append((other, name, -distance, weight))
    groups: list[tuple[list[int], list[Pull], Around]] = []
    for group in _groups(floor):
        inside = set(group)
        drawn = [pull for name in group for pull in by_name.get(name, ()) if pull[1] not in inside]
        if drawn:
            groups.append((group, drawn, floor.space.around(group)))
    for sweep in range(_SWEEPS):
        moved = 0.0
        for group, drawn, around in groups if sweep % 2 else reversed(groups):
            low, high = room(around, places)
            wanted = [(places[other] - distance - places[name], weight) for name, other, distance, weight in drawn]
            move = min(high, max(low, _median(wanted)))
            for name in group:
                places[name] += move
            moved = max(moved, abs(move))
        if moved < 0.5:
            return


def _fit(scene: Scene, floor: Floor, places: list[float]) -> None:
    """Draw the walls of each box close, the innermost box first."""
    for box in reversed(list(scene.all_boxes())):
        for wall, left in zip(floor.walls[box.key], (True, False), strict=True):
            low, high = room(floor.space.around([wall]), places)
            places[wall] += high if left else low


def _places(scene: Scene, floor: Floor, sides: Sides) -> list[float] | None:
    """Where every variable goes; None where the constraints contradict each other."""
    space = floor.space
    west = min(space.start)
    leftmost = space.raised([west] * len(space.start))
    if leftmost is None:
        return None
    limit = max(west + (max(space.start) - west) * _GROWTH + _SPARE, *leftmost)
    for wish in _wishes(scene, floor, sides):
        leftmost = space.wish(wish, leftmost, limit) or leftmost
    rightmost = space.lowered([max(*leftmost, *space.start)] * len(leftmost))
    if rightmost is None:
        return None
    inside = [min(max(a, b), c) for a, b, c in zip(space.start, leftmost, rightmost, strict=True)]
    low, high = space.lowered(inside), space.raised(inside)
    if low is None or high is None:
        return None
    places = [(a + b) / 2 for a, b in zip(low, high, strict=True)]
    _settle(floor, _pulls(floor, sides), places)
    _fit(scene, floor, places)
    return places


def _moved(layout: Layout, floor: Floor, labels: list[Rect | None], places: list[float]) -> Layout:
    def place(term: tuple[int, float]) -> float:
        return places[term[0]] + term[1]

    def node(key: str, old: Rect) -> Rect:
        return Rect(places[floor.nodes[key]] - old.width / 2, old.y, old.width, old.height)

    def box(key: str, old: Rect) -> Rect:
        left, right = (places[name] for name in floor.walls[key])
        return Rect(left, old.y, right - left, old.height)

    routes: list[Route] = []
    for route, terms, label, spot in zip(layout.routes, floor.routes, floor.labels, labels, strict=True):
        points = tuple((place(term), y) for term, (_, y) in zip(terms, route.points, strict=True))
        rect = replace(spot, x=place(label) - spot.width / 2) if label and spot else route.label
        routes.append(Route(points, rect))
    return replace(
        layout,
        boxes={key: box(key, rect) for key, rect in layout.boxes.items()},
        nodes={key: node(key, rect) for key, rect in layout.nodes.items()},
        routes=tuple(routes),
    )


def straighten(
    scene: Scene,
    layout: Layout,
    titles: list[tuple[Box, Rect]],
    labels: list[Rect | None],
    *,
    turned: bool = False,
) -> Layout:
    """The layout with its arrows down the page put straight; as it was where legs slant or things are too many."""
    try:
        layout = step_aside(scene, layout)
        floor = measure(scene, layout, titles, labels, turned=turned)
    except NotStraightError:
        return layout
    if len(floor.things) > _LARGEST:
        return layout
    places = _places(scene, floor, ports(scene, layout, floor))
    return _moved(layout, floor, labels, places) if places else layout
