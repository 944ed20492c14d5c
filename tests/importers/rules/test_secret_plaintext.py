"""A Secret whose data nothing encrypts."""

from __future__ import annotations

import pytest

pytest_plugins = ("support.repositories",)


TEXT = "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: n%s}\n%s\n"


@pytest.mark.parametrize(
    ("labels", "data", "codes"),
    [
        ("", "data: {password: cGFzc3dvcmQ=}", ["secret-plaintext"]),
        ("", "stringData: {password: hunter2}", ["secret-plaintext"]),
        ("", "stringData: {password: ''}", []),
        ("", "stringData: {password: '${PASSWORD}'}", []),
        ("", "stringData: {password: '<path:kv/x#y>'}", []),
        ("", "stringData: {password: 'ref+vault://x'}", []),
        ("", "stringData: {password: 'ENC[x]'}\nsops: {mac: x}", []),
        ("", "type: Opaque", []),
        ("", "stringData: {password: CHANGE-ME, token: '***', key: your-api-key}", []),
        (
            ", labels: {argocd.argoproj.io/secret-type: cluster}",
            "stringData: {name: x, server: https://x, config: '{\"awsAuthConfig\": {}}'}",
            [],
        ),
        (
            ", labels: {argocd.argoproj.io/secret-type: cluster}",
            'stringData: {name: x, config: \'{"bearerToken": "abc"}\'}',
            ["secret-plaintext"],
        ),
        (
            ", labels: {argocd.argoproj.io/secret-type: repository}",
            "stringData: {type: git, url: https://example.org/x}",
            [],
        ),
        (
            ", labels: {argocd.argoproj.io/secret-type: repository}",
            "stringData: {url: https://example.org/x, password: hunter2}",
            ["secret-plaintext"],
        ),
    ],
)
def test_secrets_in_plain_text(read, labels, data, codes):
    assert read({"a.yaml": TEXT % (labels, data)}).codes == codes


def test_a_template_of_a_secret_is_no_secret(read):
    text = "{{ if .Values.on }}\n" + TEXT % ("", "data: {password: cGFzc3dvcmQ=}") + "{{ end }}\n"
    assert read({"chart/templates/a.yaml": text}).codes == []


def test_an_example_of_a_secret_is_no_secret(read):
    assert read({"examples/a.yaml": TEXT % ("", "data: {password: cGFzc3dvcmQ=}")}).codes == []
