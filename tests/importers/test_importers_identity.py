"""Ids and environments."""

import pytest

from sphinx_gitops.importers.resolution.environments import environments_of
from sphinx_gitops.importers.resolution.tiers import tier_of, tier_word

pytest_plugins = ("support.repositories",)


def test_equal_ids_get_their_folder_and_then_their_line(read, make):
    found = read(
        {
            "teams/a/shop.yaml": make["application"]("shop", "x"),
            "teams/b/shop.yaml": make["application"]("shop", "x") + make["application"]("shop", "y"),
            "shop.yaml": make["application"]("shop", "x"),
        }
    )
    assert sorted(found.ids) == [
        "Application/argocd/shop@./",
        "Application/argocd/shop@teams/a/",
        "Application/argocd/shop@teams/b/shop.yaml:13",
        "Application/argocd/shop@teams/b/shop.yaml:2",
    ]


def test_the_same_name_in_two_environments_needs_no_folder(read, make):
    found = read({f"clusters/{one}/shop.yaml": make["application"]("shop", "x") for one in ("dev", "prod")})
    assert found.ids == ["Application/argocd/shop@dev", "Application/argocd/shop@prod"]


def test_only_kinds_that_two_groups_share_name_their_group(read):
    found = read(
        {
            "a.yaml": "apiVersion: promoter.argoproj.io/v1alpha1\nkind: GitRepository\n"
            "metadata: {name: r, namespace: n}\nspec: {github: {owner: o, name: n}}\n"
        }
    )
    assert found.ids == ["GitRepository.promoter.argoproj.io/n/r"]


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


@pytest.mark.parametrize(
    ("name", "tier"),
    [
        ("dev", "development"),
        ("sandbox-1", "development"),
        ("uat", "staging"),
        ("preprod", "staging"),
        ("pre-prod", "staging"),
        ("eu-production", "production"),
        ("prod.eu", "production"),
        ("dr", "disaster-recovery"),
        ("home", ""),
        ("non-prod", ""),
        ("product", ""),
        ("Staging", "staging"),
    ],
)
def test_tiers(name, tier):
    assert tier_of(name) == tier


def test_a_test_tier_is_another_than_staging():
    assert tier_word("qa") != tier_word("staging")


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


def test_the_items_of_a_list_are_objects_of_their_own(read):
    found = read(
        {
            "a.yaml": """
                apiVersion: v1
                kind: List
                items:
                  - apiVersion: external-secrets.io/v1
                    kind: SecretStore
                    metadata: {name: one, namespace: n}
                    spec: {provider: {}}
                  - apiVersion: external-secrets.io/v1
                    kind: SecretStore
                    metadata: {name: two, namespace: n}
                    spec: {provider: {}}
            """
        }
    )
    assert [(one["id"], one["line"]) for one in found.json["objects"]] == [
        ("SecretStore/n/one", 4),
        ("SecretStore/n/two", 8),
    ]
