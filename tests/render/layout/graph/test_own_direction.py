"""A box's own direction is kept, or the layout says that it is not."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sphinx_gitops.model import Direction
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.geometry.layout import Layout, Rect
from sphinx_gitops.render.layout import Budget, lay_out
from sphinx_gitops.render.layout.faults import faults
from sphinx_gitops.render.layout.graph.tree import build
from sphinx_gitops.scene import Box, Scene
from sphinx_gitops.view import scene as make_scene
from sphinx_gitops.vocabulary import DEFAULT
from support.staged_scenes import staged_scene

BOXES = {
    "a chain": "{components: {A: One, B: Two, C: Three}}",
    "a chain of a group": "{groups: {g: {direction: WAY, components: {A: One, B: Two, C: Three}}}}",
    "branches": "{components: {A: One, B: Two, C: Three, D: Four, E: Five}}",
    "groups": "{groups: {g: {components: {A: One}}, h: {components: {B: Two}}, i: {components: {C: Three}}}}",
    "components beside groups": "{components: {A: One, B: Two}, groups: {g: {components: {C: Three, D: Four}}}}",
    "no flows": "{components: {X: One, Y: Two, Z: Three}}",
}
FLOWS = "[A --> B --> C, A --> D, D --> E, E --> R, R -.-> A]"


def shown(text: str) -> Scene:
    reading = read_text(text, locate=lambda line, _: Span("w.yaml", line + 1), default="w")
    assert reading.workflow is not None
    return make_scene(reading.workflow, DEFAULT)


def workflow(box: str, own: Direction, whole: Direction) -> Scene:
    """A stage with a direction of its own, and one after it; flows to what the stage has not are left out."""
    body = BOXES[box].replace("WAY", own.value).removesuffix("}") + f", direction: {own.value}}}"
    there = [flow for flow in FLOWS.strip("[]").split(", ") if all(f"{name}:" in f"{body} R:" for name in ends(flow))]
    stages = f"{{s: {body}, t: {{components: {{R: Registry}}}}}}"
    return shown(f"direction: {whole.value}\nstages: {stages}\nflows: [{', '.join(there)}]\n")


def ends(flow: str) -> list[str]:
    return flow.replace("-.->", "-->").split(" --> ")


def follows(one: Rect, other: Rect, direction: Direction) -> bool:
    return {
        Direction.TB: one.bottom <= other.y,
        Direction.BT: other.bottom <= one.y,
        Direction.LR: one.right <= other.x,
        Direction.RL: other.right <= one.x,
    }[direction]


def against(scene: Scene, layout: Layout, box: Box) -> list[tuple[str, str]]:
    """The flows of a box, and its neighbouring groups, that do not follow its direction; circles are closed backwards."""
    assert box.direction
    own = {node.key for node in box.nodes}
    turned = build(scene, down=True).turned
    pairs = [
        (edge.target, edge.source) if back else (edge.source, edge.target)
        for edge, back in zip(scene.edges, turned, strict=True)
        if {edge.source, edge.target} <= own and edge.source != edge.target
    ]
    groups = list(pairwise(inner.key for inner in box.boxes))
    rects = {**layout.nodes, **layout.boxes}
    return [(a, b) for a, b in (*pairs, *groups) if not follows(rects[a], rects[b], box.direction)]


@pytest.mark.parametrize("whole", list(Direction))
@pytest.mark.parametrize("own", list(Direction))
@pytest.mark.parametrize("box", BOXES)
def test_a_box_keeps_its_own_direction(box: str, own: Direction, whole: Direction) -> None:
    scene = workflow(box, own, whole)
    layout = lay_out(scene, Budget())
    assert faults(scene, layout) == []
    assert layout.unkept == ()
    assert [against(scene, layout, found) for found in scene.all_boxes() if found.direction] in ([[]], [[], []])


@pytest.mark.parametrize(("own", "sign"), [("TB", 1), ("BT", -1)])
def test_components_without_flows_follow_one_another_as_written(own: str, sign: int) -> None:
    scene = shown(f"stages: {{s: {{direction: {own}, components: {{A: Aa, B: Bb, C: Cc, D: Dd}}}}}}\n")
    places = [sign * rect.y for rect in lay_out(scene, Budget()).nodes.values()]
    assert places == sorted(set(places))


@pytest.mark.parametrize("own", ["LR", "RL"])
@pytest.mark.parametrize(
    "inside",
    [
        "components: {A: TITLE, B: TITLE, C: TITLE, D: TITLE, E: TITLE, F: TITLE}",
        "groups: {g: {components: {A: TITLE, B: TITLE}}, h: {components: {C: TITLE, D: TITLE}}, i: {components: {E: TITLE}}}",
    ],
)
def test_what_does_not_fit_in_its_direction_is_told(own: str, inside: str) -> None:
    text = inside.replace("TITLE", "A rather long title")
    scene = shown(f"direction: TB\nstages: {{s: {{direction: {own}, {text}}}}}\nflows: [A --> B --> C --> D --> E]\n")
    layout = lay_out(scene, Budget(width=480))
    assert faults(scene, layout) == []
    assert layout.unkept == ("s",)
    assert lay_out(scene, Budget(width=2400)).unkept == ()


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_no_direction_of_a_random_workflow_is_dropped_in_silence(first: int) -> None:
    for seed in range(first, first + 20):
        scene = staged_scene(seed, 5 + seed * 7 % 40)
        layout = lay_out(scene, Budget())
        boxes = [box for box in scene.all_boxes() if box.direction]
        assert not [box.key for box in boxes if against(scene, layout, box) and box.key not in layout.unkept], seed
