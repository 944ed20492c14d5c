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
