"""What is done to a layout before it is drawn."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from sphinx_gitops.emit import to_graph
from sphinx_gitops.model import Direction
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render import arrange, choose, given, layout_config
from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.hug import hug
from sphinx_gitops.render.score import score
from sphinx_gitops.render.space import Space
from sphinx_gitops.render.text_fitting.node_text import node_text
from sphinx_gitops.render.tidy import tidy
from sphinx_gitops.render.upright import turned, upright
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

ENGINE = choose("auto")


def shown(flows: str, components: str = "A: A, B: B, C: C", **keys: object):
    text = f"stages: {{s: {{title: Stage, components: {{{components}}}}}}}\nflows: {flows}\n"
    reading = read_text(text, locate=lambda row, column: Span("t", row + 1, column + 1), default="t")
    assert not reading.problems
    return scene(reading.workflow, DEFAULT, **keys)


def laid(picture):
    return arrange(picture, given(picture, to_graph), engine=ENGINE, config=layout_config(picture), timeout=20)


def middle(rect: Rect) -> float:
    return rect.x + rect.width / 2


@pytest.mark.parametrize(
    ("flows", "back"),
    [
        ("[A --> B --> C]", set()),
        ("[A --> B --> A]", {1}),
        ("[B --> A --> B]", {0}),
        ("[A -.-> B, B --> A]", {1}),
        ("[C --> A, A --> B, B --> C]", {0}),
        ("[C --> B, {from: B, to: C, kind: feedback}]", {0}),
        ("[A --> A]", set()),
    ],
)
def test_arrows_that_lead_back_are_turned_for_the_engine(flows, back):
    assert turned(shown(flows)) == back


def test_arrows_of_one_pair_are_followed_once():
    picture = shown("[" + "A --> B, " * 5 + "B --> A, " * 20_000 + "]")
    start = time.process_time()
    assert len(turned(picture)) == 20_000
    assert time.process_time() - start < 1


def test_the_picture_has_every_arrow_the_way_it_was_written():
    picture = shown("[A --> B --> C --> A]")
    layout = laid(picture)
    assert upright(picture) != picture
    for edge, route in zip(picture.edges, layout.routes, strict=True):
        start, end = layout.nodes[edge.source], layout.nodes[edge.target]
        assert start.x <= route.points[0][0] <= start.right
        assert start.y - 1 <= route.points[0][1] <= start.bottom + 1
        assert end.x <= route.points[-1][0] <= end.right
        assert end.y - 1 <= route.points[-1][1] <= end.bottom + 1


def test_a_chain_stands_upright_with_arrows_past_it_beside_it():
    picture = shown("[A --> B --> C --> D, A --> D, B --> D]", "A: A rather long title, B: B, C: Another one, D: D")
    layout = laid(picture)
    assert len({round(middle(layout.nodes[key])) for key in "ABCD"}) == 1
    assert [len(route.points) for route in layout.routes[:3]] == [2, 2, 2]


def test_a_jog_is_put_straight_and_a_title_gets_a_stretch_of_its_own():
    picture = shown("[A --> B]", "A: A, B: B", direction=Direction.TB)
    box = Rect(0, 30, 120, 120)
    nodes = {"A": Rect(0, 0, 120, 20), "B": Rect(10, 110, 100, 30)}
    route = Route(((30, 20), (30, 60), (26, 60), (26, 110)))
    layout = tidy(picture, Layout({"s": box}, nodes, (route,), curved=False))
    assert len(layout.routes[0].points) == 2
    assert not score(picture, layout).through_titles


def test_blanks_are_narrowed_and_nothing_changes_its_size():
    picture = shown("[A --> B]", "A: A, B: B", direction=Direction.TB)
    nodes = {"A": Rect(20, 40, 60, 30), "B": Rect(20, 400, 60, 30)}
    route = Route(((50, 70), (50, 400)))
    layout = tidy(picture, Layout({"s": Rect(0, 0, 200, 500)}, nodes, (route,), curved=False))
    assert layout.nodes["B"].y - layout.nodes["A"].bottom < 40
    assert (layout.nodes["B"].width, layout.nodes["B"].height) == (60, 30)
    assert layout.boxes["s"].width < 120


def test_curves_and_slanting_ways_stay():
    picture = shown("[A --> B]", "A: A, B: B", direction=Direction.TB)
    nodes = {"A": Rect(20, 40, 60, 30), "B": Rect(120, 140, 60, 30)}
    slant = Layout({"s": Rect(0, 0, 200, 200)}, nodes, (Route(((50, 70), (150, 140))),), curved=False)
    assert tidy(picture, slant).nodes["B"].x - tidy(picture, slant).nodes["A"].x > 60
    curved = Layout(slant.boxes, nodes, slant.routes, curved=True)
    assert tidy(picture, curved) == curved


def test_a_wish_that_does_not_fit_leaves_nothing_behind():
    space = Space()
    left, right = space.add(0), space.add(50)
    space.least(left, right, 20)
    leftmost = space.raised([0, 0])
    assert leftmost == [0, 20]
    assert space.wish([(left, right, 10)], leftmost, 1000) is None
    assert space.raised([0, 0]) == [0, 20]
    assert space.wish([(left, right, 30)], leftmost, 1000) == [0, 30]
    assert space.lowered([100, 100]) == [70, 100]


@pytest.mark.parametrize(
    ("route", "label", "what"),
    [
        (Route(((10, 20), (10, 70), (100, 70), (100, 120))), "", "through_nodes"),
        (Route(((10, 20), (10, 120))), "", "through_titles"),
        (Route(((10, 20), (10, 120)), Rect(30, 60, 20, 10)), "label", "covered"),
    ],
)
def test_a_fault_is_found(route, label, what):
    flow = f'[{{from: A, to: C, label: "{label}"}}]' if label else "[A --> C]"
    picture = shown(flow)
    nodes = {"A": Rect(0, 0, 20, 20), "B": Rect(30, 60, 40, 20), "C": Rect(0, 120, 120, 20)}
    wide = Rect(-5, 30, 40, 80) if what == "through_titles" else Rect(-90, -30, 300, 200)
    found = score(picture, Layout({"s": wide}, nodes, (route,), curved=False))
    assert getattr(found, what)


def test_a_layout_is_the_same_every_time():
    picture = shown("[A --> B --> C, A --> C, C -.->|back| A]")
    assert len({laid(picture).to_json() for _ in range(5)}) == 1


@pytest.mark.parametrize("way", [Direction.TB, Direction.LR])
@pytest.mark.parametrize(("kind", "blank"), [("registry", 20), ("secret-manager", 32), ("environment-config", 20)])
def test_text_keeps_off_its_outline(way, kind, blank):
    picture = shown("[A --> B --> C]", f"A: A, B: {{title: Container Store, kind: {kind}}}, C: C", direction=way)
    layout = laid(picture)
    node = next(node for node in picture.all_nodes() if node.key == "B")
    assert layout.nodes["B"].width >= node_text(node, layout.wrap).width + blank - 0.01
    assert not score(picture, layout).faults


def test_a_box_is_as_narrow_as_what_it_holds():
    picture = shown("[A --> B]", "A: A, B: B", direction=Direction.TB)
    nodes = {"A": Rect(20, 40, 60, 30), "B": Rect(20, 100, 60, 30)}
    layout = Layout({"s": Rect(0, 0, 400, 150)}, nodes, (Route(((50, 70), (50, 100))),), curved=False)
    assert hug(picture, layout, []).boxes["s"] == Rect(0, 0, 96, 150)
    assert hug(picture, layout, [Rect(10, 6, 200, 15)]).boxes["s"].right == 220
    past = Route(((50, 70), (250, 70), (250, 100)))
    assert hug(picture, replace(layout, routes=(past,)), []).boxes["s"].right == 260


def test_a_box_stays_as_wide_as_the_arrows_that_end_at_it():
    text = "stages: {a: {title: A, components: {A: A}}, b: {title: B}}\nflows: [A --> b, b --> A]\n"
    picture = scene(
        read_text(text, locate=lambda row, column: Span("t", row + 1, column + 1), default="t").workflow, DEFAULT
    )
    nodes = {"A": Rect(20, 40, 60, 30)}
    ways = (Route(((50, 70), (50, 120))), Route(((70, 120), (70, 70))))
    boxes = {"a": Rect(0, 0, 400, 90), "b": Rect(0, 120, 400, 40)}
    layout = hug(picture, Layout(boxes, nodes, ways, curved=False), [])
    assert (layout.boxes["a"].right, layout.boxes["b"].right) == (96, 80)
