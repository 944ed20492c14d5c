"""Nothing compares what runs with what Git says."""

from __future__ import annotations

import pytest

from support.rules import delivery, findings

CODE = "drift-detector-none"
WAY = "APP --> BUILD --> PROD"


def test_a_way_to_production_without_one_is_told_at_the_workflow():
    (problem,) = findings(CODE, delivery(WAY))
    assert problem.span.line == 1


@pytest.mark.parametrize("kind", ["operator", "reconciler", "drift-detector"])
def test_any_of_these_kinds_is_enough(kind):
    assert findings(CODE, delivery(WAY, run=f", X: {{kind: {kind}}}")) == []


@pytest.mark.parametrize("flows", ["APP --> BUILD", "BUILD --> PROD"])
def test_a_part_of_a_delivery_is_not_judged(flows):
    assert findings(CODE, delivery(flows)) == []


def test_a_sync_is_enough():
    assert findings(CODE, delivery("APP --> BUILD --> PROD, BUILD <--> PROD")) == []
