"""What the domain has of a workflow: the inventory, the indices, and nothing where that is asked for."""

from __future__ import annotations

from pathlib import Path

from sphinx.util.inventory import InventoryFile

from support.sites import site


def test_the_inventory_has_every_name(build):
    app = build(site())
    with Path(app.outdir, "objects.inv").open("rb") as stream:
        inventory = InventoryFile.load(stream, "https://docs.example", lambda base, uri: f"{base}/{uri}")
    inventory = inventory.data if hasattr(inventory, "data") else inventory
    components = inventory["gitops:component"]
    assert set(components) == {"delivery.SCAN", "delivery.PKG", "delivery.OLD"}
    item = components["delivery.SCAN"]
    uri, shown = (item.uri, item.display_name) if hasattr(item, "uri") else item[2:]
    assert (uri, shown) == ("https://docs.example/index.html#gitops-delivery.SCAN", "Scanner")
    assert "delivery" in inventory["gitops:workflow"]


def test_no_index_registers_nothing(build):
    app = build(site("   :no-index:", "Other\n=====\n"))
    assert app.env.get_domain("gitops").objects == {}
