"""Flows that lead in a circle."""

from __future__ import annotations

import pytest

from support.rules import delivery, findings

CODE = "cycle"


def paths(flows: str) -> list[str]:
    return [problem.message for problem in findings(CODE, delivery(flows, ci=", TEST: {kind: test}"))]


def test_a_circle_is_told_once_with_its_path():
    (message,) = paths("APP --> BUILD --> TEST --> APP, TEST --> PROD")
    assert "APP \u2192 BUILD \u2192 TEST \u2192 APP" in message


def test_two_circles_are_two_findings():
    assert len(paths("APP --> BUILD --> APP, TEST --> PROD --> TEST")) == 2


@pytest.mark.parametrize(
    "back",
    [
        "TEST -.-> APP",
        "TEST <--> APP",
        "{from: TEST, to: APP, kind: rollback}",
        "{from: TEST, to: APP, kind: manual}",
        "{from: TEST, to: APP, kind: verification}",
    ],
)
def test_what_comes_back_by_its_kind_is_no_circle(back):
    assert paths(f"APP --> BUILD --> TEST, {back}") == []


def test_a_step_that_is_repeated_is_no_circle():
    assert paths("APP --> BUILD --> BUILD") == []


@pytest.mark.parametrize("kind", ["decision", "approval", "person"])
def test_a_decision_may_lead_back(kind):
    text = delivery("APP --> BUILD --> TEST --> APP", ci=f", TEST: {{kind: {kind}}}")
    assert findings(CODE, text) == []
