"""Generators of ApplicationSets: the parameters that the tree gives."""

from __future__ import annotations

import json

import pytest

from support.application_sets import APPS, GIT, fleet

pytest_plugins = ("support.repositories",)


@pytest.mark.parametrize(
    ("go", "name", "path"),
    [(False, "{{path.basename}}", "{{path}}"), (True, "{{ .path.basename }}", "{{.path.path}}")],
)
def test_git_folders_give_an_application_each(read, go, name, path):
    found = read({**APPS, "set.yaml": fleet(GIT, name, path, go=go)})
    one = found.object("ApplicationSet/argocd/fleet")
    assert one["generates"] == [
        {"name": "one", "path": "apps/one/", "environment": ""},
        {"name": "two", "path": "apps/two/", "environment": ""},
    ]
    assert one["unverifiable"] == []
    assert found.edges("path") == [(one["id"], "apps/one/"), (one["id"], "apps/two/")]


def test_git_files_give_what_they_hold(read):
    generator = "- git: {repoURL: https://example.org/me/fleet, files: [{path: 'clusters/**/config.json'}]}"
    found = read(
        {
            **APPS,
            "clusters/dev/eu/config.json": json.dumps({"cluster": {"name": "dev-eu"}, "app": "one"}),
            "clusters/prod/config.json": '[{\n\t"cluster": {"name": "prod"}, "app": "two"}]',
            "set.yaml": fleet(generator, "{{cluster.name}}-{{path[1]}}", "apps/{{app}}"),
        }
    )
    assert found.object("ApplicationSet/argocd/fleet")["generates"] == [
        {"name": "dev-eu-dev", "path": "apps/one/", "environment": "dev"},
        {"name": "prod-prod", "path": "apps/two/", "environment": "prod"},
    ]


def test_a_matrix_pairs_and_its_second_generator_may_use_the_first(read):
    generator = """
- matrix:
    generators:
      - list: {elements: [{env: dev, dir: one}, {env: prod, dir: two}]}
      - list: {elements: [{name: 'x-{{env}}'}, {name: y}]}
"""
    found = read({**APPS, "set.yaml": fleet(generator, "{{name}}-{{dir}}", "apps/{{dir}}")})
    names = [one["name"] for one in found.object("ApplicationSet/argocd/fleet")["generates"]]
    assert names == ["x-dev-one", "x-prod-two", "y-one", "y-two"]


def test_a_merge_keeps_the_first_and_takes_over_from_later_ones(read):
    generator = """
- merge:
    mergeKeys: [env]
    generators:
      - list: {elements: [{env: dev, dir: one}, {env: prod, dir: one}]}
      - list: {elements: [{env: prod, dir: two}, {env: none, dir: two}]}
"""
    found = read({**APPS, "set.yaml": fleet(generator, "a-{{env}}", "apps/{{dir}}")})
    generated = found.object("ApplicationSet/argocd/fleet")["generates"]
    assert [(one["name"], one["path"]) for one in generated] == [("a-dev", "apps/one/"), ("a-prod", "apps/two/")]


def test_a_selector_leaves_out_what_does_not_fit(read):
    generator = """
- list: {elements: [{env: dev}, {env: prod}]}
  selector: {matchLabels: {env: prod}}
"""
    found = read({**APPS, "set.yaml": fleet(generator, "a-{{env}}", "apps/one")})
    assert [one["name"] for one in found.object("ApplicationSet/argocd/fleet")["generates"]] == ["a-prod"]


@pytest.mark.parametrize(
    ("generator", "why"),
    [
        ("- clusters: {}", "the clusters generator needs more than the repository"),
        ("- git: {repoURL: https://example.org/you/x, directories: [{path: apps/*}]}", "another repository"),
        ("- pullRequest: {}", "the pullRequest generator needs more than the repository"),
        (
            "- git: {repoURL: 'https://example.org/me/fleet', revision: v1, directories: [{path: '*'}]}",
            "another revision",
        ),
        (
            "- git: {repoURL: 'https://example.org/me/fleet', files: [{path: '{{env}}/*.json'}]}",
            "a path that a template gives",
        ),
        ("- list: {elementsYaml: '{{ .elements | toJson }}'}", "elements that a template gives"),
        ("- other: {}", "a generator that is not known"),
        ("- list: {elements: [" + "{a: b}," * 5_001 + "]}", "more than 5,000 results"),
        (
            "- " + "{matrix: {generators: [" * 6 + "{list: {elements: [{a: b}]}}" + "]}}" * 6,
            "generators nested too deeply",
        ),
    ],
)
def test_a_fleet_that_needs_more_than_the_tree_is_unverifiable(read, generator, why):
    found = read({**APPS, "set.yaml": fleet(generator, "{{name}}", "apps/one")})
    one = found.object("ApplicationSet/argocd/fleet")
    assert one["generates"] is None
    assert [each["why"] for each in found.json["unverifiable"] if each["field"] == "spec.generators[0]"] == [why]
    assert found.edges("path") == [(one["id"], "apps/one/")]


