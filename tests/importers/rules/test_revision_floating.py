"""What production tracks: fixed, floating, or not known from the files."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.rules.revision_floating import RULE
from support.manifest_rules import BROKEN, KEPT, UNVERIFIABLE, verdicts
from support.repositories import kustomization, release

APPLICATION = """\
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {{name: shop, namespace: argocd}}
spec:
  project: default
  source: {{repoURL: https://github.com/example/shop, {source}}}
  destination: {{server: https://kubernetes.default.svc, namespace: shop}}
"""
SOURCE = "apiVersion: source.toolkit.fluxcd.io/v1\nkind: {kind}\nmetadata: {{name: shop}}\nspec: {{url: https://example.org/shop, {ref}}}\n"


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("path: deploy", BROKEN),
        ("path: deploy, targetRevision: ''", BROKEN),
        ("path: deploy, targetRevision: HEAD", BROKEN),
        ("path: deploy, targetRevision: main", BROKEN),
        ("path: deploy, targetRevision: refs/heads/prod", BROKEN),
        ("path: deploy, targetRevision: 1.*", BROKEN),
        ("path: deploy, targetRevision: '>=1.0.0'", BROKEN),
        ("path: deploy, targetRevision: v1.2.3", KEPT),
        ("path: deploy, targetRevision: v1.2", KEPT),
        ("path: deploy, targetRevision: v1", UNVERIFIABLE),
        ("path: deploy, targetRevision: shop-v1.2.0-rc.1", KEPT),
        ("path: deploy, targetRevision: refs/tags/prod", KEPT),
        ("path: deploy, targetRevision: 3f2c1ab", KEPT),
        ("path: deploy, targetRevision: 0123456789abcdef0123456789abcdef01234567", KEPT),
        ("path: deploy, targetRevision: production", UNVERIFIABLE),
        ("path: deploy, targetRevision: '{{revision}}'", UNVERIFIABLE),
        ("chart: shop, targetRevision: 1.2.3", KEPT),
        ("chart: shop, targetRevision: 1.2", BROKEN),
        ("chart: shop, targetRevision: ~1.2.3", BROKEN),
        ("chart: shop, targetRevision: 1.2.x", BROKEN),
    ],
)
def test_an_application_names_a_commit_a_tag_or_a_version(source, verdict, tmp_path):
    text = APPLICATION.format(source=source)
    assert verdicts(RULE, {"clusters/production/shop.yaml": text}, tmp_path) == [verdict]


@pytest.mark.parametrize(
    ("kind", "ref", "verdict"),
    [
        ("GitRepository", "interval: 1m", BROKEN),
        ("HelmChart", "chart: shop, sourceRef: {kind: HelmRepository, name: x}, version: 1.*", BROKEN),
        ("HelmChart", "chart: shop, sourceRef: {kind: HelmRepository, name: x}, version: 1.2.3", KEPT),
        ("GitRepository", "ref: {branch: main}", BROKEN),
        ("GitRepository", "ref: {branch: '${BRANCH}'}", UNVERIFIABLE),
        ("GitRepository", "ref: {branch: main, commit: 3f2c1ab0}", KEPT),
        ("GitRepository", "ref: {branch: main, tag: production}", KEPT),
        ("GitRepository", "ref: {branch: main, tag: v1}", KEPT),
        ("GitRepository", "ref: {tag: '${TAG}'}", UNVERIFIABLE),
        ("GitRepository", "ref: {semver: '>=1.0.0 <2.0.0'}", BROKEN),
        ("GitRepository", "ref: {semver: 1.0.0}", KEPT),
        ("GitRepository", "ref: {name: refs/heads/main}", BROKEN),
        ("GitRepository", "ref: {name: refs/tags/v1}", KEPT),
        ("OCIRepository", "interval: 1m", BROKEN),
        ("OCIRepository", "ref: {tag: latest}", BROKEN),
        ("OCIRepository", "ref: {tag: 6.9.0}", KEPT),
        ("OCIRepository", "ref: {tag: stable}", UNVERIFIABLE),
        ("OCIRepository", "ref: {tag: latest, digest: 'sha256:3f2c'}", KEPT),
        ("OCIRepository", "ref: {semver: '*'}", BROKEN),
    ],
)
def test_a_source_of_flux_names_one_revision(kind, ref, verdict, tmp_path):
    text = SOURCE.format(kind=kind, ref=ref)
    assert verdicts(RULE, {"clusters/production/shop.yaml": text}, tmp_path) == [verdict]


def test_only_production_is_asked(tmp_path):
    text = APPLICATION.format(source="path: deploy, targetRevision: HEAD")
    files = {f"clusters/{name}/shop.yaml": text for name in ("staging", "production", "home")}
    assert verdicts(RULE, files, tmp_path) == [BROKEN]


@pytest.mark.parametrize(("version", "verdict"), [("1.2.3", KEPT), ("'>=1.0.0'", BROKEN), ("${VERSION}", UNVERIFIABLE)])
def test_the_version_that_an_overlay_gives_counts_and_is_told_there(version, verdict, tmp_path):
    chart = "  chart: {spec: {chart: shop, sourceRef: {kind: HelmRepository, name: shop}}}\n"
    text = release("shop", namespace="shop").split("  chartRef")[0] + chart
    patch = f"apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {{name: shop, namespace: shop}}\nspec: {{chart: {{spec: {{version: {version}}}}}}}\n"
    files = {
        "apps/base/kustomization.yaml": kustomization("release.yaml"),
        "apps/base/release.yaml": text,
        "apps/staging/kustomization.yaml": kustomization("../base"),
        "apps/production/kustomization.yaml": kustomization("../base", extra="patches: [{path: patch.yaml}]\n"),
        "apps/production/patch.yaml": patch,
    }
    assert verdicts(RULE, files, tmp_path) == [verdict]
