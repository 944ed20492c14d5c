"""Flows of a drawn workflow: from what comes first."""

from __future__ import annotations

pytest_plugins = ("support.repositories", "support.drawn_workflows")


def test_dependencies_run_from_what_comes_first_and_reconcilers_to_their_environments(draw, make):
    drawn = draw(
        {
            "clusters/prod/apps.yaml": make["ks"]("apps", "./apps", extra="  dependsOn: [{name: infra}]\n"),
            "clusters/prod/infra.yaml": make["ks"]("infra", "./infra"),
            "clusters/dev/x.yaml": "a: b\n",
            "apps/a.yaml": make["release"]("a", namespace="shop"),
            "infra/b.yaml": make["release"]("b", namespace="infra"),
        }
    )
    assert sorted(drawn.named_flows()) == [
        ("a", "prod"),
        ("apps", "a"),
        ("apps", "prod"),
        ("b", "prod"),
        ("fleet", "dev"),
        ("fleet", "infra"),
        ("infra", "apps"),
        ("infra", "b"),
        ("infra", "prod"),
    ]
    tiers = {one.title: one.tier.value for one in drawn.components.values() if one.tier}
    assert tiers == {"dev": "development", "prod": "production"}


def test_an_app_of_apps_leads_to_what_it_gives(draw, make):
    drawn = draw(
        {
            "root.yaml": make["application"]("root", "apps"),
            "apps/a.yaml": make["application"]("a", "workloads/a"),
            "apps/b.yaml": make["application"]("b", "workloads/b"),
            "workloads/a/x.yaml": "kind: Service\n",
            "workloads/b/x.yaml": "kind: Service\n",
        }
    )
    assert sorted(drawn.named_flows()) == [("fleet", "root"), ("root", "a"), ("root", "b")]


def test_what_a_folder_gives_is_left_out_where_the_flows_become_too_many(draw, make):
    files = {"root.yaml": make["ks"]("root", "./apps")}
    for number in range(35):
        waits = "".join(f"    - {{name: a{other}}}\n" for other in range(max(0, number - 3), number))
        depends = f"  dependsOn:\n{waits}" if waits else ""
        files[f"apps/a{number}.yaml"] = make["ks"](f"a{number}", f"./x/a{number}", extra=depends)
        files[f"x/a{number}/release.yaml"] = make["release"](f"r{number}", namespace="shop")
    drawn = draw(files)
    assert drawn.flows
    assert len(drawn.flows) <= 120


def test_an_application_of_another_branch_is_of_the_repository_and_what_another_repository_holds_is_not(draw, make):
    rendered = make["application"]("shop", ".").replace("HEAD", "env/prod")
    other = make["application"]("cart", "deploy/", url="https://example.org/you/other/")
    drawn = draw({"argocd/shop.yaml": rendered, "argocd/cart.yaml": other, "envs/prod/a.yaml": "a: b\n"})
    assert drawn.named_flows() == [("fleet", "shop"), ("fleet", "prod")]