def test_elements_that_the_first_generator_of_a_matrix_holds_are_read(read):
    generator = """
- matrix:
    generators:
      - git: {repoURL: https://example.org/me/fleet.git, revision: HEAD, files: [{path: charts.yaml}]}
      - list: {elementsYaml: '{{ .charts.list | toJson }}'}
"""
    files = {**APPS, "charts.yaml": "charts:\n  list:\n    - {name: blog, dir: one}\n    - {name: shop, dir: two}\n"}
    found = read({**files, "set.yaml": fleet(generator, "{{ .name }}", "apps/{{ .dir }}", go=True)})
    assert found.object("ApplicationSet/argocd/fleet")["generates"] == [
        {"name": "blog", "path": "apps/one/", "environment": ""},
        {"name": "shop", "path": "apps/two/", "environment": ""},
    ]


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        ("{key: env, operator: In, values: [dev, test]}", ["a-dev"]),
        ("{key: env, operator: NotIn, values: [dev, test]}", ["b-prod", "c-"]),
        ("{key: env, operator: Exists}", ["a-dev", "b-prod", "c-"]),
        ("{key: tier, operator: DoesNotExist}", ["a-dev", "c-"]),
        ("{key: env, operator: Like, values: [dev]}", []),
    ],
)
def test_expressions_select_the_results_of_a_generator(read, expression, names):
    elements = "{name: a, env: dev}, {name: b, env: prod, tier: gold}, {name: c, env: ''}"
    generator = f"- list: {{elements: [{elements}]}}\n  selector: {{matchExpressions: [{expression}]}}"
    found = read({**APPS, "set.yaml": fleet(generator, "{{name}}-{{env}}", "apps/one")})
    assert [one["name"] for one in found.object("ApplicationSet/argocd/fleet")["generates"]] == names


@pytest.mark.parametrize(("go", "name"), [(True, "{{ .at.path.basename }}"), (False, "{{at.path.basename}}")])
def test_a_prefix_stands_before_the_place_of_a_result_which_has_values(read, go, name):
    git = GIT.replace("{repoURL", "{pathParamPrefix: at, values: {team: web}, repoURL")
    name += "-{{ .values.team }}" if go else "-{{values.team}}"
    found = read({**APPS, "set.yaml": fleet(git, name, "apps/one", go=go)})
    assert [one["name"] for one in found.object("ApplicationSet/argocd/fleet")["generates"]] == ["one-web", "two-web"]


def test_files_that_are_no_texts_give_nothing_and_values_of_json_are_those_of_yaml(read):
    generator = "- git: {repoURL: https://example.org/me/fleet, files: [{path: 'config/*'}]}"
    files = {"config/a.json": '{"name": "one", "on": true}', "config/b.json": b"\xff\xfd\xfc"}
    found = read({**APPS, **files, "set.yaml": fleet(generator, "{{name}}-{{on}}", "apps/one")})
    assert [one["name"] for one in found.object("ApplicationSet/argocd/fleet")["generates"]] == ["one-true"]


def test_a_document_of_elements_that_cannot_be_read_gives_none(read):
    generator = "- list:\n    elementsYaml: |\n      - {name: one}\n      ---\n      [\n"
    found = read({**APPS, "set.yaml": fleet(generator, "{{name}}", "apps/one")})
    assert [one["name"] for one in found.object("ApplicationSet/argocd/fleet")["generates"]] == ["one"]


def test_more_results_than_anybody_deploys_are_unverifiable(read):
    elements = ", ".join(f"{{one: x{number}}}" for number in range(80))
    generator = (
        f"- matrix: {{generators: [{{list: {{elements: [{elements}]}}}}, {{list: {{elements: [{elements}]}}}}]}}"
    )
    found = read({**APPS, "set.yaml": fleet(generator, "{{one}}", "apps/one")})
    assert found.object("ApplicationSet/argocd/fleet")["generates"] is None
