"""What is new, gone and changed is marked in words, borders and colours, and explained by a legend."""

from __future__ import annotations

import pytest

from sphinx_gitops import api
from sphinx_gitops.diff.marking import CHANGED, GONE, NEW, SAME, SWATCHES, marked
from sphinx_gitops.palette import READABLE, contrast
from sphinx_gitops.scene import Border
from sphinx_gitops.vocabulary import DEFAULT
from support.colour_distance import distance
from support.two_versions import OLD, edited, workflow

AFTER = edited(
    ("BUILD: Build, ", ""), ("BUILD --> TEST --> SCAN", "TEST -->|ok| SCAN"), ("title: CI", "title: Integration"),
    ("SCAN: {", "S: {formerly: [SCAN], owner: sec, "), ("|ok| SCAN", "|ok| S"), ("- SCAN --> ARGO", "- ARGO --> S\n  - ARGO --> X"),
    ("ARGO: Argo CD", "ARGO: Argo CD, X: X"),
)  # fmt: skip


def shown(new: str = AFTER, old: str = OLD):
    return marked(workflow(old), workflow(new), DEFAULT)


def test_components_are_marked_in_words_and_borders():
    nodes = {node.id: (node.colour, node.under, node.border) for node in shown().scene.all_nodes()}
    assert nodes == {
        "TEST": (SAME, "", Border.NORMAL),
        "BUILD": (GONE, "gone", Border.DASHED),
        "S": (CHANGED, "was SCAN \u00b7 changed: owner", Border.STRONG),
        "ARGO": (SAME, "", Border.NORMAL),
        "X": (NEW, "new", Border.STRONG),
    }


def test_screen_readers_are_told_the_same():
    facts = {node.id: node.facts for node in shown().scene.all_nodes()}
    assert facts["X"] == ("new",)
    assert facts["S"][-1] == "was SCAN \u00b7 changed: owner"
    assert shown().scene.description == "9 changes of the workflow: 2 added, 2 removed, 1 renamed, 3 changed, 1 turned."


def test_boxes_and_flows_are_marked_in_words():
    scene = shown().scene
    assert {box.id: box.subtitle for box in scene.all_boxes()} == {"ci": "changed: title", "build": "", "cd": ""}
    assert [(edge.source, edge.target, edge.label, edge.colour) for edge in scene.edges] == [
        ("TEST", "S", "changed: ok", CHANGED), ("ARGO", "S", "turned", CHANGED), ("ARGO", "id_X", "new", NEW), ("BUILD", "TEST", "gone", GONE),
    ]  # fmt: skip


def test_the_legend_explains_what_is_there():
    assert [(entry.what, entry.words) for entry in shown().legend] == [
        ("class", "new"), ("class", "changed"), ("border", "gone"), ("class", "unchanged"),
    ]  # fmt: skip
    assert [entry.words for entry in shown(OLD).legend] == ["unchanged"]
    only_flow = shown(edited(("- SCAN --> ARGO", "- TEST --> ARGO"))).legend
    assert [(entry.what, entry.words) for entry in only_flow] == [
        ("class", "new"),
        ("class", "gone"),
        ("class", "unchanged"),
    ]


def test_a_component_that_moves_says_from_where():
    new = edited((", TEST: Test", ""), ("ARGO: Argo CD", "ARGO: Argo CD, TEST: Test"))
    assert {node.id: node.under for node in shown(new).scene.all_nodes()}["TEST"] == "moved from build"


@pytest.mark.parametrize("name", SWATCHES)
def test_text_can_be_read_in_light_and_in_dark(name):
    for side in (SWATCHES[name].light, SWATCHES[name].dark):
        assert contrast(side.text, side.fill) >= READABLE
        assert contrast(side.stroke, side.fill) >= 3


def test_colours_are_told_apart():
    for side in ("light", "dark"):
        fills = [getattr(swatch, side).fill for swatch in SWATCHES.values()]
        assert min(distance(one, other) for one in fills for other in fills if one != other) >= 10


def test_the_picture_has_the_words_and_the_legend():
    found = shown()
    svg, _ = api.draw_scene(found.scene, pages={}, legend=found.legend)
    for words in ("new", "gone", "turned", "unchanged", "changed: ok"):
        assert f">{words}</text>".encode() in svg
