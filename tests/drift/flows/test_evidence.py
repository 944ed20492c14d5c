"""What a repository says of a flow between two objects: given, turned, none, or unknown."""

import pytest

from sphinx_gitops.drift.flows.evidence import FlowVerdict, between
from sphinx_gitops.drift.flows.members import members_of
from support.drift import compared_in, documented
from support.fleets import FLEETS
from support.repositories import ks, release

FLUX = {
    "a.yaml": ks("a", "./a"),
    "b.yaml": ks("b", "./b", extra="  dependsOn: [{name: a}]\n"),
    "c.yaml": ks("c", "./c", extra="  dependsOn: [{name: '${X}'}]\n"),
    "d.yaml": ks("d", "./d"),
    "a/x.yaml": release("x", namespace="x"),
    "source.yaml": "apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata: {name: x, namespace: x}\nspec: {url: oci://x}\n---\napiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata: {name: y, namespace: x}\nspec: {url: oci://y}\n",
}


def verdict(root, files, source, target):
    text = f"manifests: [deploy]\nstages: {{cd: {{components: {{S: {{manifest: '{source}'}}, T: {{manifest: '{target}'}}}}}}}}\n"
    comparison = compared_in(documented(root, text, files))
    assert all(match.objects or match.folders for match in comparison.matches), comparison.matches
    return between(members_of(comparison, "S"), members_of(comparison, "T"))


def flux(name):
    return f"Kustomization/flux-system/{name}"


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (flux("a"), flux("b"), FlowVerdict.GIVEN),
        (flux("b"), flux("a"), FlowVerdict.TURNED),
        (flux("a"), flux("d"), FlowVerdict.NONE),
        (flux("a"), flux("c"), FlowVerdict.UNKNOWN),
        (flux("a"), "HelmRelease/x/x", FlowVerdict.GIVEN),
        (flux("b"), "HelmRelease/x/x", FlowVerdict.UNKNOWN),
        ("OCIRepository/x/x", "HelmRelease/x/x", FlowVerdict.GIVEN),
        ("OCIRepository/x/y", "HelmRelease/x/x", FlowVerdict.NONE),
        ("OCIRepository/x/y", flux("a"), FlowVerdict.UNKNOWN),
    ],
)
def test_between_objects_of_flux(tmp_path, source, target, expected):
    found = verdict(tmp_path, FLUX, source, target)
    assert found.verdict is expected
    if expected is FlowVerdict.NONE and "OCI" in source:
        assert (found.edge, found.actual) == ("chartRef", "OCIRepository/x/x")


@pytest.mark.parametrize(
    ("fleet", "source", "target", "expected"),
    [
        ("overlays", ".github/workflows/ci.yaml#build", ".github/workflows/ci.yaml#scan", FlowVerdict.GIVEN),
        ("overlays", ".github/workflows/ci.yaml#scan", ".github/workflows/ci.yaml#build", FlowVerdict.TURNED),
        ("overlays", ".github/workflows/ci.yaml#build", ".github/workflows/deploy.yaml#apply", FlowVerdict.UNKNOWN),
        ("overlays", ".github/workflows/ci.yaml", ".github/workflows/release.yaml", FlowVerdict.GIVEN),
        ("overlays", ".github/workflows/ci.yaml", ".github/workflows/deploy.yaml", FlowVerdict.NONE),
        ("gitlab", ".gitlab-ci.yml#compile", ".gitlab-ci.yml#scan", FlowVerdict.GIVEN),
        ("gitlab", ".gitlab-ci.yml#unit", ".gitlab-ci.yml#scan", FlowVerdict.GIVEN),
        ("tekton", "Pipeline/ci/build#clone", "Pipeline/ci/build#compile", FlowVerdict.GIVEN),
        ("tekton", "Pipeline/ci/build#compile", "Pipeline/ci/build#push", FlowVerdict.GIVEN),
        ("tekton", "Pipeline/ci/build#clone", "Pipeline/ci/build#push", FlowVerdict.GIVEN),
        ("tekton", "Pipeline/ci/build#push", "Pipeline/ci/release#tag", FlowVerdict.NONE),
        ("argo-kargo", "Stage/shop/test", "Stage/shop/uat", FlowVerdict.GIVEN),
        ("argo-kargo", "Stage/shop/uat", "Stage/shop/test", FlowVerdict.TURNED),
        ("argo-kargo", "Warehouse/shop/images", "Stage/shop/prod", FlowVerdict.NONE),
        ("argo-apps", "Application/argocd/root", "Application/argocd/shop", FlowVerdict.GIVEN),
        ("argo-apps", "Application/argocd/shop", "Application/argocd/web-dev", FlowVerdict.UNKNOWN),
        ("argo-apps", "ClusterSecretStore/vault", "ExternalSecret/shop/token", FlowVerdict.GIVEN),
    ],
)
def test_between_others(tmp_path, fleet, source, target, expected):
    assert verdict(tmp_path, FLEETS[fleet](), source, target).verdict is expected


def test_a_parent_gives_no_child_that_is_elsewhere(tmp_path):
    files = FLEETS["argo-apps"]()
    files["elsewhere/shop.yaml"] = files.pop("argocd/apps/shop.yaml")
    found = verdict(tmp_path, files, "Application/argocd/root", "Application/argocd/shop")
    assert (found.verdict, found.edge) == (FlowVerdict.NONE, "contains")


def test_what_waits_through_what_no_workflow_shows_waits(tmp_path):
    files = {name: text for name, text in FLUX.items() if name in "a.yaml b.yaml"}
    files["e.yaml"] = ks("e", "./e", extra="  dependsOn: [{name: b}]\n")
    assert verdict(tmp_path, files, flux("a"), flux("e")).verdict is FlowVerdict.GIVEN
    text = (
        "manifests: [deploy]\nstages: {cd: {components: {S: {manifest: S-}, B: {manifest: B-}, T: {manifest: T-}}}}\n"
    )
    for name, own in (("S-", "a"), ("B-", "b"), ("T-", "e")):
        text = text.replace(name, flux(own))
    comparison = compared_in(documented(tmp_path, text, files))
    assert between(members_of(comparison, "S"), members_of(comparison, "T")).verdict is FlowVerdict.NONE


@pytest.mark.parametrize(
    ("extra", "path", "expected"),
    [
        ("  dependsOn: [{name: a}]\n", "./a", FlowVerdict.GIVEN),
        ("", "./a", FlowVerdict.NONE),
        ("  dependsOn: [{name: '${X}'}]\n", "./a", FlowVerdict.UNKNOWN),
        ("", "'./${X}'", FlowVerdict.UNKNOWN),
    ],
)
def test_between_fleets_of_what_reconciles_and_what_is_released(tmp_path, extra, path, expected):
    files = {
        "a.yaml": ks("a", path, namespace="one"),
        "b.yaml": ks("b", "./b", namespace="two", extra=extra.replace("name: a", "name: a, namespace: one")),
        "a/x.yaml": release("x", namespace="one"),
        "b/y.yaml": release("y", namespace="two"),
    }
    text = (
        "manifests: [deploy]\nstages: {cd: {components: {S: {manifest: [Kustomization/one/*, HelmRelease/one/*]}, "
        "T: {manifest: [HelmRelease/two/*, Kustomization/two/*]}}}}\n"
    )
    comparison = compared_in(documented(tmp_path, text, files))
    found = between(members_of(comparison, "S"), members_of(comparison, "T"))
    assert found.verdict is expected
    if expected is FlowVerdict.NONE:
        assert (found.edge, found.holder.id) == ("dependsOn", "HelmRelease/two/y")
