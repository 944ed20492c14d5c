"""Replacements: the value of one object, written into others."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.documents import text_at
from sphinx_gitops.importers.kustomize.replacing import replaced
from support.manifests import item, tree

SOURCE = item(
    "{apiVersion: v1, kind: ConfigMap, metadata: {name: vars, namespace: eu},"
    " data: {host: shop.example.org:443, a.b: dotted}}"
)
TARGET = item(
    "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: shop, namespace: argocd},"
    " spec: {destination: {namespace: old}, source: {repoURL: https://old/x}}}"
)


def after(replacement: str, *keys: str) -> str:
    found = list(replaced((SOURCE, TARGET), tree(replacement)))[1]
    if keys == ("name",):
        return found.name
    return found.namespace if keys == ("namespace",) else text_at(found.body, *keys)


FROM = "source: {kind: ConfigMap, name: vars"
TO = "select: {kind: Application}, fieldPaths: [spec.destination.namespace]"
PLACE = ("spec", "destination", "namespace")


@pytest.mark.parametrize(
    ("source", "value"),
    [
        (f"{FROM}}}", "vars"),
        (f"{FROM}, fieldPath: metadata.name}}", "vars"),
        (f"{FROM}, fieldPath: metadata.namespace}}", "eu"),
        (f"{FROM}, fieldPath: data.host}}", "shop.example.org:443"),
        (f"{FROM}, fieldPath: 'data.[a.b]'}}", "dotted"),
        (f"{FROM}, fieldPath: 'data.a\\.b'}}", "dotted"),
        (f"{FROM}, fieldPath: data.host, options: {{delimiter: ':', index: 1}}}}", "443"),
        (f"{FROM}, fieldPath: data.host, options: {{delimiter: ':'}}}}", "shop.example.org"),
        ("sourceValue: given", "given"),
        (f"{FROM}, fieldPath: data.none}}", "old"),
        ("source: {kind: Secret}", "old"),
    ],
)
def test_a_value_is_copied_from(source, value):
    assert after(f"{{{source}, targets: [{{{TO}}}]}}", *PLACE) == value


@pytest.mark.parametrize(
    ("target", "keys", "value"),
    [
        ("select: {kind: Application}, fieldPaths: [metadata.name]", ("name",), "new"),
        ("select: {kind: Application}, fieldPaths: [metadata.namespace]", ("namespace",), "new"),
        ("select: {kind: Secret}, fieldPaths: [metadata.name]", ("name",), "shop"),
        (f"{TO}, reject: [{{name: shop}}]", PLACE, "old"),
        (f"{TO}, reject: [{{name: x}}]", PLACE, "new"),
        ("select: {name: shop}, fieldPaths: [spec.project]", ("spec", "project"), ""),
        ("select: {name: shop}, fieldPaths: [spec.project], options: {create: true}", ("spec", "project"), "new"),
        (
            "select: {name: shop}, fieldPaths: [spec.source.repoURL], options: {delimiter: /, index: 2}",
            ("spec", "source", "repoURL"),
            "https://new/x",
        ),
        ("select: {name: shop}, fieldPaths: ['spec.*.namespace']", PLACE, "old"),
        ("select: {name: shop}, fieldPaths: ['spec.*.namespace'], options: {create: true}", PLACE, "old"),
        ("select: {name: shop}, fieldPaths: [{a: b}]", PLACE, "old"),
    ],
)
def test_a_value_is_written_to(target, keys, value):
    assert after(f"{{sourceValue: new, targets: [{{{target}}}]}}", *keys) == value


def test_a_part_that_no_value_has_is_nothing():
    number = "9" * 5000
    read = f"{FROM}, fieldPath: data.host, options: {{delimiter: ':', index: {number}}}}}"
    assert after(f"{{{read}, targets: [{{{TO}}}]}}", *PLACE) == ""
    write = f"{TO}, options: {{delimiter: '/', index: {number}}}"
    assert after(f"{{{FROM}}}, targets: [{{{write}}}]}}", *PLACE) == "vars"
