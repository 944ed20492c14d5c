"""The scene of a workflow: colours that are inherited, marks, borders, labels and numbers."""

from __future__ import annotations

from sphinx_gitops.evidence import Observed, State
from sphinx_gitops.model import Direction, Mark
from sphinx_gitops.scene import Border, Shape
from sphinx_gitops.view import mark_of, numbered, observed_words, scene
from sphinx_gitops.vocabulary import DEFAULT
from support.mistakes import read

TEXT = """\
direction: LR
stages:
  ci:
    kind: ci
    groups: {g: {class: security, components: {A: a, B: {kind: build}, C: {class: ops, kind: build}}}}
    components: {D: d, E: {kind: approval, mark: none}, F: {mark: security}}
  free: {components: {G: g, P: {tier: production}, R: {tier: disaster-recovery}}}
flows:
  - {from: [A, B], to: C, kind: manual}
  - {from: C, to: D, label: own}
styles: {security: {fill: '#ffffff', stroke: '#000000', text: '#000000'}}
"""


def drawn(change=lambda workflow: workflow, **options):
    reading = read(TEXT)
    found = scene(change(reading.workflow), DEFAULT, **options)
    return found, {node.id: node for node in found.all_nodes()}


def test_a_colour_is_its_own_or_its_kind_s_or_that_of_the_boxes_around_it():
    _, nodes = drawn()
    colours = {name: nodes[name].colour for name in "ABCDG"}
    assert colours == {"A": "security", "B": "build", "C": "ops", "D": "build", "G": "neutral"}


def test_a_mark_is_its_own_or_its_kind_s_or_taken_away():
    _, nodes = drawn()
    assert [nodes[name].mark for name in "DEF"] == [None, None, Mark.SECURITY]
    parts = {component.id: component for component in read(TEXT).workflow.components()}
    assert mark_of(parts["F"], DEFAULT) is Mark.SECURITY
    assert mark_of(parts["E"], DEFAULT) is None


def test_a_border_tells_the_tier_or_a_security_check():
    _, nodes = drawn()
    found = [nodes[name].border for name in "PRFA"]
    assert found == [Border.PRODUCTION, Border.DASHED, Border.STRONG, Border.NORMAL]


def test_a_flow_of_two_ends_is_two_edges_of_one_number():
    found, _ = drawn(numbered)
    assert [(edge.number, edge.words) for edge in found.edges][:2] == [(1, "1. manual")] * 2
    assert found.edges[2].words == "2. own"
    assert {edge.number for edge in drawn()[0].edges} == {0}


def test_a_workflow_restyles_a_class_for_both_schemes_and_the_project_keeps_its_own():
    found, _ = drawn()
    assert found.swatches["security"].light.fill == found.swatches["security"].dark.fill == "#ffffff"
    assert DEFAULT.swatches["security"].light.fill != "#ffffff"


def test_a_direction_that_is_given_wins():
    assert drawn()[0].direction is Direction.LR
    assert drawn(direction=Direction.TB)[0].direction is Direction.TB


def test_what_is_in_focus_is_told():
    found, nodes = drawn(focus=["A", "g"])
    assert nodes["A"].facts[-1] == "in focus"
    assert len(found.focus) == 2
    assert nodes["B"].shape is Shape.RECTANGLE


def test_of_several_objects_it_is_said_how_many_are_in_a_state():
    observed = Observed(states=((State.DEGRADED, 1), (State.HEALTHY, 2)), total=3)
    assert observed_words(observed) == ["degraded (1 of 3)", "healthy (2 of 3)"]
