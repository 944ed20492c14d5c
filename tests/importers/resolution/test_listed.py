"""The objects that are listed, with name, namespace and environments."""

from __future__ import annotations

import pytest

pytest_plugins = ("support.repositories",)


def test_the_items_of_a_list_are_objects_of_their_own(read):
    found = read(
        {
            "a.yaml": """
                apiVersion: v1
                kind: List
                items:
                  - apiVersion: external-secrets.io/v1
                    kind: SecretStore
                    metadata: {name: one, namespace: n}
                    spec: {provider: {}}
                  - apiVersion: external-secrets.io/v1
                    kind: SecretStore
                    metadata: {name: two, namespace: n}
                    spec: {provider: {}}
            """
        }
    )
    assert [(one["id"], one["line"]) for one in found.json["objects"]] == [
        ("SecretStore/n/one", 4),
        ("SecretStore/n/two", 8),
    ]


TEMPLATED = {
    "a value": ("syncPolicy: {{- toYaml .Values.sync | nindent 4 }}", None),
    "a block": ("syncPolicy:\n    {{- toYaml .Values.sync | nindent 4 }}", None),
    "one key": ("syncPolicy:\n    automated: {{ .Values.auto }}", None),
    "a block of one key": ("syncPolicy:\n    automated:\n      {{- toYaml .Values.auto | nindent 6 }}", None),
    "a key within": ("syncPolicy:\n    automated:\n      prune: {{ .Values.prune }}", True),
    "none": ("revisionHistoryLimit: {{ .Values.limit }}", False),
    "null": ("syncPolicy: ~", False),
}


@pytest.mark.parametrize("name", TEMPLATED)
def test_a_policy_that_a_template_gives_is_not_known(read, name):
    text, automated = TEMPLATED[name]
    head = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: shop\n  namespace: argocd\n"
    spec = f"spec:\n  project: default\n  source: {{repoURL: 'https://x.example/r', path: p}}\n  {text}\n  destination: {{namespace: shop}}\n"
    found = read({"chart/Chart.yaml": "apiVersion: v2\nname: chart\n", "chart/templates/a.yaml": head + spec})
    (one,) = found.json["objects"]
    assert one["fields"].get("spec.syncPolicy.automated") is automated
    assert ("spec.syncPolicy.automated" in one["unverifiable"]) is (automated is None)


def test_a_file_among_the_workflows_that_has_no_jobs_or_more_than_one_document_is_one_workflow_at_most(read):
    found = read(
        {
            ".github/workflows/none.yaml": "on: push\n",
            ".github/workflows/two.yaml": "on: push\njobs: {a: {}}\n---\non: push\njobs: {b: {}}\n",
        }
    )
    assert found.ids == [".github/workflows/two.yaml", ".github/workflows/two.yaml#a"]


def test_a_field_without_a_value_is_not_said(read, make):
    found = read({"a.yaml": make["application"]("shop", "deploy").replace("project: default", "project:")})
    assert "spec.project" not in found.object("Application/argocd/shop")["fields"]


def test_what_an_overlay_deletes_is_listed_where_it_is_written_and_is_in_no_environment(read, make):
    delete = "patches: [{patch: '{$patch: delete, apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: a}}'}]\n"
    for number, folder in enumerate(("apps", "tests/apps")):  # the second counts only where something names it
        files = {
            "clusters/home/apps.yaml": make["ks"]("apps", f"./{folder}"),
            f"{folder}/kustomization.yaml": make["kustomization"]("a.yaml", "b.yaml", extra=delete),
            f"{folder}/a.yaml": make["release"]("a", namespace="shop"),
            f"{folder}/b.yaml": make["release"]("b", namespace="shop"),
        }
        found = read(files, name=f"fleet{number}")
        assert [one for one in found.ids if one.startswith("Helm")] == ["HelmRelease/shop/a", "HelmRelease/shop/b@home"]
