"""Flux reconcilers: what a Kustomization and a HelmRelease say and refer to."""

from __future__ import annotations

import pytest

pytest_plugins = ("support.repositories",)


@pytest.mark.parametrize(
    ("kind", "group", "spec", "edge", "target", "group_of_target"),
    [
        ("Alert", "notification", "providerRef: {name: x}", "providerRef", "Provider", "notification"),
        ("ImagePolicy", "image", "imageRepositoryRef: {name: x}", "imageRepositoryRef", "ImageRepository", "image"),
        ("HelmChart", "source", "chart: c, sourceRef: {kind: Bucket, name: x}", "sourceRef", "Bucket", "source"),
    ],
)
def test_references_of_the_other_kinds(read, kind, group, spec, edge, target, group_of_target):
    found = read(
        {
            "a.yaml": (
                f"apiVersion: {group}.toolkit.fluxcd.io/v1\nkind: {kind}\n"
                f"metadata: {{name: a, namespace: n}}\nspec: {{{spec}}}\n---\n"
                f"apiVersion: {group_of_target}.toolkit.fluxcd.io/v1\nkind: {target}\n"
                "metadata: {name: x, namespace: n}\nspec: {bucketName: b, image: i, type: slack}\n"
            )
        }
    )
    assert found.edges(edge) == [(f"{kind}/n/a", f"{target}/n/x")]


def test_suspended_is_said(read, make):
    found = read({"clusters/home/a.yaml": make["ks"]("a", "./clusters", extra="  suspend: true\n")})
    assert found.codes == ["suspended"]
    assert found.json["problems"][0]["line"] == 8


@pytest.mark.parametrize(("kind", "group"), [("HelmRelease", "helm"), ("Kustomization", "kustomize")])
def test_one_without_a_specification_is_a_part_of_one_for_an_overlay(read, kind, group):
    text = f"apiVersion: {group}.toolkit.fluxcd.io/v1\nkind: {kind}\nmetadata: {{name: a, namespace: n}}\n"
    assert read({"a.yaml": text}).ids == []
