"""A scene and its layout in, everything that a reader would stumble on out: no layout may have any of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import NamedTuple, TypeAlias, TypeVar

from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.layout.graph.sizes import caption_size
from sphinx_gitops.render.layout.graph.spacing import TITLE_INSET
from sphinx_gitops.render.layout.graph.tree import DOWN
from sphinx_gitops.scene import Box, Scene

_Bounds: TypeAlias = "tuple[float, float, float, float]"
"""The left, upper, right and lower side of something."""
_Leg = _Bounds
"""A straight piece of an arrow."""
_RIM = 1.0
_NEAR = 4.0
"""Nearer than this, two arrows side by side look like one, in px."""
_Name = TypeVar("_Name")


def faults(scene: Scene, layout: Layout) -> list[str]:
    """Each fault in words."""
    arrows = [_arrow(route) for route in layout.routes]
    return [
        *_through(scene, layout, arrows),
        *_written(scene, layout, arrows),
        *_together(scene, [arrow.legs for arrow in arrows]),
        *_lanes(scene, layout),
    ]


def crossings(layout: Layout) -> int:
    """How often arrows cross."""
    legs = [list(_legs(route.points)) for route in layout.routes]
    return sum(_cross(a, b) for one, other in combinations(legs, 2) for a in one for b in other)


def title_rects(scene: Scene, layout: Layout) -> dict[str, Rect]:
    """The place of each box's title: at its top left."""
    found = {}
    for box in scene.all_boxes():
        wide, high = caption_size(box)
        frame = layout.boxes[box.key]
        found[box.key] = Rect(frame.x + TITLE_INSET, frame.y + TITLE_INSET - 4, wide, high)
    return found


def _legs(points: tuple[tuple[float, float], ...]) -> Iterator[_Leg]:
    for (x, y), (to_x, to_y) in pairwise(points):
        yield min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)


def _cross(a: _Leg, b: _Leg) -> bool:
    """Whether two legs cross, and not only touch."""
    if (a[0] == a[2]) == (b[0] == b[2]):
        return False
    up, flat = (a, b) if a[0] == a[2] else (b, a)
    return flat[0] < up[0] < flat[2] and up[1] < flat[1] < up[3]


class _Arrow(NamedTuple):
    """An arrow's pieces, and what all of them lie in."""

    legs: list[_Leg]
    bounds: _Bounds


def _arrow(route: Route) -> _Arrow:
    xs, ys = zip(*route.points, strict=True)
    return _Arrow(list(_legs(route.points)), (min(xs), min(ys), max(xs), max(ys)))


def _bounds(rect: Rect, rim: float = 0.0) -> _Bounds:
    """The sides of a rectangle without its rim."""
    return rect.x + rim, rect.y + rim, rect.right - rim, rect.bottom - rim


def _meet(a: _Bounds, b: _Bounds) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _hit(arrow: _Arrow, things: list[tuple[_Name, _Bounds]]) -> Iterator[_Name]:
    """The things that an arrow runs through; most lie outside of its bounds."""
    left, top, right, bottom = arrow.bounds
    for name, sides in things:
        x, y, end, foot = sides
        if left < end and x < right and top < foot and y < bottom and any(_meet(leg, sides) for leg in arrow.legs):
            yield name


def _holders(scene: Scene) -> dict[str, set[str]]:
    """The boxes around each thing, itself included."""
    found: dict[str, set[str]] = {node.key: {node.key} for node in scene.nodes}

    def walk(box: Box, around: set[str]) -> None:
        inside = {*around, box.key}
        found[box.key] = inside
        for node in box.nodes:
            found[node.key] = {*inside, node.key}
        for inner in box.boxes:
            walk(inner, inside)

    for box in scene.boxes:
        walk(box, set())
    return found


def _through(scene: Scene, layout: Layout, arrows: list[_Arrow]) -> Iterator[str]:
    """Arrows through components and groups that they do not belong to; stages lie across every way."""
    holders = _holders(scene)
    stages = {box.key for box in scene.boxes}
    rects = (*layout.nodes.items(), *layout.boxes.items())
    things = [(key, _bounds(rect, _RIM)) for key, rect in rects if key not in stages]
    for edge, arrow in zip(scene.edges, arrows, strict=True):
        for key in _hit(arrow, things):
            if key not in holders[edge.source] and key not in holders[edge.target]:
                yield f"{edge.source}>{edge.target} through {key}"


def _written(scene: Scene, layout: Layout, arrows: list[_Arrow]) -> Iterator[str]:
    """Arrows through titles and labels of others; labels on components, and texts on each other."""
    labels = [(number, route.label) for number, route in enumerate(layout.routes) if route.label]
    texts = [
        *((f"title {key}", -1, rect) for key, rect in title_rects(scene, layout).items()),
        *((f"label {scene.edges[number].label!r}", number, rect) for number, rect in labels),
    ]
    things = [((name, owner), _bounds(rect, _RIM)) for name, owner, rect in texts]
    for number, (edge, arrow) in enumerate(zip(scene.edges, arrows, strict=True)):
        for name, owner in _hit(arrow, things):
            if owner != number:
                yield f"{edge.source}>{edge.target} through {name}"
    nodes = [(key, _bounds(rect)) for key, rect in layout.nodes.items()] if labels else []
    wholes = [(name, owner, _bounds(rect)) for name, owner, rect in texts]
    for name, owner, sides in wholes:
        for key, node in nodes if owner >= 0 else ():
            if _meet(sides, node):
                yield f"{name} on {key}"
    for (name, _, sides), (other, _, second) in combinations(wholes, 2):
        if _meet(sides, second):
            yield f"{name} on {other}"


def _together(scene: Scene, legs: list[list[_Leg]]) -> Iterator[str]:
    """Arrows on one line that share no end."""
    for vertical in (True, False):
        flat: list[tuple[float, float, float, int]] = []
        for number, some in enumerate(legs):
            for left, top, right, bottom in some:
                if (left == right) is vertical and (top != bottom or left != right):
                    flat.append((left, top, bottom, number) if vertical else (top, left, right, number))
        flat.sort()
        for place, one in enumerate(flat):
            for other in flat[place + 1 :]:
                if other[0] - one[0] >= _NEAR:
                    break
                if min(one[2], other[2]) - max(one[1], other[1]) <= _NEAR or one[3] == other[3]:
                    continue
                a, b = scene.edges[one[3]], scene.edges[other[3]]
                if not {a.source, a.target} & {b.source, b.target}:
                    yield f"{a.source}>{a.target} on {b.source}>{b.target}"


def _lanes(scene: Scene, layout: Layout) -> Iterator[str]:
    """Stages that do not stand as bands of one size in the order written."""
    bands = [layout.boxes[box.key] for box in scene.boxes]
    down = (scene.direction in DOWN) or layout.turned
    for (box, one), other in zip(zip(scene.boxes, bands, strict=True), bands[1:], strict=False):
        same = (one.x, one.width) == (other.x, other.width) if down else (one.y, one.height) == (other.y, other.height)
        away = other.y - one.bottom if down else other.x - one.right
        if scene.direction.value in {"BT", "RL"}:
            away = one.y - other.bottom if down else one.x - other.right
        if not same or away < 0:
            yield f"{box.key} is no band beside the next"
