"""Which arrows an engine is to see turned round, so that the main line of flow leads down the page.

Layered layouts break circles by turning some arrows; engines choose them without knowing what they mean. We turn those
that lead back, to a stage or component written earlier, and feedback and rollback before others.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import count

from sphinx_gitops.model import FlowKind
from sphinx_gitops.palette import STAGE
from sphinx_gitops.render.geometry.layout import Layout
from sphinx_gitops.scene import Border, Box, Edge, Node, Scene, Shape

_BACK = frozenset({FlowKind.FEEDBACK, FlowKind.ROLLBACK})


def _reaches(start: str, goal: str, onwards: dict[str, set[str]]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        for following in onwards[here]:
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return False


def _order(scene: Scene) -> dict[str, int]:
    """Each key with its place in the order of writing."""
    keys: list[str] = [node.key for node in scene.nodes]

    def note(box: Box) -> None:
        keys.append(box.key)
        keys.extend(node.key for node in box.nodes)
        for inner in box.boxes:
            note(inner)

    for box in scene.boxes:
        note(box)
    return {key: number for number, key in enumerate(keys)}


def turned(scene: Scene) -> frozenset[int]:
    """The numbers of the edges that would close a circle: of those that lead on, which come first, none does."""
    order = _order(scene)
    onwards: dict[str, set[str]] = defaultdict(set)
    found: set[int] = set()

    def worth(number: int) -> tuple[bool, bool, int]:
        edge = scene.edges[number]
        return order[edge.source] > order[edge.target], edge.kind in _BACK, number

    for number in sorted(range(len(scene.edges)), key=worth):
        edge = scene.edges[number]
        source, target = edge.source, edge.target
        if order[source] > order[target] and _reaches(target, source, onwards):
            found.add(number)
            source, target = target, source
        onwards[source].add(target)
    return frozenset(found)


def _turn(edge: Edge) -> Edge:
    return replace(edge, source=edge.target, target=edge.source)


def _filled(box: Box, taken: set[str]) -> Box:
    """A box that holds nothing with a node in the place of what may come, for ELK gives an empty box no size."""
    if box.nodes or box.boxes:
        return replace(box, boxes=tuple(_filled(inner, taken) for inner in box.boxes))
    key = next(name for number in count() if (name := f"hollow{number}") not in taken)
    taken.add(key)
    node = Node(
        key=key, id=key, title=box.title, kind="", shape=Shape.RECTANGLE, colour=STAGE, mark=None, border=Border.NORMAL
    )
    return replace(box, nodes=(node,))


def upright(scene: Scene) -> Scene:
    """The scene as engines are given it: without circles, and without boxes that hold nothing."""
    back = turned(scene)
    edges = tuple(_turn(edge) if number in back else edge for number, edge in enumerate(scene.edges))
    taken = {box.key for box in scene.all_boxes()} | {node.key for node in scene.all_nodes()}
    boxes = tuple(_filled(box, taken) for box in scene.boxes)
    return replace(scene, edges=edges, boxes=boxes)


def restore(scene: Scene, layout: Layout) -> Layout:
    """The layout of ``upright(scene)`` as one of *scene*."""
    back = turned(scene)
    routes = tuple(
        replace(route, points=route.points[::-1]) if number in back else route
        for number, route in enumerate(layout.routes)
    )
    nodes = {node.key: layout.nodes[node.key] for node in scene.all_nodes()}
    return replace(layout, routes=routes, nodes=nodes)
