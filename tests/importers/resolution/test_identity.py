"""Ids of objects: unique, with no more than is needed."""

from __future__ import annotations

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
