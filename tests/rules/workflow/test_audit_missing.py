"""Nothing records what was done."""

from __future__ import annotations

import pytest

from support.rules import delivery, findings

CODE = "audit-missing"
WAY = "APP --> BUILD --> PROD"


def test_a_way_to_production_without_one_is_told_at_the_workflow():
    (problem,) = findings(CODE, delivery(WAY))
    assert problem.span.line == 1


@pytest.mark.parametrize("kind", ["audit-log"])
def test_any_of_these_kinds_is_enough(kind):
    assert findings(CODE, delivery(WAY, run=f", X: {{kind: {kind}}}")) == []


@pytest.mark.parametrize("flows", ["APP --> BUILD", "BUILD --> PROD"])
def test_a_part_of_a_delivery_is_not_judged(flows):
    assert findings(CODE, delivery(flows)) == []
