"""The main line of a workflow, and arrows beside it that leave by a node's side to let it run straight."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from sphinx_gitops.render.geometry.layout import Layout, Route
from sphinx_gitops.scene import Scene

Point = tuple[float, float]
_SIDES = 2
"""How many arrows may leave one side of a node."""
_STRAIGHT = 0.5


def inner(scene: Scene) -> dict[str, str]:
    """Each node with the box that it stands in; the empty string for none."""
    boxed = {node.key: box.key for box in scene.all_boxes() for node in box.nodes}
    return boxed | {node.key: "" for node in scene.nodes}


def spine(scene: Scene) -> list[int]:
    """The arrows of the main line: from each node at most one leads on, and to each at most one, in one box first."""
    places = inner(scene)
    leaving: set[str] = set()
    reached: set[str] = set()
    found: list[int] = []

    def apart(number: int) -> tuple[bool, int]:
        edge = scene.edges[number]
        return places.get(edge.source, "<") != places.get(edge.target, ">"), number

    for number in sorted(range(len(scene.edges)), key=apart):
        edge = scene.edges[number]
        ends = {edge.source, edge.target}
        if edge.source in leaving or edge.target in reached or len(ends) < 2 or not ends <= places.keys():
            continue
        leaving.add(edge.source)
        reached.add(edge.target)
        found.append(number)
    return found


End = tuple[float, int, bool, bool]
"""Where an arrow stands at a node: its place, its number, whether it starts there, and whether it runs past."""


def _ends(scene: Scene, layout: Layout, key: str, other: str) -> list[End]:
    """The arrows at that side of the node *key* which faces *other*, from left to right."""
    node, beyond = layout.nodes[key], layout.nodes[other]
    below, middle = beyond.y >= node.bottom, node.y + node.height / 2
    found: list[End] = []
    for number, edge in enumerate(scene.edges):
        if edge.source == edge.target or key not in (edge.source, edge.target):
            continue
        first = edge.source == key
        points = layout.routes[number].points if first else layout.routes[number].points[::-1]
        (x, y), corner = points[0], points[1]
        if (y > middle) is not below:
            continue
        past = corner[1] > beyond.y if below else corner[1] < beyond.bottom
        upright = abs(x - corner[0]) < _STRAIGHT and node.x < x < node.right
        found.append((x, number, first, past and upright))
    return sorted(found)


def _aside(ends: list[End], main: int, *, left: bool) -> list[End]:
    """The arrows that may step aside, the outermost first: those that run past, with none beyond them that stays."""
    beside = takewhile(lambda end: end[1] != main and end[3], ends if left else reversed(ends))
    return list(beside)


def _turn(route: Route, side: float, level: float, *, first: bool) -> Route:
    """The route with its end moved to a node's side, at a height."""
    if first:
        points: tuple[Point, ...] = ((side, level), (route.points[0][0], level), *route.points[1:])
    else:
        points = (*route.points[:-1], (route.points[-1][0], level), (side, level))
    return replace(route, points=points)


def step_aside(scene: Scene, layout: Layout) -> Layout:
    """The layout with arrows that run beside the main line leaving and reaching their nodes from the side."""
    routes = list(layout.routes)
    places = inner(scene)
    taken: set[tuple[str, bool]] = set()
    for number in spine(scene):
        edge = scene.edges[number]
        if places[edge.source] != places[edge.target]:
            continue
        for key, other in ((edge.source, edge.target), (edge.target, edge.source)):
            node = layout.nodes[key]
            below = layout.nodes[other].y >= node.bottom
            ends = _ends(scene, layout, key, other)
            for left in (True, False):
                found = _aside(ends, number, left=left)
                if not found or len(found) > _SIDES or (key, left) in taken:
                    continue
                taken.add((key, left))
                for place, (_, rival, first, _) in enumerate(found if below else found[::-1], 1):
                    level = node.y + node.height * place / (len(found) + 1)
                    routes[rival] = _turn(routes[rival], node.x if left else node.right, level, first=first)
    return replace(layout, routes=tuple(routes))
