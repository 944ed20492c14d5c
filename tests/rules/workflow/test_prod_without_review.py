"""Nobody approves what goes to production."""

from __future__ import annotations

import pytest

from support.rules import delivery, findings

CODE = "prod-without-review"


def test_a_way_without_a_decision_is_told_with_its_path():
    (problem,) = findings(CODE, delivery("APP --> BUILD --> PROD"))
    assert "APP \u2192 BUILD \u2192 PROD" in problem.message


@pytest.mark.parametrize(
    ("flows", "ci"),
    [
        ("APP --> OK --> BUILD --> PROD", ", OK: {kind: approval}"),
        ("APP --> BUILD --> OK --> PROD", ", OK: {kind: approval}"),
        ("APP --> BUILD, {from: BUILD, to: PROD, kind: manual}", ""),
        ("APP --> BUILD --> PROD, {from: OK, to: BUILD, kind: manual}", ", OK: {}"),
    ],
)
def test_a_decision_anywhere_before_is_enough(flows, ci):
    assert findings(CODE, delivery(flows, ci=ci)) == []


def test_a_decision_after_production_is_none():
    assert len(findings(CODE, delivery("APP --> BUILD --> PROD --> OK", ci=", OK: {kind: approval}"))) == 1
