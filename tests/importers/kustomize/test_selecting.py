"""Selectors of patches and replacements: which objects they mean."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.kustomize.selecting import names, selects
from support.manifests import item, tree

OBJECT = """\
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: shop
  namespace: web
  labels: {app: shop, tier: front}
  annotations: {owner: team-a}
spec: {}
"""


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("{kind: HelmRelease}", True),
        ("{kind: Helm.*}", True),
        ("{kind: Helm}", False),
        ("{group: helm.toolkit.fluxcd.io, version: v2}", True),
        ("{version: v1}", False),
        ("{group: apps}", False),
        ("{name: shop, namespace: web}", True),
        ("{name: sh.*}", True),
        ("{name: sh}", False),
        ("{namespace: other}", False),
        ("{name: '('}", False),
        ("{name: '(a+)+'}", False),
        ("{labelSelector: app=shop}", True),
        ("{labelSelector: 'app == shop, tier != back'}", True),
        ("{labelSelector: app!=shop}", False),
        ("{labelSelector: app}", True),
        ("{labelSelector: other}", False),
        ("{labelSelector: 'tier in (front, back)'}", True),
        ("{labelSelector: 'tier notin (front, back)'}", False),
        ("{labelSelector: 'tier in (back),app=shop'}", False),
        ("{annotationSelector: owner=team-a}", True),
        ("{annotationSelector: owner=team-b}", False),
    ],
)
def test_a_selector_means(target, meant):
    assert selects(tree(target), item(OBJECT)) is meant


def test_a_selector_may_use_an_earlier_name():
    renamed = item(OBJECT).renamed(name="eu-shop", namespace="eu")
    assert selects(tree("{name: shop, namespace: web}"), renamed)
    assert selects(tree("{name: eu-shop, namespace: eu}"), renamed)


@pytest.mark.parametrize(
    ("patch", "meant"),
    [
        ("{apiVersion: helm.toolkit.fluxcd.io/v2beta1, kind: HelmRelease, metadata: {name: shop}}", True),
        ("{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: shop, namespace: web}}", True),
        ("{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: shop, namespace: x}}", False),
        ("{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmChart, metadata: {name: shop}}", False),
        ("{apiVersion: apps/v1, kind: HelmRelease, metadata: {name: shop}}", False),
        ("{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: other}}", False),
    ],
)
def test_a_part_of_an_object_names_it(patch, meant):
    assert names(tree(patch), item(OBJECT)) is meant
