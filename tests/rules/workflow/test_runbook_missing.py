"""Production or a rollback without a runbook."""

from __future__ import annotations

from support.rules import delivery, findings

CODE = "runbook-missing"
TEXT = delivery("APP --> BUILD --> PROD --> BACK", run=", BACK: {kind: rollback}")


def test_where_runbooks_are_not_known_nothing_is_judged():
    assert findings(CODE, TEXT) == []


def test_each_without_one_is_told():
    assert len(findings(CODE, TEXT, runbooks={})) == 2
    assert len(findings(CODE, TEXT, runbooks={"PROD": [None]})) == 1
    assert findings(CODE, TEXT, runbooks={"PROD": [None], "BACK": [None]}) == []


def test_a_page_of_its_own_is_enough():
    text = TEXT.replace("tier: production", "tier: production, doc: runbooks/prod")
    assert len(findings(CODE, text, runbooks={})) == 1
