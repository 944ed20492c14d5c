"""What is gone is told once, with what is nearest, and with what went along."""

import shutil

import pytest

from sphinx_gitops.drift.missing import MissingObjects
from support.drift import checkout, compared_in, documented
from support.repositories import application, ks, kustomization, release

ENVIRONMENT = """
manifests: [deploy]
stages:
  cd: {components: {APPS: {manifest: Kustomization/flux-system/apps@staging}}}
  run:
    components:
      STAGING: {kind: environment, tier: staging, manifest: [apps/staging/, clusters/staging/]}
      PROD: {kind: environment, tier: production, manifest: clusters/production/}
"""


def test_folders_of_one_component_are_one_finding_with_all_that_was_in_them(tmp_path):
    files = {"clusters/production/apps.yaml": ks("apps", "./apps")}
    found = documented(tmp_path, ENVIRONMENT, files)
    codes = [(one["code"], one["object"]) for one in found.drift()]
    assert codes[0] == ("drift-undocumented", "Kustomization.kustomize.toolkit.fluxcd.io/flux-system/apps@production")
    ((code, name),) = codes[1:]
    assert (code, name) == ("drift-component-missing", "apps/staging/")
    missing = MissingObjects(comparison=compared_in(found))
    ((_, followers),) = missing.causes
    assert [match.binding.object for match in followers] == [
        "Kustomization/flux-system/apps@staging",
        "clusters/staging/",
    ]


def test_a_folder_that_stands_beside_is_the_nearest_and_documented(tmp_path):
    files = {f"clusters/{name}/apps.yaml": ks("apps", "./apps") for name in ("production", "preprod")}
    text = ENVIRONMENT.replace("[apps/staging/, clusters/staging/]", "clusters/staging/")
    found = documented(tmp_path, text, files)
    codes = {one["object"]: one["found"] for one in found.drift() if one["code"] == "drift-component-missing"}
    assert codes == {"clusters/staging/": {"file": "deploy/clusters/preprod/", "line": 0}}
    assert not any("preprod" in one["object"] for one in found.drift())


def test_folders_of_manifests_that_are_not_there_are_told_and_nothing_else(tmp_path):
    found = documented(tmp_path, ENVIRONMENT.replace("[deploy]", "[deploy/x/y]"), {"a/b.yaml": "a: 1\n"})
    (finding,) = found.drift()
    assert finding["documented"] == {"file": "delivery.yaml", "line": 1}
    assert finding["found"] == {"file": "deploy/", "line": 0}
    assert "deploy/x/y" in finding["message"]


@pytest.mark.parametrize(
    ("manifest", "file", "line"),
    [
        ("Application/argocd/stop", "deploy/shop.yaml", 2),
        ("Application/argocd/*-x", "deploy/shop.yaml", 2),
        ("Stage/kargo/none", "deploy/", 0),
        ("teams/a/", "deploy/teams/", 0),
        ("teams/a/b/c.yaml", "deploy/teams/", 0),
        ("Application/argocd/shop@teams/a/", "deploy/shop.yaml", 2),
        ("Warehouse/x/y@teams/a/", "deploy/teams/", 0),
        ("Warehouse/x/y@teams/b/c.yaml:3", "deploy/teams/b/", 0),
        (".github/workflows/ci.yaml", "deploy/", 0),
    ],
)
def test_the_nearest_is_named(tmp_path, manifest, file, line):
    text = f"manifests: [deploy]\nstages: {{cd: {{components: {{A: {{manifest: '{manifest}'}}}}}}}}\n"
    files = {"shop.yaml": application("shop", "x"), "teams/b/notes.txt": "x"}
    (finding,) = (one for one in documented(tmp_path, text, files).drift() if one["code"] == "drift-component-missing")
    assert finding["found"] == {"file": file, "line": line}
    assert finding["object"] == manifest


def test_what_has_another_name_since_an_overlay_is_gone_is_gone_with_its_folder(tmp_path):
    files = {
        "apps/base/shop.yaml": release("shop", namespace="shop"),
        "apps/base/kustomization.yaml": kustomization("shop.yaml"),
        "apps/dev/kustomization.yaml": kustomization("../base", extra="nameSuffix: -dev\n"),
        "apps/prod/kustomization.yaml": kustomization("../base"),
    }
    found = checkout(tmp_path, files)
    assert "HelmRelease/shop/shop" in found.init()
    shutil.rmtree(found.repository / "apps/prod")
    (finding,) = found.drift()
    assert finding["object"] == "apps/prod/"
    assert "nor is HelmRelease/shop/shop" in finding["message"]
