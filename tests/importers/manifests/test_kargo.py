"""Kargo: freight from the warehouse through the stages."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)


def test_freight_runs_from_the_warehouse_through_the_stages(read):
    stage = """---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {{name: {name}, namespace: shop}}
spec:
  requestedFreight:
    - origin: {{kind: Warehouse, name: images}}
      sources: {{{sources}}}
"""
    found = read(
        {
            "kargo/all.yaml": "apiVersion: kargo.akuity.io/v1alpha1\nkind: Warehouse\n"
            "metadata: {name: images, namespace: shop}\nspec: {subscriptions: []}\n"
            "---\napiVersion: kargo.akuity.io/v1alpha1\nkind: Project\nmetadata: {name: shop}\n"
            + stage.format(name="dev", sources="direct: true")
            + stage.format(name="prod", sources="stages: [dev]")
        }
    )
    assert found.edges("promotes") == [
        ("Stage/shop/dev", "Stage/shop/prod"),
        ("Warehouse/shop/images", "Stage/shop/dev"),
    ]
    assert "Project/shop" in found.ids
    assert found.json["found"] is True


def test_freight_of_the_former_subscriptions_runs_the_same_way(read):
    stage = """---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {{name: {name}, namespace: shop}}
spec: {{subscriptions: {{{subscriptions}}}}}
"""
    found = read(
        {
            "kargo/all.yaml": "apiVersion: kargo.akuity.io/v1alpha1\nkind: Warehouse\n"
            "metadata: {name: images, namespace: shop}\nspec: {subscriptions: []}\n"
            + stage.format(name="dev", subscriptions="warehouse: images")
            + stage.format(name="prod", subscriptions="upstreamStages: [{name: dev}]")
        }
    )
    assert found.edges("promotes") == [
        ("Stage/shop/dev", "Stage/shop/prod"),
        ("Warehouse/shop/images", "Stage/shop/dev"),
    ]
