"""ApplicationSets: the Applications that they give, or why the tree does not say them."""

from __future__ import annotations

from sphinx_gitops.importers.applicationsets.resolution import patched_keys
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


def test_the_environments_of_a_fleet_of_rendered_branches_are_those_that_its_parameters_name(read):
    generator = "- list: {elements: [{env: dev}, {env: prod}]}"
    found = read(
        {
            "envs/dev/a.yaml": "a: b\n",
            "envs/prod/a.yaml": "a: b\n",
            "set.yaml": fleet(generator, "shop-{{env}}", ".").replace("HEAD", "env/{{env}}"),
        }
    )
    one = found.object("ApplicationSet/argocd/fleet")
    assert one["environments"] == ["dev", "prod"]
    assert found.edges("path") == [(one["id"], "./", "unverifiable")]


def test_what_a_patch_of_the_template_may_change_is_unverifiable(read):
    patch = (
        "  templatePatch: |\n    {{- if .auto }}\n    spec:\n      syncPolicy:\n        automated: {}\n    {{- end }}\n"
    )
    found = read({**APPS, "set.yaml": fleet(GIT, "{{path.basename}}", "{{path}}") + patch})
    (one,) = found.json["unverifiable"]
    assert one["field"] == "spec.template.spec.syncPolicy.automated"
    assert (one["text"], one["why"]) == ("false", "templatePatch may change it")
    assert patched_keys("a:\n  - b: c\n  # d: e\n  f-g: h\n  x:y\n") == {"a", "b"}


def test_what_is_empty_in_the_template_of_a_generator_overrides_nothing(read):
    template = "template: {metadata: {}, spec: {destination: {}, project: '', source: {repoURL: '', path: null, kustomize: {images: []}}}}"
    generator = f"- list: {{elements: [{{dir: one}}], {template}}}"
    found = read({**APPS, "set.yaml": fleet(generator, "{{dir}}", "apps/{{dir}}")})
    one = found.object("ApplicationSet/argocd/fleet")
    assert one["generates"] == [{"name": "one", "path": "apps/one/", "environment": ""}]
    assert found.edges("path") == [(one["id"], "apps/one/")]
    other = generator.replace("repoURL: ''", "path: apps/two")
    found = read({**APPS, "set.yaml": fleet(other.replace(", path: null", ""), "{{dir}}", "apps/{{dir}}")})
    assert found.edges("path") == [(one["id"], "apps/two/")]


def test_a_selector_may_stand_before_its_generator(read):
    generator = "- selector: {matchLabels: {dir: one}}\n  list: {elements: [{dir: one}, {dir: two}], template: {spec: {source: {path: apps/two}}}}"
    found = read({**APPS, "set.yaml": fleet(generator, "{{dir}}", "apps/{{dir}}")})
    assert found.object("ApplicationSet/argocd/fleet")["generates"] == [
        {"name": "one", "path": "apps/two/", "environment": ""}
    ]
