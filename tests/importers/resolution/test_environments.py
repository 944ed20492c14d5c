"""Environments: the folders that are some, and which of them a path is in."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.resolution.environments import environments_of

pytest_plugins = ("support.repositories",)


@pytest.mark.parametrize(
    ("folders", "expected"),
    [
        (["clusters/home/", "clusters/", "clusters/base/"], ["home"]),
        (["apps/dev/", "apps/media/", "apps/games/", "apps/prod-db/"], []),
        (["apps/dev/", "apps/media/"], []),
        (["overlays/dev/", "overlays/prod/", "overlays/base/", "overlays/components/"], ["dev", "prod"]),
        (["overlays/prod-eu/", "overlays/prod-us/"], []),
        (["overlays/eu-prod/", "overlays/eu-staging/"], ["eu-prod", "eu-staging"]),
        (["docs/clusters/home/", "examples/envs/prod/", "tests/envs/dev/"], []),
        (["shop/envs/qa/"], ["qa"]),
        (["clusters/clusters/"], []),
    ],
)
def test_folders_that_are_environments(folders, expected):
    assert [one.name for one in environments_of(folders).all] == expected


def test_a_name_counts_in_every_folder_and_as_the_stem_of_a_file():
    found = environments_of(["clusters/production/", "apps/base/", "apps/production/", "hub/"])
    assert found.all[0].folders == ("apps/production/", "clusters/production/")
    assert found.of_file("hub/production.yaml") == "production"
    assert found.of_file("apps/base/production-values.yaml") == ""
    assert found.of_file("apps/production/deep/a.yaml") == "production"


def test_an_objects_file_decides_before_its_path(read, make):
    found = read(
        {
            "clusters/prod/x.yaml": "a: b\n",
            "clusters/dev/shop.yaml": make["application"]("shop", "clusters/prod"),
            "argocd/other.yaml": make["application"]("other", "clusters/prod"),
        }
    )
    assert found.ids == ["Application/argocd/other@prod", "Application/argocd/shop@dev"]


def test_a_fleet_over_all_environments_has_them_all(read):
    found = read(
        {
            "envs/dev/cm.yaml": "a: b\n",
            "envs/prod/cm.yaml": "a: b\n",
            "set.yaml": """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: fleet, namespace: argocd}
                spec:
                  generators:
                    - list: {elements: [{env: dev}, {env: prod}]}
                  template:
                    metadata: {name: 'a-{{env}}'}
                    spec:
                      source: {repoURL: 'https://example.org/me/fleet', path: 'envs/{{env}}'}
                      destination: {name: x}
            """,
        }
    )
    one = found.object("ApplicationSet/argocd/fleet")
    assert one["environments"] == ["dev", "prod"]
    assert [each["environment"] for each in one["generates"]] == ["dev", "prod"]
