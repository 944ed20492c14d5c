"""What a picture shows: its boxes and nodes in drawing order, and its arrows with their words."""

from __future__ import annotations

from sphinx_gitops.model import FlowKind, Mark
from sphinx_gitops.scene import FLOW_MARKS, MARK_GLYPHS, Edge
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.mistakes import read

TEXT = "stages: {a: {groups: {g: {components: {A: a}}}, components: {B: b}}, c: {components: {C: c}}}"


def test_boxes_and_nodes_are_in_drawing_order():
    shown = scene(read(TEXT).workflow, DEFAULT, focus=["g", "C"])
    assert [box.id for box in shown.all_boxes()] == ["a", "g", "c"]
    assert sorted(node.id for node in shown.all_nodes()) == ["A", "B", "C"]
    assert shown.nested
    assert len(shown.focus) == 2
    assert not scene(read("stages: {s: {components: {A: a}}}").workflow, DEFAULT).nested


def test_an_arrow_has_its_number_and_its_label():
    edge = Edge(source="a", target="b", kind=FlowKind.SECURITY, label="scan", number=3)
    assert edge.words == "3. scan"
    assert edge.mark is Mark.SECURITY
    assert Edge(source="a", target="b", kind=FlowKind.AUTOMATION, label="", number=3).words == "3"


def test_every_mark_has_a_sign_in_text():
    assert set(MARK_GLYPHS) == set(Mark)
    assert set(FLOW_MARKS.values()) <= set(Mark)
