"""ApplicationSets: the Applications that they give, or why the tree does not say them."""

from __future__ import annotations

from support.application_sets import APPS, GIT, fleet

pytest_plugins = ("support.repositories",)


def test_an_action_that_is_not_plain_is_unverifiable(read):
    found = read({**APPS, "set.yaml": fleet(GIT, '{{ trimPrefix "x" .path.basename }}', "{{.path.path}}", go=True)})
    assert found.object("ApplicationSet/argocd/fleet")["generates"] is None


def test_what_a_fleet_deploys_gets_the_namespace_of_each_destination(read, make):
    found = read(
        {
            "apps/one/a.yaml": make["release"]("a"),
            "set.yaml": fleet(GIT, "{{path.basename}}", "{{path}}", namespace="ns-{{path.basename}}"),
        }
    )
    assert ("ApplicationSet/argocd/fleet", "HelmRelease/ns-one/a") in found.edges("contains")


def test_a_path_that_a_resolved_fleet_cannot_fill_is_unverifiable(read):
    generator = "- list: {elements: [{env: dev}]}"
    found = read({**APPS, "set.yaml": fleet(generator, "a-{{env}}", "{{gone}}", namespace="{{env}}")})
    one = found.object("ApplicationSet/argocd/fleet")
    assert one["generates"] == [{"name": "a-dev", "path": "{{gone}}", "environment": ""}]
    assert one["unverifiable"] == ["spec.template.spec.source.path"]
