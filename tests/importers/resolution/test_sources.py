"""The folders that a reconciler takes, through its sources and artifacts."""

from __future__ import annotations

import pytest

from support.manifests import git_repository

pytest_plugins = ("support.repositories",)


def test_the_rendered_top_of_another_branch_is_unverifiable(read, make):
    text = make["application"]("shop", "./").replace("HEAD", "env/prod")
    found = read({"shop.yaml": text + make["application"]("own", "deploy"), "deploy/a.yaml": "a: b\n"})
    assert ("Application/argocd/shop", "./", "unverifiable") in found.edges("path")


KS = "Kustomization.kustomize.toolkit.fluxcd.io/"


def test_another_repository_is_unverifiable_and_named_by_its_url(read, make):
    found = read(
        {
            "clusters/home/own.yaml": git_repository("flux-system", "https://example.org/me/fleet"),
            "clusters/home/src.yaml": git_repository("other", "https://example.org/you/things"),
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps", source="other"),
            "apps/a.yaml": make["release"]("a"),
        }
    )
    edge = (f"{KS}flux-system/apps@home", "https://example.org/you/things", "unverifiable")
    assert found.edges("path") == [edge]


def test_the_top_of_another_branch_is_unverifiable(read, make):
    found = read(
        {
            "clusters/home/own.yaml": git_repository("rendered", "https://example.org/me/fleet", "branch: env/prod"),
            "clusters/home/apps.yaml": make["ks"]("apps", "./", source="rendered"),
        }
    )
    assert found.edges("path") == [(f"{KS}flux-system/apps@home", "./", "unverifiable")]


def test_a_source_without_a_repository_is_said_by_its_path(read, make):
    text = make["application"]("shop", "deploy/shop").replace("    repoURL: https://example.org/me/fleet\n", "")
    found = read({"a.yaml": text, "deploy/shop/x.yaml": "a: b\n"})
    assert found.edges("path") == [("Application/argocd/shop", "deploy/shop", "unverifiable")]


def test_a_path_that_an_overlay_writes_is_said_where_it_is_written(read, make):
    patch = "patches:\n  - target: {kind: Kustomization}\n    patch: |\n      - op: replace\n        path: /spec/path\n        value: ./real\n"
    found = read(
        {
            "clusters/home/kustomization.yaml": make["kustomization"]("../../base/apps.yaml", extra=patch),
            "base/apps.yaml": make["ks"]("apps", "./apps"),
            "real/a.yaml": make["release"]("a"),
        }
    )
    assert found.edges("path") == [(f"{KS}flux-system/apps@home", "real/")]
    assert found.places("path") == [("clusters/home/kustomization.yaml", 10)]


def test_a_source_whose_address_is_filled_in_later_is_taken_to_be_this_repository(read, make):
    found = read(
        {
            "clusters/home/own.yaml": git_repository("ours", "${repository}"),
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps", source="ours"),
            "apps/a.yaml": make["release"]("a"),
        }
    )
    assert found.edges("path") == [(f"{KS}flux-system/apps@home", "apps/")]


INSTANCE = """
apiVersion: fluxcd.controlplane.io/v1
kind: FluxInstance
metadata: {name: flux, namespace: flux-system}
spec:
  distribution: {version: 2.x}
"""


@pytest.mark.parametrize(
    ("sync", "edges"),
    [
        ("", []),
        ("  sync: {kind: OCIRepository, url: 'oci://example.org/fleet', ref: latest, path: ./apps}\n", ["apps/"]),
        ("  sync: {kind: GitRepository, url: 'https://example.org/you/x', ref: refs/heads/main, path: ./apps}\n", ["https://example.org/you/x"]),
        ("  sync: {kind: GitRepository, url: 'https://example.org/me/fleet', ref: refs/heads/main, path: '${path}'}\n", ["${path}"]),
    ],
)  # fmt: skip
def test_an_instance_synchronises_the_folder_of_its_source(read, make, sync, edges):
    own = git_repository("flux-system", "https://example.org/me/fleet")
    found = read(
        {"clusters/home/flux.yaml": INSTANCE + sync, "clusters/home/own.yaml": own, "apps/a.yaml": make["release"]("a")}
    )
    assert [target for _, target, *_ in found.edges("path")] == edges
