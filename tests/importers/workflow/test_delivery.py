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
