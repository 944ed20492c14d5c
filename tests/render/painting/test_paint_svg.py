"""What is drawn needs nothing else, says everything and lies about nothing."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.reader import read_path
from sphinx_gitops.render.geometry.layout import Layout, Rect, Route
from sphinx_gitops.render.painting.clip import touch
from sphinx_gitops.render.painting.outline_corners import boundary
from sphinx_gitops.render.painting.paint import paint
from sphinx_gitops.render.text_fitting.text_width import width
from sphinx_gitops.scene import Shape
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.pictures import read, svg
from support.project import ROOT

DELIVERY = scene(read_path(ROOT / "docs/demo/delivery.yaml").workflow, DEFAULT)
HOSTILE = """
title: '<script>alert(1)</script>'
stages:
  end:
    title: '</svg><img src=x onerror=alert(1)>'
    components:
      graph: '"quoted" & `ticks` #35; %%{init}%% $$x$$'
      x: '1. listed'
      o: '- dashed'
      class: 'flow direction TB down'
      naïve-id.v2: '\\back\\slash'
    groups: {empty: {title: Empty}}
flows:
  - 'graph -->|<b>&| x'
  - o <--> class
  - naïve-id.v2 --> graph
"""


def test_the_picture_needs_no_style_script_or_reference():
    text = svg(DELIVERY)
    assert not re.search(r"<(style|script|foreignObject|use|image)|style=|javascript:|\son\w+=", text)
    assert len(text) < 40_000


def test_every_node_and_box_is_a_link():
    text = svg(DELIVERY)
    names = {thing.id for thing in (*DELIVERY.all_nodes(), *DELIVERY.all_boxes())}
    assert set(re.findall(r'href="gitops:([^"]*)"', text)) == names
    assert len(names) == 29


def test_hostile_text_shows_literally():
    reading = read(HOSTILE)
    assert not reading.problems
    text = svg(scene(reading.workflow, DEFAULT))
    root = ET.fromstring(text)
    shown = " ".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))
    for words in (
        "onerror=alert(1)>",
        '"quoted"',
        "%%{init}%%",
        "$$x$$",
        "1. listed",
        "- dashed",
        "\\back\\slash",
        "<b>&",
    ):
        assert words in shown
    assert {node.tag.rpartition("}")[2] for node in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "a",
        "g",
        "rect",
        "path",
        "text",
    }


def test_the_same_scene_gives_the_same_bytes():
    assert svg(DELIVERY) == svg(DELIVERY)


LOOP = "stages: {ci: {components: {A: One}}}\nflows: [A --> A]"


def test_an_arrow_to_itself_is_drawn():
    assert svg(scene(read(LOOP).workflow, DEFAULT)).count("gitops-flow-automation") == 1


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("start", [(50, -90), (50, 140), (-90, 25), (190, 25), (-60, -40), (170, 110)])
def test_an_arrow_ends_on_the_outline_that_is_drawn(shape, start):
    outline = boundary(shape, Rect(0, 0, 100, 50))
    x, y = touch(start, (50, 25), outline)
    assert min(_distance((x, y), a, b) for a, b in pairwise([*outline, outline[0]])) < 0.01
    assert math.dist(start, (x, y)) < math.dist(start, (50, 25))


def _distance(point, a, b):
    """From a point to a straight leg."""
    length = math.dist(a, b) or 1.0
    share = sum((p - q) * (r - q) for p, q, r in zip(point, a, b, strict=True)) / length**2
    share = min(1.0, max(0.0, share))
    return math.dist(point, [q + (r - q) * share for q, r in zip(a, b, strict=True)])


def test_a_label_at_the_rim_stands_inside_the_picture():
    shown = scene(
        read("stages: {ci: {components: {A: One, B: Two}}}\nflows: ['A -->|a rather long label| B']").workflow, DEFAULT
    )
    box, node = Rect(0, 0, 60, 200), Rect(10, 10, 40, 30)
    route = Route(((30, 40), (30, 150)), Rect(30, 95, 0, 0))
    text = paint(shown, Layout({"ci": box}, {"A": node, "B": Rect(10, 150, 40, 30)}, (route,)), prefix="p").svg
    left, _, wide, _ = (float(part) for part in re.search(r'viewBox="([^"]*)"', text)[1].split())
    longest = width("a rather long label")
    assert left <= 30 - longest / 2
    assert left + wide >= 30 + longest / 2


def test_a_tooltip_is_written_as_mermaid_decodes_it():
    tip = MermaidOptions(links={"A": "#a"}, tips={"A": 'Says "x" & <b> #35; `y` %%{init}%%\nthen 5 * 5'})
    shown = scene(read("stages: {s: {components: {A: One}}}").workflow, DEFAULT)
    line = to_mermaid(shown, tip).splitlines()[-1]
    said = "Says #34;x#34; #38;amp; #38;lt;b#38;gt; #35;35; #96;y#96; #37;#37;{init}#37;#37; then 5 #42; 5"
    assert line == f'  click A href "#a" "{said}"'
