"""Environments, promotion, secrets and rollouts of a drawn workflow."""

from __future__ import annotations

pytest_plugins = ("support.repositories", "support.drawn_workflows")


def test_promotion_is_a_flow_of_its_kind(draw):
    stage = """---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {{name: {name}, namespace: shop}}
spec:
  requestedFreight:
    - origin: {{kind: Warehouse, name: images}}
      sources: {{{sources}}}
"""
    drawn = draw(
        {
            "k.yaml": stage.format(name="uat", sources="direct: true")
            + stage.format(name="live", sources="stages: [uat]")
        }
    )
    assert ("uat", "live", "promotion") in drawn.flows


def test_two_canaries_of_one_name_are_told_apart_by_their_namespaces(draw, make):
    canary = (
        "---\napiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: {{name: podinfo, namespace: {}}}\nspec: {{}}\n"
    )
    drawn = draw({"a.yaml": canary.format("back"), "b.yaml": canary.format("front")})
    titles = {one.title for one in drawn.components.values()}
    assert {"podinfo (back)", "podinfo (front)"} <= titles


def test_stages_of_promotion_are_one_component_where_they_are_many(draw):
    kargo = "---\napiVersion: kargo.akuity.io/v1alpha1\nkind: {}\nmetadata: {{name: {}, namespace: shop}}\nspec: {{}}\n"
    drawn = draw(
        {
            "k.yaml": kargo.format("Warehouse", "images")
            + kargo.format("Warehouse", "charts")
            + "".join(kargo.format("Stage", f"s{n}") for n in range(11))
        }
    )
    assert [one.title for one in drawn.components.values() if one.kind == "promotion"] == [
        "warehouses \u00d7 2",
        "stages \u00d7 11",
    ]


def test_a_strategy_stands_for_its_branches_where_they_are_many(draw):
    branches = ", ".join(f"{{branch: env/e{n}}}" for n in range(11))
    drawn = draw(
        {
            "p.yaml": "apiVersion: promoter.argoproj.io/v1alpha1\nkind: PromotionStrategy\n"
            f"metadata: {{name: shop, namespace: p}}\nspec: {{environments: [{branches}]}}\n"
        }
    )
    assert "shop" in {one.title for one in drawn.components.values()}
    assert not any(one.title.startswith("env/") for one in drawn.components.values())


def test_sealed_secrets_are_one_component(draw):
    sealed = "---\napiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {{name: {}, namespace: n}}\nspec: {{encryptedData: {{}}}}\n"
    drawn = draw({"a.yaml": sealed.format("one") + sealed.format("two")})
    assert [one.title for one in drawn.components.values() if one.kind == "secret-manager"] == [
        "sealed secrets \u00d7 2"
    ]
