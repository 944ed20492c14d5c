"""A folded workflow: one node a stage or a group, flows in bundles, and a word about what is hidden."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_gitops.model import FlowKind
from sphinx_gitops.render.drawing import draw
from sphinx_gitops.scene import Scene, Shape
from sphinx_gitops.styles import FLOW_STYLES
from sphinx_gitops.view import collapse, scene
from sphinx_gitops.vocabulary import DEFAULT
from support.command import DELIVERY, run
from support.pictures import read
from support.sites import html
from support.soon import soon

WORKFLOW = """\
id: w
title: W
stages:
  a: {title: Aa, kind: source, components: {A1: One, A2: Two}}
  b:
    title: Bb
    kind: ci
    components: {B0: Zero}
    groups:
      g: {title: Gg, mark: security, components: {G1: One}, groups: {h: {title: Hh, components: {H1: One, H2: Two}}}}
  c: {title: Cc}
flows:
"""
BODY = "".join(f"   {line}\n" for line in WORKFLOW.splitlines())
FLOWS = ["A1 --> B0", "A1 --> H1", "A2 --> g", "H1 --> H2", "H1 --> B0"]


def folded(depth: int | None, flows: list[str] = FLOWS) -> Scene:
    reading = read(WORKFLOW + "".join(f"  - {flow}\n" for flow in flows))
    assert reading.problems == ()
    return collapse(scene(reading.workflow, DEFAULT), depth)


def edges(shown: Scene) -> list[tuple[str, str, str, str]]:
    return [(edge.source, edge.target, edge.kind.value, edge.label) for edge in shown.edges]


@pytest.mark.parametrize(
    ("depth", "boxes", "nodes", "hidden"),
    [
        (0, [], ["a: 2 components", "b: 4 components", "c: "], 6),
        (1, ["a", "b", "c"], ["A1", "A2", "B0", "g: 3 components"], 3),
        (2, ["a", "b", "g", "c"], ["A1", "A2", "B0", "G1", "h: 2 components"], 2),
        (3, ["a", "b", "g", "h", "c"], ["A1", "A2", "B0", "G1", "H1", "H2"], 0),
        (None, ["a", "b", "g", "h", "c"], ["A1", "A2", "B0", "G1", "H1", "H2"], 0),
    ],
)
def test_so_many_levels_are_drawn(depth, boxes, nodes, hidden):
    shown = folded(depth)
    assert [box.id for box in shown.all_boxes()] == boxes
    found = [f"{n.id}: {n.under}" if n.shape is Shape.FOLDED else n.id for n in shown.all_nodes()]
    assert found == nodes
    assert shown.hidden == hidden


@pytest.mark.parametrize(
    ("depth", "flows", "expected"),
    [
        (0, ["A1 --> B0", "A1 --> H1", "A2 --> g"], [("a", "b", "automation", "3 flows")]),
        (0, ["A1 --> A2", "H1 --> B0"], []),
        (0, ["A1 --> b"], [("a", "b", "automation", "")]),
        (0, ["A1 -->|tag| B0", "A2 -->|tag| B0"], [("a", "b", "automation", "tag")]),
        (0, ["A1 -->|tag| B0", "A2 -->|push| B0"], [("a", "b", "automation", "2 flows")]),
        (0, ["A1 -.-> B0", "A1 --> B0"], [("a", "b", "automation", "2 flows")]),
        (0, ["A1 ==> B0", "A1 --> B0", "A1 <--> B0"], [("a", "b", "promotion", "3 flows")]),
        (0, ["A1 --> B0", "B0 --> A1"], [("a", "b", "automation", ""), ("b", "a", "automation", "")]),
        (1, ["A1 --> B0", "A1 --> B0"], [("A1", "B0", "automation", ""), ("A1", "B0", "automation", "")]),
        (1, ["B0 --> B0", "H1 --> H1"], [("B0", "B0", "automation", "")]),
        (1, ["A1 --> H1", "A1 --> g", "G1 --> H1"], [("A1", "g", "automation", "2 flows")]),
    ],
)
def test_flows_end_at_folded_nodes_in_bundles(depth, flows, expected):
    assert edges(folded(depth, flows)) == expected


def test_every_kind_of_flow_has_a_weight():
    assert len({FLOW_STYLES[kind].weight for kind in FlowKind}) == len(FlowKind)


def test_a_folded_box_keeps_its_colour_its_mark_and_its_place():
    group = next(node for node in folded(1).all_nodes() if node.id == "g")
    assert (group.colour, group.mark.value, group.place) == ("build", "security", "in Bb")
    assert group.facts == ("3 components",)


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_a_folded_picture_draws_and_links(depth):
    shown = folded(depth)
    picture = draw(shown, prefix="p")
    assert {spot.id for spot in picture.spots} == {thing.id for thing in (*shown.all_nodes(), *shown.all_boxes())}
    assert re.search(r">\d components</text>", picture.svg)


def test_five_thousand_components_draw_at_once():
    parts = "".join(
        f"  s{s}:\n    components:\n" + "".join(f"      C{s}_{n}: Part {n}\n" for n in range(500)) for s in range(10)
    )
    flows = "".join(f"  - C{n % 10}_{n // 10} --> C{(n + 1) % 10}_{(n + 1) // 10}\n" for n in range(4999))
    workflow = read(f"stages:\n{parts}flows:\n{flows}").workflow
    with soon():
        shown = collapse(scene(workflow, DEFAULT), 0)
        draw(shown, prefix="p")
    assert shown.hidden == 5000


def site(options: str) -> dict[str, str]:
    flows = "".join(f"     - {flow}\n" for flow in FLOWS)
    return {"index.rst": f"T\n=\n\n.. gitops-workflow::\n{options}\n\n{BODY}{flows}"}


def test_a_page_says_what_is_hidden_and_keeps_every_anchor(build, warnings):
    app = build(site("   :collapse: stages"), nitpicky=True)
    page = html(app)
    assert warnings(app) == []
    assert (
        '<a class="reference internal" href="#gitops-w..outline">6 components are not shown: see the text version.</a>'
        in page
    )
    assert page.count('id="gitops-w..outline"') == 1
    assert page.count('id="gitops-w.H1"') == 1
    picture = page[page.index("<svg xmlns") : page.index("</svg>")]
    assert re.findall(r'href="#gitops-w\.(\w+)" aria-label="([^"]*)"', picture) == [
        ("a", "Aa, 2 components"),
        ("b", "Bb, 4 components"),
        ("c", "Cc"),
    ]
    assert "several components as one" in page


def test_what_hides_nothing_says_nothing(build):
    page = html(build(site("   :depth: 3")))
    assert "not shown" not in page
    assert "several components as one" not in page


def test_without_a_text_version_the_note_does_not_point_at_one(build):
    page = html(build(site("   :collapse: groups\n   :outline: none")))
    assert '<p class="gitops-hidden">3 components are not shown.</p>' in page


def test_the_note_is_translated_with_its_plural(build):
    page = html(build(site("   :depth: 0"), language="de"))
    assert "6 Komponenten sind nicht gezeigt: siehe die Textfassung." in page
    assert "4 Komponenten</text>" in page
    assert "3 Flüsse</text>" in page


@pytest.mark.parametrize(
    ("builder", "name"), [("latex", "projectnamenotset.tex"), ("epub", "index.xhtml"), ("singlehtml", "index.html")]
)
def test_every_builder_that_draws_says_it(build, builder, name):
    app = build(site("   :collapse: groups"), builder=builder)
    found = Path(app.outdir, name).read_text(encoding="utf-8")
    assert "3 components are not shown: see the text version." in " ".join(found.split())


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (":collapse: stage", ":collapse: 'stage' is not known here; did you mean 'stages'?"),
        (":depth: -1", ":depth: '-1' is no whole number from 0"),
        (":depth: x", ":depth: 'x' is no whole number from 0"),
    ],
)
def test_a_wrong_level_is_a_warning_at_its_line_and_all_is_drawn(build, warnings, option, expected):
    app = build(site("   " + option))
    assert [line.partition("index.rst")[2] for line in warnings(app)] == [f":5: WARNING: {expected} [gitops.option]"]
    assert html(app).count('class="gitops-node') == html(build(site("   :legend: below"))).count('class="gitops-node')


def test_the_command_line_folds_too():
    done = run("emit", DELIVERY, "--collapse", "stages")
    assert done.returncode == 0, done.stderr
    assert b"Continuous Integration<br/>7 components" in done.stdout
    assert b"subgraph" not in done.stdout
    assert b"<svg " in run("render", DELIVERY, "--depth", "1").stdout
    assert run("render", DELIVERY, "--depth", "-1").returncode == 2
