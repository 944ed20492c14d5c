"""The objects that are listed, with name, namespace and environments."""

from __future__ import annotations

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
