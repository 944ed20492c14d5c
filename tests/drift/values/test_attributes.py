"""Stated values are held, one finding a cause, and nothing is concluded from a template."""

import pytest

from support.drift import documented
from support.repositories import application, ks, kustomization, release

AUTOMATED = "  syncPolicy:\n    automated: {prune: true, selfHeal: true}\n"


def fields(root, manifest, files):
    text = f"manifests: [deploy]\nstages: {{cd: {{components: {{A: {{manifest: {manifest}}}}}}}}}\n"
    findings = documented(root, text, files).drift()
    return [(one["field"], one["expected"], one["actual"]) for one in findings if one["code"] == "drift-attribute"]


SHOP = "object: Application/argocd/shop"


@pytest.mark.parametrize(
    ("manifest", "extra", "found"),
    [
        (f"{{{SHOP}, spec.source.path: x, automated: true, prune: true, selfHeal: true}}", AUTOMATED, []),
        (f"{{{SHOP}, automated: true, spec.syncPolicy.automated.prune: true, spec.syncPolicy.automated.selfHeal: true}}", "", [("spec.syncPolicy.automated", "true", "false")]),
        (f"{{{SHOP}, prune: false, selfHeal: true}}", AUTOMATED, [("spec.syncPolicy.automated.prune", "false", "true")]),
        (f"{{{SHOP}, spec.source.chart: c, spec.source.nothing: d}}", "", [("spec.source.chart", "c", "")]),
        (f"{{{SHOP}, environment: prod}}", "", []),
        (f"{{{SHOP}, metadata.namespace: other}}", "", [("metadata.namespace", "other", "argocd")]),
        (f"{{{SHOP}, name: shop, targetRevision: HEAD}}", "", []),
    ],
)  # fmt: skip
def test_values_of_an_application(tmp_path, manifest, extra, found):
    assert fields(tmp_path, manifest, {"shop.yaml": application("shop", "x", extra=extra)}) == found


def test_a_template_is_not_held(tmp_path):
    files = {"a.yaml": ks("a", "./${X}")}
    assert fields(tmp_path, "{object: Kustomization/flux-system/a, spec.path: ./y}", files) == []


def test_every_object_of_a_pattern_is_held(tmp_path):
    files = {f"{name}.yaml": ks(name, f"./{name}", extra="  interval: 5m\n") for name in "ab"}
    assert len(fields(tmp_path, '{object: "Kustomization/flux-system/*", interval: 1h}', files)) == 2


def test_of_several_that_fit_one_that_agrees_is_enough(tmp_path):
    files = {f"envs/{name}/a.yaml": ks("a", f"./{name}") for name in ("dev", "prod")}
    assert fields(tmp_path, "{object: Kustomization/flux-system/a, path: ./dev}", files) == []
    assert len(fields(tmp_path, "{object: Kustomization/flux-system/a, path: ./qa}", files)) == 1


def test_one_line_of_the_repository_is_one_finding(tmp_path):
    files = {
        "apps/kustomization.yaml": kustomization("a.yaml", "b.yaml", extra="namespace: new\n"),
        "apps/a.yaml": release("a"),
        "apps/b.yaml": release("b"),
    }
    text = "[HelmRelease/old/a, HelmRelease/old/b]"
    assert fields(tmp_path, text, files) == [("metadata.namespace", "old", "new")]
    (finding,) = documented(
        tmp_path, f"manifests: [deploy]\nstages: {{cd: {{components: {{A: {{manifest: {text}}}}}}}}}\n", files
    ).drift()
    assert "1 more place: delivery.yaml:2" in finding["message"]
    assert finding["found"] == {"file": "deploy/apps/kustomization.yaml", "line": 6}


def test_a_namespace_that_a_lost_reconciler_gave_is_no_finding_of_its_own(tmp_path):
    files = {"app/kustomization.yaml": kustomization("a.yaml"), "app/a.yaml": release("a")}
    assert fields(tmp_path, "HelmRelease/media/a", files) == [("metadata.namespace", "media", "")]
    assert fields(tmp_path, "[HelmRelease/media/a, Kustomization/flux-system/a]", files) == []


def test_an_environment_that_its_path_gives_is_held(tmp_path):
    config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n"
    files = {
        "apps/shop.yaml": application("shop", "envs/prod"),
        "envs/prod/a.yaml": config,
        "envs/dev/a.yaml": config,
    }
    manifest = "Application/argocd/shop@"
    assert fields(tmp_path, f"{manifest}dev", files) == [("environment", "dev", "prod")]
    assert fields(tmp_path, f"{manifest}prod", files) == []
