"""A component that no flow touches."""

from __future__ import annotations

from support.rules import delivery, findings

CODE = "unreachable-component"


def test_a_component_without_any_flow_is_told_at_its_line():
    (problem,) = findings(CODE, delivery("APP --> BUILD --> PROD", ci=", LINT: {kind: lint}"))
    assert problem.span.line == 3


def test_a_flow_of_the_box_around_it_is_enough():
    assert findings(CODE, delivery("APP --> ci --> PROD", ci=", LINT: {kind: lint}")) == []


def test_a_workflow_without_flows_is_a_list():
    assert findings(CODE, delivery("")) == []
