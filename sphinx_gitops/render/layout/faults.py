"""A scene and its layout in, everything that a reader would stumble on out: no layout may have any of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from sphinx_gitops.render.geometry.layout import Layout, Rect
from sphinx_gitops.render.layout.graph.sizes import caption_size
from sphinx_gitops.render.layout.graph.spacing import TITLE_INSET
from sphinx_gitops.render.layout.graph.tree import DOWN
from sphinx_gitops.scene import Box, Scene

_Leg = tuple[float, float, float, float]
"""A straight piece of an arrow: left, top, right, bottom."""
_RIM = 1.0
_NEAR = 4.0
"""Nearer than this, two arrows side by side look like one, in px."""


def faults(scene: Scene, layout: Layout) -> list[str]:
    """Each fault in words."""
    legs = [list(_legs(route.points)) for route in layout.routes]
    return [
        *_through(scene, layout, legs),
        *_written(scene, layout, legs),
        *_together(scene, legs),
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


def _hits(legs: list[_Leg], rect: Rect) -> bool:
    left, top, right, bottom = rect.x + _RIM, rect.y + _RIM, rect.right - _RIM, rect.bottom - _RIM
    return any(leg[0] < right and left < leg[2] and leg[1] < bottom and top < leg[3] for leg in legs)


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


def _through(scene: Scene, layout: Layout, legs: list[list[_Leg]]) -> Iterator[str]:
    """Arrows through components and groups that they do not belong to; stages lie across every way."""
    holders = _holders(scene)
    stages = {box.key for box in scene.boxes}
    things = [(key, rect) for key, rect in (*layout.nodes.items(), *layout.boxes.items()) if key not in stages]
    for edge, some in zip(scene.edges, legs, strict=True):
        own = holders[edge.source] | holders[edge.target]
        for key, rect in things:
            if key not in own and _hits(some, rect):
                yield f"{edge.source}>{edge.target} through {key}"


def _written(scene: Scene, layout: Layout, legs: list[list[_Leg]]) -> Iterator[str]:
    titles = title_rects(scene, layout)
    labels = {number: route.label for number, route in enumerate(layout.routes) if route.label}
    texts = [
        *((f"title {key}", -1, rect) for key, rect in titles.items()),
        *((f"label {scene.edges[number].label!r}", number, rect) for number, rect in labels.items()),
    ]
    for name, owner, rect in texts:
        for number, some in enumerate(legs):
            if number != owner and _hits(some, rect):
                yield f"{scene.edges[number].source}>{scene.edges[number].target} through {name}"
        if owner >= 0:
            for key, node in layout.nodes.items():
                if _overlap(rect, node):
                    yield f"{name} on {key}"
    for (name, _, rect), (other, _, second) in combinations(texts, 2):
        if _overlap(rect, second):
            yield f"{name} on {other}"


def _overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


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
