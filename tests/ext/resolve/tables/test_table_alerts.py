"""A table lists alerts."""

from __future__ import annotations

from support.sites import html


def test_a_table_lists_alerts(alert_site):
    page = html(alert_site(), "other")
    for text in ("DatabaseDown", "critical", "rules/db.yaml:4", "The database is down", "Database"):
        assert text in page
