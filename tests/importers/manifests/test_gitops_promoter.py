"""GitOps Promoter: from branch to branch."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)


def test_a_strategy_promotes_from_branch_to_branch(read):
    found = read(
        {
            "promoter.yaml": """
                apiVersion: promoter.argoproj.io/v1alpha1
                kind: PromotionStrategy
                metadata: {name: shop, namespace: p}
                spec:
                  gitRepositoryRef: {name: r}
                  environments:
                    - branch: env/dev
                    - branch: env/prod
                      autoMerge: false
                ---
                apiVersion: promoter.argoproj.io/v1alpha1
                kind: AnythingCommitStatus
                metadata: {name: gate, namespace: p}
                spec: {key: k}
            """
        }
    )
    strategy = "PromotionStrategy/p/shop"
    assert found.edges("promotes") == [(f"{strategy}#env/dev", f"{strategy}#env/prod")]
    assert found.object(f"{strategy}#env/prod")["fields"] == {"autoMerge": False}
    assert "AnythingCommitStatus/p/gate" in found.ids


def test_an_environment_without_a_branch_is_none(read):
    text = "apiVersion: promoter.argoproj.io/v1alpha1\nkind: PromotionStrategy\nmetadata: {name: shop, namespace: p}\nspec: {environments: [{autoMerge: false}, {branch: env/dev}]}\n"
    assert read({"a.yaml": text}).ids == ["PromotionStrategy/p/shop", "PromotionStrategy/p/shop#env/dev"]
