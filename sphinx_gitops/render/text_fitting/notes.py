"""Which nodes of a scene are the notes of others: a layout gives them a place as it does to every node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sphinx_gitops.model import FlowKind
from sphinx_gitops.scene import Border, Box, Edge, Node, Scene, Shape

_PREFIX = "id__note_"
"""No key of a component begins so: after two underscores the key of an id has a code in hexadecimal digits."""


def is_note(key: str) -> bool:
    """Whether a key is that of a note."""
    return key.startswith(_PREFIX)


def _note(node: Node) -> Node:
    return Node(
        key=_PREFIX + node.key,
        id=node.id,
        title=" ".join(node.note.split()),
        kind="",
        shape=Shape.RECTANGLE,
        colour="neutral",
        mark=None,
        border=Border.NORMAL,
        leads=False,
    )


def _beside(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if node.note:
            yield _note(node)


def _annotated(box: Box) -> Box:
    return replace(box, nodes=tuple(_beside(box.nodes)), boxes=tuple(map(_annotated, box.boxes)))


def annotated(scene: Scene) -> Scene:
    """The scene with a node for each component's note, tied to it; a stage or a group has its note beside its title."""
    noted = [node for node in scene.all_nodes() if node.note]
    if not noted:
        return scene
    ties = [Edge(source=n.key, target=_PREFIX + n.key, kind=FlowKind.AUTOMATION, label="") for n in noted]
    return replace(
        scene,
        boxes=tuple(map(_annotated, scene.boxes)),
        nodes=tuple(_beside(scene.nodes)),
        edges=(*scene.edges, *ties),
    )
