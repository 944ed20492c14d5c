"""Nothing is shown for the loss of production."""

from __future__ import annotations

import pytest

from support.rules import delivery, findings

CODE = "dr-missing"
WAY = "APP --> BUILD --> PROD"


def test_a_way_to_production_without_one_is_told_at_the_workflow():
    (problem,) = findings(CODE, delivery(WAY))
    assert problem.span.line == 1


@pytest.mark.parametrize("flows", ["APP --> BUILD", "BUILD --> PROD"])
def test_a_part_of_a_delivery_is_not_judged(flows):
    assert findings(CODE, delivery(flows)) == []


def test_an_environment_of_that_tier_is_enough():
    assert findings(CODE, delivery(WAY, run=", DR: {tier: disaster-recovery}")) == []
