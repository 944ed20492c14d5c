"""A table lists alerts."""

from __future__ import annotations

from support.sites import html


def test_a_table_lists_alerts(alert_site):
    page = html(alert_site(), "other")
    for text in ("DatabaseDown", "critical", "rules/db.yaml:4", "The database is down", "Database"):
        assert text in page


def test_a_table_of_one_workflow_has_the_alerts_about_its_components(alert_site):
    other = "Other\n=====\n\n.. gitops-workflow::\n\n   id: other\n   stages: {s: {components: {X: Xx}}}\n\n.. gitops-table:: alerts\n   :workflow: "
    found = {name: html(alert_site(pages={"other": other + name + "\n"}), "other") for name in ("delivery", "other")}
    assert ["DatabaseDown" in found[name].split("gitops-table")[-1] for name in ("delivery", "other")] == [True, False]
