"""Argo CD: applications, projects, and the fleets of application sets."""

import json

import pytest

pytest_plugins = ("support.repositories",)

FLEET = """---
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {{name: fleet, namespace: argocd}}
spec:
  goTemplate: {go}
  generators:
{generators}
  template:
    metadata: {{name: '{name}'}}
    spec:
      project: default
      source: {{repoURL: 'https://example.org/me/fleet.git', path: '{path}', targetRevision: HEAD}}
      destination: {{server: 'https://kubernetes.default.svc', namespace: '{namespace}'}}
"""


def fleet(generators, name, path, *, go=False, namespace="shop"):
    listed = "\n".join(f"    {line}" for line in generators.strip("\n").splitlines())
    return FLEET.format(generators=listed, name=name, path=path, go=str(go).lower(), namespace=namespace)


APPS = {"apps/one/cm.yaml": "a: b\n", "apps/two/cm.yaml": "a: b\n", "apps/old/cm.yaml": "a: b\n"}


def test_an_application_has_its_fields_and_its_folder(read, make):
    automated = "  syncPolicy: {automated: {prune: true}}\n"
    found = read(
        {
            "argocd/shop.yaml": make["application"]("shop", "deploy/shop", extra=automated),
            "deploy/shop/a.yaml": make["release"]("a"),
        }
    )
    one = found.object("Application/argocd/shop")
    assert one["fields"] == {
        "spec.destination.namespace": "shop",
        "spec.destination.server": "https://kubernetes.default.svc",
        "spec.project": "default",
        "spec.source.path": "deploy/shop",
        "spec.source.repoURL": "https://example.org/me/fleet",
        "spec.source.targetRevision": "HEAD",
        "spec.syncPolicy.automated": True,
        "spec.syncPolicy.automated.prune": True,
    }
    assert found.edges("path") == [("Application/argocd/shop", "deploy/shop/")]
    assert found.places("path") == [("argocd/shop.yaml", 9)]
    assert "HelmRelease/shop/a" in found.ids


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("", False),
        ("  syncPolicy: {}\n", False),
        ("  syncPolicy: {automated: {}}\n", True),
        ("  syncPolicy: {automated: {enabled: false, prune: true}}\n", False),
        ("  syncPolicy: {automated: {enabled: true}}\n", True),
    ],
)
def test_automation_is_on_only_where_it_is_said(read, make, policy, expected):
    found = read({"a.yaml": make["application"]("shop", "x", extra=policy)})
    assert found.json["objects"][0]["fields"]["spec.syncPolicy.automated"] is expected


def test_an_app_of_apps_contains_its_applications(read, make):
    found = read(
        {
            "root.yaml": make["application"]("root", "apps", destination="argocd"),
            "apps/one.yaml": make["application"]("one", "deploy/one"),
            "apps/deeper/two.yaml": make["application"]("two", "deploy/one"),
            "deploy/one/a.yaml": make["release"]("a"),
        }
    )
    assert ("Application/argocd/root", "Application/argocd/one") in found.edges("contains")
    assert ("Application/argocd/root", "Application/argocd/two") not in found.edges("contains")
    recursive = make["application"]("root", "apps").replace("targetRevision: HEAD", "directory: {recurse: true}")
    assert ("Application/argocd/root", "Application/argocd/two") in read({"root.yaml": recursive}).edges("contains")


def test_the_destination_counts_only_where_nothing_else_says_the_namespace(read, make):
    found = read(
        {
            "shop.yaml": make["application"]("shop", "deploy"),
            "deploy/a.yaml": make["release"]("a") + make["release"]("b", namespace="own"),
        }
    )
    assert {"HelmRelease/shop/a", "HelmRelease/own/b"} <= set(found.ids)


