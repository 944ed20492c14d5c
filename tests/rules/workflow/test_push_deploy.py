"""A build applies to an environment directly."""

from __future__ import annotations

import pytest

from support.rules import delivery, findings

CODE = "push-deploy"


@pytest.mark.parametrize("flow", ["BUILD --> PROD", "BUILD ==> PROD", "BUILD --> run"])
def test_a_build_that_applies_is_told(flow):
    (problem,) = findings(CODE, delivery(f"APP --> BUILD, {flow}"))
    assert "BUILD \u2192 PROD" in problem.message


@pytest.mark.parametrize(
    ("flow", "run"),
    [
        ("BUILD --> FLUX --> PROD", ", FLUX: {kind: reconciler}"),
        ("{from: BUILD, to: PROD, kind: verification}", ""),
        ("PROD -.-> BUILD", ""),
        ("BUILD --> APP", ""),
    ],
)
def test_what_looks_or_pulls_is_not_told(flow, run):
    assert findings(CODE, delivery(f"APP --> BUILD, {flow}", run=run)) == []


def test_a_component_without_a_kind_in_a_stage_of_ci_is_a_build():
    assert len(findings(CODE, delivery("APP --> JOB --> PROD", ci=", JOB: job"))) == 1
