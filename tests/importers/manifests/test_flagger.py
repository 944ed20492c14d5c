"""Flagger: canaries with their analysis."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)

CANARY = """\
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: shop, namespace: web}
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: shop}
  analysis: {stepWeight: 10, maxWeight: 50}
---
apiVersion: flagger.app/v1beta1
kind: AlertProvider
metadata: {name: chat, namespace: web}
spec: {type: slack, channel: ops}
"""


def test_a_canary_names_what_it_rolls_out(read):
    found = read({"apps/shop.yaml": CANARY})
    assert found.ids == ["Canary/web/shop", "AlertProvider/web/chat"]
    fields = found.object("Canary/web/shop")["fields"]
    assert (fields["spec.targetRef.name"], fields["spec.analysis.maxWeight"]) == ("shop", "50")
