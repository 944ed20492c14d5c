"""The index, the inventory and the search know alerts."""

from __future__ import annotations

from pathlib import Path

from support.alert_site import SITE, files
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


def test_an_alert_whose_page_is_no_more_leads_to_the_table_from_the_index(build):
    config = {"gitops_alerts": ["rules/*.yaml"], "html_baseurl": SITE}
    site = files()
    app = build(site, **config)
    assert "DatabaseDown (alert)" in html(app, "genindex")
    Path(app.srcdir, "runbooks/db.rst").unlink()
    del site["runbooks/db.rst"]
    app = build(site | {"index.rst": site["index.rst"].replace("   runbooks/db\n", "")}, **config)
    page = html(app, "genindex")
    assert 'href="other.html#gitops-alerts">DatabaseDown (alert)<' in page
    assert "runbooks/db" not in page
