"""Which alerts a runbook, a component or a name has."""

from __future__ import annotations

from sphinx_gitops.alerts.alert import Alert
from sphinx_gitops.alerts.placing import PlacedAlert
from sphinx_gitops.ext.domain.alert_relations import AlertRelations
from sphinx_gitops.problems import Span

A, B = (PlacedAlert(alert=Alert(name=name, span=Span("r", 1))) for name in ("DatabaseDown", "DiskFull"))
RELATIONS = AlertRelations(placed=(A, B), of_runbook={"down": [A]}, of_component={"w.DB": [A, B], "w.WEB": [B]})


def test_each_is_asked_by_name_and_has_none_where_there_is_none():
    assert RELATIONS.runbook("down") == (A,)
    assert RELATIONS.component("w.DB") == (A, B)
    assert RELATIONS.runbook("other") == RELATIONS.component("other") == ()


def test_an_alert_has_its_components():
    assert RELATIONS.components == {id(A): ["w.DB"], id(B): ["w.DB", "w.WEB"]}


def test_a_name_that_no_alert_has_is_told_what_is_near():
    assert RELATIONS.near("DatabaseDwn") == "; did you mean 'DatabaseDown'?"
    assert AlertRelations().near("x") == ""


def test_an_alert_without_a_place_is_told_why():
    assert RELATIONS.near("DiskFull") == "; the alert has no runbook here, and there is no table of alerts to lead to"
