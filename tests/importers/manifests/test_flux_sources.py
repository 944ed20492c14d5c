"""Flux sources: what makes one whole, and what charts and generators take from."""

from __future__ import annotations

import pytest

pytest_plugins = ("support.repositories",)

SOURCE = "apiVersion: source.toolkit.fluxcd.io/v1\nkind: {kind}\nmetadata: {{name: x, namespace: n}}\nspec: {spec}\n"


@pytest.mark.parametrize(
    ("kind", "whole"),
    [
        ("GitRepository", "{url: https://example.org/x}"),
        ("OCIRepository", "{url: oci://example.org/x, ref: {tag: v1}}"),
        ("HelmRepository", "{url: https://example.org/x}"),
        ("Bucket", "{bucketName: x, endpoint: example.org}"),
        ("HelmChart", "{chart: x, sourceRef: {name: x}}"),
        ("ExternalArtifact", "{sourceRef: {name: x}}"),
    ],
)
def test_a_source_without_what_makes_it_one_is_a_part(read, kind, whole):
    found = read({"x.yaml": SOURCE.format(kind=kind, spec=whole)})
    assert [one["kind"] for one in found.json["objects"]] == [kind]
    assert read({"x.yaml": SOURCE.format(kind=kind, spec="~")}, name="part").ids == []


def test_a_chart_comes_from_a_helm_repository_unless_it_says_otherwise(read):
    repository = SOURCE.format(kind="HelmRepository", spec="{url: https://example.org/x}")
    chart = SOURCE.format(kind="HelmChart", spec="{chart: x, sourceRef: {name: x}}")
    assert read({"x.yaml": f"{repository}---\n{chart}"}).edges("sourceRef") == [("HelmChart/n/x", "HelmRepository/n/x")]
