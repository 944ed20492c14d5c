"""Argo Rollouts: rollouts reconcile, and their strategies are fields."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)

ROLLOUT = """\
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: shop, namespace: web}
spec:
  replicas: 3
  strategy: {blueGreen: {activeService: live, previewService: next, autoPromotionEnabled: false}}
---
apiVersion: argoproj.io/v1alpha1
kind: ClusterAnalysisTemplate
metadata: {name: errors, namespace: ignored}
spec: {metrics: []}
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: part}
"""


def test_a_rollout_has_its_strategy_and_a_template_of_the_cluster_no_namespace(read):
    found = read({"apps/shop.yaml": ROLLOUT})
    assert found.ids == ["Rollout/web/shop", "ClusterAnalysisTemplate/errors"]
    fields = found.object("Rollout/web/shop")["fields"]
    assert fields["spec.strategy.blueGreen.activeService"] == "live"
    assert fields["spec.strategy.blueGreen.autoPromotionEnabled"] is False
    assert found.json["found"] is True
