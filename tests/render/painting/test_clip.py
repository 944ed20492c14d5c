"""Both ends of an arrow stand on the outline of what it leads to or comes from: a component, a stage or a group."""

from __future__ import annotations

import json
import math
import random

import pytest

from sphinx_gitops.model import Direction, FlowKind
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.painting.clip import land, touch
from sphinx_gitops.render.painting.outline_corners import boundary
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.layouts import laid

TITLES = ["P", "Gate", "Prod", "Run it all", "Build stage", "A component with a very long title"]


def test_a_leg_that_passes_an_outline_by_a_hair_does_not_end_there():
    beside = [(5.0, 0.00005), (5.0, 5.0), (8.0, 5.0), (8.0, 0.00005)]
    assert touch((0.0, 0.0), (10.0, 0.0), beside) == (10.0, 0.0)
    assert touch((0.0, 0.0), (10.0, 0.0), [(x, y - 0.0001) for x, y in beside]) == pytest.approx((5.0, 0.0))


def shown(text: str, **keys: object):
    reading = read_text(text, locate=lambda row, column: Span("t", row + 1, column + 1), default="t")
    assert not [problem for problem in reading.problems if problem.severity.value == "error"]
    return scene(reading.workflow, DEFAULT, **keys)


def small(seed: int, direction: Direction):
    """A workflow of a few stages and groups, full or empty, with flows from and to any of them."""
    chance = random.Random(seed)  # noqa: S311 - a workload, not a secret
    around: dict[str, tuple[str, ...]] = {}

    def box(outer: tuple[str, ...]) -> dict[str, object]:
        name = f"s{len(around)}"
        around[name] = outer
        inside = (*outer, name)
        components = [f"C{len(around) + number}" for number in range(chance.choice([0, 1, 1, 2, 3]))]
        around.update(dict.fromkeys(components, inside))
        groups: dict[str, object] = {}
        while len(inside) < 3 and chance.random() < 0.3:
            groups |= box(inside)
        content = {"components": {key: chance.choice(TITLES) for key in components}, "groups": groups}
        return {name: {"title": chance.choice(TITLES)} | {key: value for key, value in content.items() if value}}

    stages: dict[str, object] = {}
    for _ in range(chance.randint(2, 4)):
        stages |= box(())
    flows = []
    while len(flows) < 4:
        ends = [chance.choice([name for name in around if name.startswith("s")]), chance.choice(list(around))]
        if ends[0] != ends[1] and ends[0] not in around[ends[1]] and ends[1] not in around[ends[0]]:
            chance.shuffle(ends)
            flows.append({"from": ends[0], "to": ends[1], "kind": chance.choice(list(FlowKind)).value})
    return shown(json.dumps({"stages": stages, "flows": flows}), direction=direction)


def off(rect: Rect, x: float, y: float) -> float:
    """How far a point is from the outline of a rectangle."""
    beside, above = max(rect.x - x, x - rect.right), max(rect.y - y, y - rect.bottom)
    return math.hypot(max(beside, 0), max(above, 0)) if max(beside, above) > 0 else -max(beside, above)


def astray(picture, layout: Layout) -> list[str]:
    """The ends that stand on no outline, as the layout is drawn."""
    rects = layout.boxes | layout.nodes
    return [
        f"{edge.source}>{edge.target} at {key}"
        for edge, route in zip(picture.edges, land(picture, layout).routes, strict=True)
        for key, point in ((edge.source, route.points[0]), (edge.target, route.points[-1]))
        if off(rects[key], *point) > 0.5
    ]


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("flow", ["C --> prod", "prod --> C", "build --> prod", "prod ==> build"])
@pytest.mark.parametrize("prod", ["title: Prod", "title: Prod, components: {P: P}"])
def test_an_arrow_ends_at_a_stage(prod, flow, direction):
    text = f"stages: {{build: {{title: Build, components: {{C: Compile}}}}, prod: {{{prod}}}}}\nflows: [{flow}]\n"
    picture = shown(text, direction=direction)
    assert astray(picture, laid(picture)) == []


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_written_every_end_stands_on_an_outline(seed, direction):
    picture = small(seed, direction)
    assert astray(picture, laid(picture)) == []


def test_a_way_with_many_corners_that_leads_into_a_box_ends_at_its_outline():
    picture = shown("stages: {a: {components: {A: A}}, b: {components: {B: B}}}\nflows: [a --> b]\n")
    boxes = {"a": Rect(0, 0, 100, 100), "b": Rect(0, 200, 100, 100)}
    nodes = {"A": Rect(20, 20, 60, 40), "B": Rect(20, 230, 60, 40)}
    way = Route(((50, 60), (50, 90), (40, 120), (40, 150), (40, 220), (50, 230)))
    landed = land(picture, Layout(boxes, nodes, (way,))).routes[0].points
    assert landed == tuple(map(pytest.approx, [(140 / 3, 100), (40, 120), (40, 150), (40, 200)]))


def test_the_label_of_a_shorter_way_stands_between_its_ends():
    picture = shown("stages: {a: {components: {A: A}}, b: {components: {B: B}}}\nflows: [{from: A, to: b, label: L}]\n")
    boxes = {"a": Rect(0, 0, 100, 100), "b": Rect(0, 200, 100, 100)}
    nodes = {"A": Rect(20, 20, 60, 40), "B": Rect(20, 230, 60, 40)}
    way = Route(((50, 60), (50, 150), (50, 230)), Rect(45, 140, 10, 10))
    assert land(picture, Layout(boxes, nodes, (way,))).routes[0].label == Rect(45, 125, 10, 10)


def to_outline(outline: list[tuple[float, float]], x: float, y: float) -> float:
    """How far a point is from an outline of any shape."""

    def to_side(a: tuple[float, float], b: tuple[float, float]) -> float:
        dx, dy = b[0] - a[0], b[1] - a[1]
        share = ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy or 1)
        share = min(max(share, 0), 1)
        return math.hypot(x - a[0] - share * dx, y - a[1] - share * dy)

    return min(to_side(outline[number - 1], after) for number, after in enumerate(outline))


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(
    "kind",
    ["monitoring", "logging", "promotion", "rollback", "manifests", "registry", "cluster", "environment", "approval"],
)
def test_at_tall_outlines_of_every_shape(kind, direction):
    title = (
        "A title that is so long that it is broken into several lines of text in the picture and then some more words"
    )
    small = ", ".join(f"{name}: {name}" for name in "abcdefgh")
    text = f"stages: {{s: {{components: {{{small}, T: {{title: {title}, kind: {kind}}}}}}}}}\nflows: [a & b & c & d --> T --> e & f & g & h]\n"
    picture = shown(text, direction=direction)
    layout = land(picture, laid(picture))
    outlines = {node.key: boundary(node.shape, layout.nodes[node.key]) for node in picture.all_nodes()}
    for edge, route in zip(picture.edges, layout.routes, strict=True):
        assert to_outline(outlines[edge.source], *route.points[0]) < 0.5
        assert to_outline(outlines[edge.target], *route.points[-1]) < 0.5


def test_an_arrow_shorter_than_can_be_seen_ends_where_it_ends():
    outline = [(0, 0), (10, 0), (10, 10), (0, 10)]
    assert touch((5, 5), (5, 5.1), outline) == (5, 5.1)
    assert touch((5, -20), (5, 5), outline) == (5, 0)
