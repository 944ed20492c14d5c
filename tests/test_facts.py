"""Short facts in words: of a component, a flow, a neighbour, a node, and the legend of a scene."""

from __future__ import annotations

from sphinx_gitops.facts import component_facts, describe, flow_words, legend_entries, neighbour_words, tip
from sphinx_gitops.graph.adjacency import Neighbour
from sphinx_gitops.model import FlowKind
from sphinx_gitops.phrases.words import AT_BOX
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.mistakes import read

TEXT = """\
stages:
  ci: {title: CI, components: {SCAN: {title: Scan, kind: security-scan, owner: team-a, description: Looks.}}}
  run: {components: {PROD: {kind: environment, tier: production, mark: none}}}
flows:
  - {from: SCAN, to: PROD, kind: promotion, label: on tag}
  - SCAN --> PROD
"""


def workflow():
    reading = read(TEXT)
    assert not reading.problems
    return reading.workflow


def test_a_component_has_its_kind_tier_mark_and_owner():
    scan, prod = workflow().components()
    assert component_facts(scan, DEFAULT) == ["security scan", "security check", "owner: team-a"]
    assert component_facts(scan, DEFAULT, whole=False) == ["security scan", "security check"]
    assert component_facts(prod, DEFAULT) == ["environment", "production"]


def test_a_flow_has_its_kind_and_its_label_once():
    promotion, plain = workflow().flows
    assert flow_words(promotion) == "promotion, on tag"
    assert flow_words(plain) == ""


def test_a_neighbour_has_the_box_at_which_the_flow_ends():
    box = AT_BOX.replace("{box}", "Box")
    assert neighbour_words(Neighbour("A", FlowKind.SYNC, "sync", "Box")) == f"sync, {box}"
    assert neighbour_words(Neighbour("A", FlowKind.AUTOMATION, "")) == ""


def test_a_node_is_described_on_one_line_and_tipped_on_several():
    node = next(node for node in scene(workflow(), DEFAULT).all_nodes() if node.id == "SCAN")
    assert describe(node) == "Scan, security scan, security check, in CI"
    assert tip(node).splitlines() == ["Scan", "security scan, security check, in CI", "owner: team-a", "Looks."]


def test_a_legend_has_what_is_used_in_a_fixed_order():
    found = [(entry.what, entry.name) for entry in legend_entries(scene(workflow(), DEFAULT, focus=["SCAN"]))]
    assert found == [
        ("class", "security"),
        ("class", "platform"),
        ("focus", "focus"),
        ("border", "production"),
        ("mark", "security"),
        ("flow", "automation"),
        ("flow", "promotion"),
    ]