def test_an_application_of_a_chart_gives_the_objects_of_its_templates(read, make):
    found = read(
        {
            "shop.yaml": make["application"]("shop", "chart"),
            "chart/Chart.yaml": "name: shop\n",
            "chart/templates/app.yaml": """
                {{- if .Values.on }}
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: {{ .Release.Name }}-child
                  {{- with .Values.labels }}
                  labels: {{- toYaml . | nindent 4 }}
                  {{- end }}
                spec:
                  source: {repoURL: "https://example.org/you/x", path: "{{ .Values.path }}"}
                  destination: {name: "{{ .Values.cluster }}"}
                {{- end }}
            """,
        }
    )
    child = found.object("Application/shop/{{ .Release.Name }}-child")
    assert child["line"] == 2
    assert child["unverifiable"] == ["metadata.name", "spec.destination.name", "spec.source.path"]
    assert {one["why"] for one in found.json["unverifiable"]} == {"templated"}
    assert found.codes == []


def test_several_sources_have_a_path_each_and_charts_have_none(read, make):
    sources = """  sources:
    - {repoURL: https://charts.example.org, chart: x, targetRevision: 1.10}
    - {repoURL: https://example.org/me/fleet, ref: values}
    - repoURL: https://example.org/me/fleet
      path: deploy
    - {repoURL: https://example.org/you/x, path: y}
"""
    text = make["application"]("shop", "deploy").split("  source:\n")[0] + sources
    text += "  destination: {name: in-cluster}\n"
    found = read({"shop.yaml": text, "deploy/a.yaml": make["release"]("a")})
    assert found.edges("path") == [
        ("Application/argocd/shop", "deploy/"),
        ("Application/argocd/shop", "https://example.org/you/x", "unverifiable"),
    ]
    fields = found.object("Application/argocd/shop")["fields"]
    assert (fields["spec.sources[0].chart"], fields["spec.sources[0].targetRevision"]) == ("x", "1.10")


def test_a_hydrator_takes_its_dry_source(read, make):
    hydrator = """  sourceHydrator:
    drySource: {repoURL: https://example.org/me/fleet, path: deploy, targetRevision: HEAD}
    syncSource: {targetBranch: env/prod, path: deploy}
  destination: {name: in-cluster}
"""
    text = make["application"]("shop", "x").split("  source:\n")[0] + hydrator
    found = read({"shop.yaml": text, "deploy/a.yaml": make["release"]("a")})
    assert found.edges("path") == [("Application/argocd/shop", "deploy/")]


def test_the_rendered_top_of_another_branch_is_unverifiable(read, make):
    text = make["application"]("shop", "./").replace("HEAD", "env/prod")
    found = read({"shop.yaml": text + make["application"]("own", "deploy"), "deploy/a.yaml": "a: b\n"})
    assert ("Application/argocd/shop", "./", "unverifiable") in found.edges("path")


def test_a_project_is_referred_to_unless_it_is_the_default_one(read, make):
    project = "---\napiVersion: argoproj.io/v1alpha1\nkind: AppProject\n"
    project += "metadata: {name: shop, namespace: argocd}\nspec: {sourceRepos: ['*']}\n"
    text = make["application"]("shop", "x").replace("project: default", "project: shop")
    found = read({"a.yaml": text, "p.yaml": project, "b.yaml": make["application"]("other", "x")})
    assert found.edges("project") == [("Application/argocd/shop", "AppProject/argocd/shop")]
    assert found.places("project") == [("a.yaml", 6)]


GIT = "- git: {repoURL: https://example.org/me/fleet.git, revision: HEAD, directories: [{path: apps/*}, {path: apps/old, exclude: true}]}"


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
    ],
)
def test_a_fleet_that_needs_more_than_the_tree_is_unverifiable(read, generator, why):
    found = read({**APPS, "set.yaml": fleet(generator, "{{name}}", "apps/one")})
    one = found.object("ApplicationSet/argocd/fleet")
    assert one["generates"] is None
    assert [each["why"] for each in found.json["unverifiable"] if each["field"] == "spec.generators[0]"] == [why]
    assert found.edges("path") == [(one["id"], "apps/one/")]


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
