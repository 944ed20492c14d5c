"""Two workflows, of which one has flows that end in the other."""

from __future__ import annotations

SHOP = """\
id: shop
title: Shop
stages:
  ci: {components: {BUILD: Builder, a.b: Dotted}}
  run: {components: {PROD: Production}}
flows:
"""
INFRA = """\
id: infra
title: Infrastructure
formerly: [base]
stages:
  p: {title: Platform, components: {CLUSTER: {title: Cluster, formerly: [OLD]}}}
"""


def shop(*flows: str) -> str:
    return SHOP + "".join(f"  - {flow}\n" for flow in flows)
