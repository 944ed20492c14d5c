"""Which files and which documents are worth reading."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.repository import selection


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("apiVersion: argoproj.io/v1alpha1\nkind: Application\n", True),
        ("apiVersion: {{ .x }}\nkind: Secret\n", True),
        ('"kind": "Namespace"\n', True),
        ("apiVersion: kustomize.toolkit.fluxcd.io/{{ .v }}\n", True),
        ("- op: replace\n  path: /x\n", True),
        ("fieldPaths: [x]\n", True),
        ("apiVersion: apps/v1\nkind: Deployment\n", False),
        ("# see argoproj.io\nkind: Deployment\n", False),
        ("kind: ConfigMap\ndata: {a: b}\n", True),
        ("kind: ConfigMap\ndata: {a: " + "b" * 3000 + "}\n", False),
    ],
)
def test_a_document_is_wanted_by_its_text(text, wanted):
    assert selection.is_wanted(text) is wanted


@pytest.mark.parametrize(
    ("path", "manifest", "kustomization", "workflow"),
    [
        ("a/b.yaml", True, False, False),
        ("a/kustomization.yml", True, True, False),
        ("a/Kustomization", True, True, False),
        (".github/workflows/ci.yml", True, False, True),
        (".github/workflows/sub/ci.yml", True, False, False),
        ("a/.github/workflows/ci.yml", True, False, False),
        ("a/b.yaml.j2", False, False, False),
        ("README.md", False, False, False),
    ],
)
def test_a_file_is_read_by_its_name(path, manifest, kustomization, workflow):
    assert selection.is_manifest(path) is manifest
    assert selection.is_kustomization(path) is kustomization
    assert selection.is_workflow(path) is workflow
    assert selection.is_read_whole(path) is (kustomization or workflow)


def test_many_aliases_may_explode():
    assert selection.may_explode("&a &b &c &d " + "*a " * 40)
    assert not selection.may_explode("a: '* * *'\n")
