"""Secrets in Git: encrypted, elsewhere, a template, or plain."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.rules.secret_plaintext import RULE
from support.manifest_rules import BROKEN, KEPT, UNVERIFIABLE, verdicts

SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {name: s%s}\n%s\n"  # noqa: S105 - a manifest
PLAIN = "data: {password: cGFzc3dvcmQ=}"


@pytest.mark.parametrize(
    ("labels", "data", "verdict"),
    [
        ("", PLAIN, BROKEN),
        ("", "stringData: {password: hunter2}", BROKEN),
        ("", "stringData: {password: hunter2}\nsops: {mac: x}", BROKEN),
        ("", "stringData: {password: 'ENC[x]', user: shop}\nsops: {mac: x}", KEPT),
        ("", "sops: {mac: x}", KEPT),
        ("", "stringData: {password: ''}", KEPT),
        ("", "stringData: {password: null}", KEPT),
        ("", "stringData: {password: '${PASSWORD}'}", UNVERIFIABLE),
        ("", "stringData: {password: '{{ .Values.password }}'}", UNVERIFIABLE),
        ("", "stringData: {password: '${PASSWORD}', token: hunter2}", BROKEN),
        ("", "stringData: {password: '<path:kv/x#y>'}", KEPT),
        ("", "stringData: {password: 'ref+vault://x'}", KEPT),
        ("", "type: Opaque", KEPT),
        ("", "data: {password: Y2hhbmdlLW1l}", KEPT),
        ("", "data: {ca.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUI=}", KEPT),
        ("", "stringData: {tls.key: '-----BEGIN PRIVATE KEY----- x'}", BROKEN),
        ("", "data: {password: not-base64!}", BROKEN),
        ("", "stringData: {password: CHANGE-ME, token: '***', key: your-api-key}", KEPT),
        ("", "stringData: {password: github_pat_REPLACEME, token: 'insert here', key: fill_in}", KEPT),
        ("", "stringData: {password: irreplaceable}", BROKEN),
        (
            ", labels: {kargo.akuity.io/cred-type: git}",
            "stringData: {repoURL: https://example.org/x, username: x, password: REPLACEME}",
            KEPT,
        ),
        (", labels: {kargo.akuity.io/cred-type: git}", "stringData: {repoURL: x, password: hunter2}", BROKEN),
        (", labels: {argocd.argoproj.io/secret-type: cluster}", "stringData: {name: x, server: https://x}", KEPT),
        (
            ", labels: {argocd.argoproj.io/secret-type: cluster}",
            'stringData: {config: \'{"bearerToken": "abc"}\'}',
            BROKEN,
        ),
        (
            ", labels: {argocd.argoproj.io/secret-type: repository}",
            "stringData: {type: git, url: https://example.org/x}",
            KEPT,
        ),
        (
            ", labels: {argocd.argoproj.io/secret-type: repository}",
            "stringData: {url: https://example.org/x, password: hunter2}",
            BROKEN,
        ),
    ],
)
def test_what_a_secret_holds_decides(labels, data, verdict, tmp_path):
    assert verdicts(RULE, {"a.yaml": SECRET % (labels, data)}, tmp_path) == [verdict]


def test_a_template_of_a_secret_is_not_judged(tmp_path):
    text = "{{ if .Values.on }}\n" + SECRET % ("", PLAIN) + "{{ end }}\n"
    assert verdicts(RULE, {"chart/templates/a.yaml": text}, tmp_path) == [UNVERIFIABLE]


def test_a_secret_of_another_group_and_one_of_an_example_are_not_looked_at(tmp_path):
    files = {"a.yaml": SECRET.replace("v1", "example.org/v1") % ("", PLAIN), "examples/b.yaml": SECRET % ("", PLAIN)}
    assert verdicts(RULE, files, tmp_path) == []


def test_each_item_of_a_list_is_a_secret(tmp_path):
    items = "".join("  - " + (SECRET % (f"{n}", PLAIN)).replace("\n", "\n    ").rstrip() + "\n" for n in (1, 2))
    assert verdicts(RULE, {"a.yaml": f"apiVersion: v1\nkind: List\nitems:\n{items}"}, tmp_path) == [BROKEN, BROKEN]


@pytest.mark.parametrize(
    ("literals", "found"),
    [
        ("[password=hunter2]", [BROKEN]),
        ("[password=, user=shop]", [KEPT, BROKEN]),
        ("[password=CHANGE-ME]", [KEPT]),
        ("['password=${PASSWORD}']", [UNVERIFIABLE]),
    ],
)
def test_what_a_kustomization_generates_is_a_secret(literals, found, tmp_path):
    text = f"kind: Kustomization\nsecretGenerator: [{{name: db, literals: {literals}}}]\n"
    assert sorted(verdicts(RULE, {"a/kustomization.yaml": text}, tmp_path)) == sorted(found)
