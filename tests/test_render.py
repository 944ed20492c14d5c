"""What is drawn needs nothing else, says everything and lies about nothing."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from conftest import ROOT

from sphinx_gitops.emit import to_mermaid
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text
from sphinx_gitops.render import RenderError, choose, draw, layout_config
from sphinx_gitops.render.edges import polyline
from sphinx_gitops.render.layout import Layout, Rect, Route, check
from sphinx_gitops.render.text import width
from sphinx_gitops.render.titles import crossings, place
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

ENGINE = choose("auto")
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
  - 'graph -->|"<b>&"| x'
  - o <--> class
  - naïve-id.v2 --> graph
"""


def read(text: str):
    return read_text(text, locate=lambda line, column: Span("t", line + 1, column + 1), default="t")


def svg(shown) -> str:
    return draw(shown, to_mermaid(shown), engine=ENGINE, prefix="p")


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


def test_no_title_of_the_brief_is_crossed_by_an_arrow():
    layout = ENGINE.layout(to_mermaid(DELIVERY), config=layout_config(DELIVERY), timeout=20)
    ways = [polyline(route) for route in layout.routes]
    for box in DELIVERY.all_boxes():
        size = 13 if box.level == 0 else 12
        title = place(layout.boxes[box.key], width(box.title, size, bold=box.level == 0), size + 2, ways, [])
        assert crossings(title, ways) == 0, box.title


def test_every_title_fits_its_node():
    layout = ENGINE.layout(to_mermaid(DELIVERY), config=layout_config(DELIVERY), timeout=20)
    for node in DELIVERY.all_nodes():
        longest = max(width(word) for word in node.title.split())
        assert longest < layout.nodes[node.key].width, node.title


@pytest.mark.parametrize(
    ("layout", "message"),
    [
        (Layout({}, {}, (), curved=False), "other nodes"),
        (Layout({"ci": Rect(0, 0, 1, 1)}, {"A": Rect(0, 0, float("nan"), 1)}, (), curved=False), "no number"),
        (
            Layout({"ci": Rect(0, 0, 1, 1)}, {"A": Rect(0, 0, 1, 1)}, (Route(((0, 0), (1, 1))),), curved=False),
            "1 arrows",
        ),
        (Layout({}, {"A": Rect(0, 0, 1, 1)}, (), curved=False), "other boxes"),
    ],
)
def test_a_wrong_layout_is_refused(layout, message):
    shown = scene(read("stages: {ci: {components: {A: One}}}").workflow, DEFAULT)
    with pytest.raises(RenderError, match=message):
        check(layout, shown)


def test_broken_mermaid_is_a_render_error():
    with pytest.raises(RenderError):
        ENGINE.layout("flowchart TB\n  A --> [", config={}, timeout=20)
