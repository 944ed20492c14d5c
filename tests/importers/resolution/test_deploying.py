"""What reconcilers deploy: the objects of their folders, in the namespaces where they bring them."""

from __future__ import annotations

KS = "Kustomization.kustomize.toolkit.fluxcd.io/"

pytest_plugins = ("support.repositories",)


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


def test_the_files_that_an_application_takes_are_those_that_its_patterns_leave(read, make):
    root = make["application"]("root", "apps").replace(
        "path: apps\n",
        "path: apps\n    directory: {recurse: true, exclude: '{skip/*,*-old.yaml}', include: '*.yaml'}\n",
    )
    names = ("a", "team/b", "skip/c", "skip/deep/d", "team/e-old")
    files = {f"apps/{name}.yaml": make["application"](name.replace("/", "-"), "x") for name in names}
    found = read({"root.yaml": root, **files, "x/y.yaml": "a: b\n"})
    given = [target for source, target in found.edges("contains") if source == "Application/argocd/root"]
    assert given == ["Application/argocd/a", "Application/argocd/team-b"]


def test_below_a_folder_a_kustomization_that_is_no_mapping_is_passed_over(read, make):
    found = read(
        {
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps"),
            "apps/shop/kustomization.yaml": "kustomize.config.k8s.io\n",
            "apps/shop/a.yaml": make["release"]("a", namespace="shop"),
        }
    )
    assert (f"{KS}flux-system/apps@home", "HelmRelease/shop/a@home") in found.edges("contains")
