"""Production is reached past the security check."""

from __future__ import annotations

import pytest

from support.rules import delivery, findings

CODE = "prod-without-security"
SCAN = ", SCAN: {kind: security-scan}"


def test_the_shortest_way_past_it_is_named():
    (problem,) = findings(CODE, delivery("APP --> BUILD --> SCAN --> PROD, BUILD --> PROD", ci=SCAN))
    assert "APP \u2192 BUILD \u2192 PROD" in problem.message
    assert problem.severity.value == "error"


@pytest.mark.parametrize(
    "check", ["{kind: policy}", "{kind: signing}", "{kind: compliance}", "{mark: security}", "{class: security}"]
)
def test_what_checks_security_is_passed(check):
    assert findings(CODE, delivery("APP --> BUILD --> SCAN --> PROD", ci=f", SCAN: {check}")) == []


def test_a_flow_of_that_kind_is_a_check():
    assert findings(CODE, delivery("APP --> BUILD, {from: BUILD, to: PROD, kind: security}")) == []


def test_a_check_beside_the_way_is_none():
    assert len(findings(CODE, delivery("APP --> BUILD --> PROD, BUILD --> SCAN", ci=SCAN))) == 1


def test_without_a_way_from_code_nothing_is_said():
    assert findings(CODE, delivery("BUILD --> PROD", ci=SCAN)) == []
