"""Reconcilers as components: one each, or fleets where they are many."""

from __future__ import annotations

pytest_plugins = ("support.repositories", "support.drawn_workflows")


def test_a_large_repository_is_folded_into_fleets_that_patterns_bind(draw, make):
    files = {}
    for namespace in ("media", "home", "games"):
        names = [f"{namespace}-{number}" for number in range(30)]
        files[f"apps/{namespace}/kustomization.yaml"] = make["kustomization"](
            *(f"{name}.yaml" for name in names), extra=f"namespace: {namespace}\n"
        )
        files |= {f"apps/{namespace}/{name}.yaml": make["release"](name) for name in names}
    files["clusters/home/apps.yaml"] = make["ks"]("apps", "./apps")
    drawn = draw(files)
    titles = {one.title: [binding.object for binding in one.bindings] for one in drawn.components.values()}
    assert titles["media \N{MULTIPLICATION SIGN} 30"] == ["HelmRelease/media/*@home"]
    assert "apps" in titles


def test_a_fleet_of_an_application_set_says_how_many(draw):
    drawn = draw(
        {
            **{f"apps/a{number}/cm.yaml": "a: b\n" for number in range(138)},
            "set.yaml": """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: fleet-apps, namespace: argocd}
                spec:
                  generators:
                    - git: {repoURL: 'https://example.org/me/fleet', directories: [{path: apps/*}]}
                  template:
                    metadata: {name: '{{path.basename}}'}
                    spec:
                      source: {repoURL: 'https://example.org/me/fleet', path: '{{path}}'}
                      destination: {name: x}
            """,
        }
    )
    assert drawn.components["fleet-apps"].title == "fleet-apps \N{MULTIPLICATION SIGN} 138"
