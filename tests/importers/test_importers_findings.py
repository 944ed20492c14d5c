"""The rules on manifests: what they find, and what they leave alone."""

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


@pytest.mark.parametrize(
    ("resource", "codes", "targets"),
    [
        ("github.com/org/repo//deploy", ["remote-base-unpinned"], 1),
        ("https://github.com/org/repo//deploy?ref=v1", [], 1),
        ("https://github.com/org/repo/deploy?version=v1", [], 1),
        ("git@github.com:org/repo.git", ["remote-base-unpinned"], 1),
        ("https://raw.githubusercontent.com/org/repo/main/x.yaml", [], 0),
        ("../base", [], 1),
    ],
)
def test_remote_bases(read, make, resource, codes, targets):
    found = read({"a/kustomization.yaml": make["kustomization"](resource), "base/x.yaml": "a: b\n"})
    assert found.codes == codes
    assert len(found.edges("overlay")) == targets


def test_a_base_that_is_gone_is_a_missing_edge(read, make):
    found = read({"a/kustomization.yaml": make["kustomization"]("../gone", "gone.yaml")})
    assert found.edges("overlay") == [("a/", "gone/", "missing")]


def test_every_message_says_what_to_do(read, make):
    found = read(
        {
            "a.yaml": TEXT % ("", "data: {password: cGFzc3dvcmQ=}"),
            "b.yaml": make["ks"]("b", "./x", extra="  suspend: true\n  dependsOn: [{name: c}]\n"),
            "x/kustomization.yaml": make["kustomization"]("github.com/org/repo//deploy"),
        }
    )
    assert found.codes == ["secret-plaintext", "suspended", "dependency-dangling", "remote-base-unpinned"]
    assert all(":" in one["message"] for one in found.json["problems"])
