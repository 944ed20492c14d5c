"""Cited manifests: deployed, in the repository and deployed by nothing, not there, or not known."""

from __future__ import annotations

import pytest

from sphinx_gitops.audit.citations import cited
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.model import Binding
from sphinx_gitops.problems import Span
from sphinx_gitops.rules.judging import WorkflowRepository
from support.repositories import application, kustomization, write

MESH = "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: default}\nspec: {mtls: {mode: STRICT}}\n"
SEALED = "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: %s, namespace: shop}\nspec: {}\n"
PLAIN = "apiVersion: v1\nkind: Secret\nmetadata: {name: keys, namespace: %s}\nstringData: {a: b}\n"
FILES = {
    "deploy/shop/keys.yaml": PLAIN % "shop",
    "mesh/keys.yaml": PLAIN % "mesh",
    "apps/shop.yaml": application("shop", "deploy/shop").replace("targetRevision: HEAD", "targetRevision: v1.4.0"),
    "deploy/shop/kustomization.yaml": kustomization("sealed.yaml", "keys.yaml", "../base"),
    "deploy/shop/sealed.yaml": SEALED % "db",
    "deploy/base/kustomization.yaml": kustomization("mtls.yaml"),
    "deploy/base/mtls.yaml": MESH,
    "mesh/mtls.yaml": MESH,
    "mesh/sealed.yaml": SEALED % "mesh",
    "CODEOWNERS": "* @platform\n",
    ".github/workflows/ci.yml": "on: push\njobs: {build: {runs-on: x}}\n",
}


def verdicts(text, root, files=FILES):
    write(root, files)
    source = WorkflowRepository(shown="deploy", discovery=discover(root))
    return list(cited(Binding(object=text, span=Span("w.yaml", 1)), [source]))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Application/argocd/shop", "kept"),
        ("SealedSecret/shop/db", "kept"),
        ("SealedSecret/shop/mesh", "broken"),
        ("SealedSecret/shop/other", "broken"),
        ("deploy/shop/sealed.yaml", "kept"),
        ("deploy/base/mtls.yaml", "kept"),
        ("./deploy/base/", "kept"),
        ("./", "kept"),
        ("mesh/mtls.yaml", "broken"),
        ("mesh/", "broken"),
        ("mesh/gone.yaml", "broken"),
        (".github/workflows/ci.yml", "kept"),
        (".github/workflows/ci.yml#build", "kept"),
        ("CODEOWNERS", "kept"),
        ("Application/argocd/${NAME}", "unverifiable"),
        ("Secret/shop/keys", "kept"),
        ("Secret/mesh/keys", "broken"),
        ("Secret/mesh/none", "broken"),
        ("PeerAuthentication/shop/default", "unverifiable"),
    ],
)
def test_what_no_reconciler_deploys_is_no_evidence(text, verdict, tmp_path):
    assert {one.verdict.value for one in verdicts(text, tmp_path)} == {verdict}


def test_a_citation_has_its_place_its_revision_and_why(tmp_path):
    (shop,) = verdicts("Application/argocd/shop", tmp_path)
    assert (shop.place, shop.revision, shop.message) == (Span("deploy/apps/shop.yaml", 2), "v1.4.0", "")
    (mesh,) = verdicts("mesh/mtls.yaml", tmp_path)
    assert (mesh.place, mesh.message) == (
        Span("deploy/mesh/mtls.yaml", 1),
        "no reconciler of the repository deploys it",
    )
    (gone,) = verdicts("mesh/gone.yaml", tmp_path)
    assert (gone.place, gone.message) == (None, "it is not in deploy")


@pytest.mark.parametrize("path", ["'{{path}}'", "deploy/${ENV}"])
def test_where_a_path_is_a_template_nothing_is_concluded(path, tmp_path):
    files = FILES | {"apps/other.yaml": application("other", path)}
    assert {one.verdict.value for one in verdicts("mesh/mtls.yaml", tmp_path, files)} == {"unverifiable"}


def test_where_there_is_no_reconciler_nothing_is_concluded(tmp_path):
    assert {one.verdict.value for one in verdicts("mesh/mtls.yaml", tmp_path, {"mesh/mtls.yaml": MESH})} == {
        "unverifiable"
    }


def test_without_a_repository_nothing_is_known():
    (one,) = cited(Binding(object="mesh/", span=Span("w.yaml", 1)), [])
    assert (one.verdict.value, one.message) == ("unverifiable", "the workflow names no repository under manifests")
