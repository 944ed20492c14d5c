"""A finding is a problem at the place that has to change, with the other beside it."""

from __future__ import annotations

from sphinx_gitops.alerts.finding import AlertFinding
from sphinx_gitops.problems import Severity, Span

RULE, PAGE = Span("rules.yaml", 4), Span("db.md", 7)


def finding(**more: object) -> AlertFinding:
    given = {"code": "alert-runbook-broken", "message": "it leads nowhere", "severity": Severity.WARNING, "object": "A", "beside": "the nearest"}  # fmt: skip
    return AlertFinding(**{**given, "found": RULE, "documented": PAGE, **more})


def test_a_rule_has_to_change_and_the_page_is_beside_it():
    assert str(finding().problem()) == (
        "rules.yaml:4:1: warning: A: it leads nowhere (the nearest at db.md:7) [gitops.alert-runbook-broken]"
    )


def test_a_page_has_to_change():
    found = finding(at_rule=False, found=Span("", 0))
    assert (found.place, found.problem().span, found.problem().related) == (PAGE, PAGE, ())
