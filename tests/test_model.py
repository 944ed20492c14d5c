"""Workflows as frozen data: their parts, flows and pairs."""

from __future__ import annotations

import dataclasses

import pytest

from sphinx_gitops.model import FlowKind
from support.mistakes import read

TEXT = "stages: {a: {groups: {g: {components: {A: a}}}, components: {B: b}}, c: {components: {C: c}}}\nflows: ['A & B --> C']"


def test_parts_are_boxes_and_components_and_components_alone():
    workflow = read(TEXT).workflow
    assert {part.id for part in workflow.parts()} == {"a", "g", "A", "B", "c", "C"}
    assert sorted(component.id for component in workflow.components()) == ["A", "B", "C"]


def test_a_flow_has_a_pair_for_each_of_its_ends():
    (flow,) = read(TEXT).workflow.flows
    assert list(flow.pairs()) == [("A", "C"), ("B", "C")]


def test_a_workflow_cannot_be_changed():
    workflow = read(TEXT).workflow
    with pytest.raises(dataclasses.FrozenInstanceError):
        workflow.title = "other"


def test_kinds_that_guard_show_their_name():
    assert FlowKind.SECURITY.wants_label
    assert not FlowKind.AUTOMATION.wants_label
    assert FlowKind.AUTOMATION.mark is None
