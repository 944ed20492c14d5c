"""A promotion reaches production without the environment before it."""

from __future__ import annotations

import pytest

from support.rules import delivery, findings

CODE = "promotion-skips-stage"
RUN = ", DEV: {tier: development}, STAGING: {tier: staging}"


def test_a_promotion_past_staging_is_told_at_its_flow():
    (problem,) = findings(CODE, delivery("BUILD ==> DEV ==> STAGING ==> PROD, DEV ==> PROD", run=RUN))
    assert "'STAGING'" in problem.message


@pytest.mark.parametrize(
    "flows",
    [
        "BUILD ==> DEV ==> STAGING ==> PROD",
        "BUILD ==> DEV ==> STAGING, STAGING --> BUILD",
        "BUILD ==> DEV, DEV --> PROD",
        "BUILD ==> PROD",
    ],
)
def test_other_ways_are_not_judged(flows):
    assert findings(CODE, delivery(flows, run=RUN)) == []


def test_where_no_environment_is_before_production_nothing_is_skipped():
    assert findings(CODE, delivery("APP --> BUILD ==> PROD")) == []
