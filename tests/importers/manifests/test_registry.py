"""Which kinds are listed, and which documents a build or a rule needs beside them."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.manifests.registry import SHARED_KINDS, is_kept, kind_of, listed_kind
from support.manifests import tree


@pytest.mark.parametrize(
    ("group", "kind", "family"),
    [
        ("argoproj.io", "Application", "argo-cd"),
        ("argoproj.io", "Rollout", "argo-rollouts"),
        ("source.toolkit.fluxcd.io", "OCIRepository", "flux"),
        ("source.extensions.fluxcd.io", "ArtifactGenerator", "flux"),
        ("flagger.app", "Canary", "flagger"),
        ("kargo.akuity.io", "Stage", "kargo"),
        ("promoter.argoproj.io", "PromotionStrategy", "gitops-promoter"),
        ("promoter.argoproj.io", "AnyCommitStatus", "gitops-promoter"),
        ("tekton.dev", "Pipeline", "tekton"),
    ],
)
def test_a_kind_has_its_family(group, kind, family):
    assert kind_of(group, kind).family == family


@pytest.mark.parametrize(
    ("group", "kind"), [("apps", "Deployment"), ("", "Secret"), ("argoproj.io", "Workflow"), ("", "")]
)
def test_another_kind_is_not_listed(group, kind):
    assert kind_of(group, kind) is None


@pytest.mark.parametrize(
    ("group", "kind", "body", "kept"),
    [
        ("", "Secret", "{a: 1}", True),
        ("", "ConfigMap", "{a: 1}", True),
        ("apps", "Deployment", "{a: 1}", False),
        ("", "", "[{op: add, path: /x}]", True),
        ("", "", "[{targets: [{}]}]", True),
        ("", "", "[{a: 1}]", False),
        ("", "", "{targets: [{}]}", True),
        ("", "", "{replacements: [{}]}", True),
        ("", "", "text", False),
        ("", "X", "{apiVersion: builtin}", True),
        ("viaduct.ai", "ksops", "{a: 1}", True),
        ("kustomize.config.k8s.io", "Component", "{a: 1}", True),
    ],
)
def test_a_document_is_kept_where_something_needs_it(group, kind, body, kept):
    assert is_kept(group, kind, tree(body)) is kept


def test_a_secret_is_listed_where_sops_has_encrypted_it():
    assert listed_kind("", "Secret", tree("{data: {a: b}}")) is None
    assert listed_kind("", "Secret", tree("{data: {a: b}, sops: {mac: x}}")) is not None


def test_shared_kinds_are_those_of_two_groups():
    assert {"Kustomization", "GitRepository"} == SHARED_KINDS
    assert kind_of("promoter.argoproj.io", "GitRepository") is not None
    assert kind_of("source.toolkit.fluxcd.io", "GitRepository") is not None
