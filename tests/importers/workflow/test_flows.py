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
        ("apps", "prod"),
        ("b", "prod"),
        ("fleet", "apps"),
        ("fleet", "dev"),
        ("fleet", "infra"),
        ("infra", "apps"),
        ("infra", "prod"),
    ]
    tiers = {one.title: one.tier.value for one in drawn.components.values() if one.tier}
    assert tiers == {"dev": "development", "prod": "production"}
