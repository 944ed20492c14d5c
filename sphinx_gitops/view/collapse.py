"""A scene in, one whose deeper boxes are single nodes out, with their arrows in bundles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sphinx_gitops.phrases.translator import Translator, english
from sphinx_gitops.phrases.words import COMPONENT_COUNT, FLOW_COUNT, FOCUS, PLACE, STATE_WORDS
from sphinx_gitops.scene import FINDING, Box, Edge, Node, Scene
from sphinx_gitops.styles import FLOW_STYLES, Border, Shape

LEVELS = {"stages": 0, "groups": 1}
"""The levels of boxes that are still drawn when each stage, or each group, is one node."""
ALL_LEVELS = 1_000
"""More levels of boxes than a workflow has."""


def _size(box: Box) -> int:
    return sum(len(inner.nodes) for inner in box.walk())


def _fold(box: Box, stage: Box, say: Translator) -> Node:
    """The one node that is drawn for a box and everything in it."""
    size = _size(box)
    count = say.count(COMPONENT_COUNT, size) if size else ""
    states = {node.state for inner in box.walk() for node in inner.nodes if node.state}
    state = min(states, key=lambda one: one.rank, default=None)
    word = say(STATE_WORDS[state.value]) if state else ""
    focus = any(inner.focus or any(node.focus for node in inner.nodes) for inner in box.walk())
    rules = tuple(dict.fromkeys(code for inner in box.walk() for node in inner.nodes for code in node.rules))
    return Node(
        key=box.key,
        id=box.id,
        title=box.title,
        kind="",
        shape=Shape.FOLDED,
        colour=box.colour,
        mark=box.mark,
        border=Border.NORMAL,
        facts=tuple(fact for fact in (count, say(FOCUS) if focus else "", word, *rules) if fact),
        place="" if box is stage else say(PLACE).replace("{stage}", stage.title),
        description=box.description,
        under=" ".join(filter(None, (count, FINDING if rules else ""))),
        rules=rules,
        subtitle=box.subtitle,
        note=box.note,
        focus=focus,
        state=state,
        state_word=word,
    )


def _keys(box: Box) -> Iterator[str]:
    for inner in box.walk():
        yield inner.key
        yield from (node.key for node in inner.nodes)


def _shallow(box: Box, stage: Box, depth: int, homes: dict[str, str], say: Translator) -> Box:
    """The box whose inner boxes at level *depth* are nodes; *homes* gets the box into which each key is collapsed."""
    if box.level + 1 < depth:
        return replace(box, boxes=tuple(_shallow(inner, stage, depth, homes, say) for inner in box.boxes))
    for inner in box.boxes:
        homes.update(dict.fromkeys(_keys(inner), inner.key))
    return replace(box, boxes=(), nodes=(*box.nodes, *(_fold(inner, stage, say) for inner in box.boxes)))


def _joint(edges: list[Edge], say: Translator) -> Edge:
    """One edge for several: the kind that weighs most, their common label or their number."""
    labels = {edge.label for edge in edges}
    label = labels.pop() if len(labels) == 1 else ""
    if len(edges) > 1 and not label:
        label = say.count(FLOW_COUNT, len(edges))
    heaviest = max((edge.kind for edge in edges), key=lambda kind: FLOW_STYLES[kind].weight)
    if len({(edge.url, edge.doc, edge.number) for edge in edges}) == 1:
        return replace(edges[0], kind=heaviest, label=label)
    return replace(edges[0], kind=heaviest, label=label, url="", doc="", number=0)


def _bundled(edges: tuple[Edge, ...], homes: dict[str, str], say: Translator) -> Iterator[Edge]:
    """The edges between what is left: those at a folded node in bundles, those inside one gone."""
    bundles: dict[tuple[str, str] | int, list[Edge]] = {}
    for number, edge in enumerate(edges):
        source, target = homes.get(edge.source), homes.get(edge.target)
        if source is None and target is None:
            bundles[number] = [edge]
            continue
        ends = (source or edge.source, target or edge.target)
        if ends[0] != ends[1]:
            bundles.setdefault(ends, []).append(replace(edge, source=ends[0], target=ends[1]))
    return (_joint(bundle, say) for bundle in bundles.values())


def collapse(scene: Scene, depth: int | None, *, say: Translator = english) -> Scene:
    """The scene with *depth* levels of boxes drawn, everything deeper as one node a box; None draws all."""
    if depth is None or all(box.level < depth for box in scene.all_boxes()):
        return scene
    homes: dict[str, str] = {}
    if depth > 0:
        boxes = tuple(_shallow(box, box, depth, homes, say) for box in scene.boxes)
        nodes = scene.nodes
    else:
        for box in scene.boxes:
            homes.update(dict.fromkeys(_keys(box), box.key))
        boxes, nodes = (), (*(_fold(box, box, say) for box in scene.boxes), *scene.nodes)
    shown = replace(scene, boxes=boxes, nodes=nodes, edges=tuple(_bundled(scene.edges, homes, say)))
    drawn = sum(node.shape is not Shape.FOLDED for node in shown.all_nodes())
    return replace(shown, hidden=scene.hidden + sum(1 for _ in scene.all_nodes()) - drawn)
