"""Secrets that Git may hold, and the stores that they refer to."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)


def test_secrets_refer_to_their_stores(read):
    found = read(
        {
            "a.yaml": """
                apiVersion: external-secrets.io/v1beta1
                kind: ExternalSecret
                metadata: {name: a, namespace: n}
                spec:
                  secretStoreRef: {kind: ClusterSecretStore, name: vault}
                  data:
                    - secretKey: x
                      sourceRef:
                        storeRef: {name: own}
                ---
                apiVersion: external-secrets.io/v1
                kind: ClusterSecretStore
                metadata: {name: vault}
                spec: {provider: {}}
            """
        }
    )
    assert found.edges("secretStoreRef") == [
        ("ExternalSecret/n/a", "ClusterSecretStore/vault"),
        ("ExternalSecret/n/a", "SecretStore/n/own", "missing"),
    ]
