"""There is no way back from production."""

from __future__ import annotations

import pytest

from sphinx_gitops.runbook import Procedure
from support.rules import delivery, findings

CODE = "rollback-none"
WAY = "APP --> BUILD --> PROD"


def test_production_without_one_is_told_at_its_line():
    (problem,) = findings(CODE, delivery(WAY))
    assert problem.span.line == 4


@pytest.mark.parametrize(
    ("flows", "run"),
    [
        (f"{WAY}, {{from: PROD, to: BUILD, kind: rollback}}", ""),
        (f"{WAY}, PROD -.-> BACK", ", BACK: {kind: rollback}"),
        (f"{WAY}, BACK --> PROD", ", BACK: {kind: rollback}"),
    ],
)
def test_a_component_or_a_flow_of_that_kind_is_enough(flows, run):
    assert findings(CODE, delivery(flows, run=run)) == []


def test_a_runbook_with_that_procedure_is_enough():
    assert findings(CODE, delivery(WAY), runbooks={"PROD": [Procedure.ROLLBACK]}) == []
    assert len(findings(CODE, delivery(WAY), runbooks={"PROD": [Procedure.DEPLOYMENT]})) == 1


def test_a_rollback_that_has_nothing_to_do_with_production_is_none():
    assert len(findings(CODE, delivery(WAY, run=", BACK: {kind: rollback}"))) == 1
