"""The index, the inventory and the search know alerts."""

from __future__ import annotations

from pathlib import Path

from support.alert_site import SITE
from support.sites import html


def test_the_index_the_inventory_and_the_search_know_alerts(alert_site):
    from sphinx.util.inventory import InventoryFile

    app = alert_site()
    assert "DatabaseDown (alert)" in html(app, "genindex")
    with Path(app.outdir, "objects.inv").open("rb") as file:
        inventory = InventoryFile.load(file, SITE, lambda base, path: base + path)
    found = inventory["gitops:alert"]["DatabaseDown"]
    assert (found.uri if hasattr(found, "uri") else found[2]) == f"{SITE}runbooks/db.html#gitops-runbook-db-down"
    assert "DatabaseDown" in Path(app.outdir, "searchindex.js").read_text(encoding="utf-8")
