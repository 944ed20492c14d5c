"""Flows are asked for where manifests can declare them, and not where something else explains what is gone."""

import pytest

from support.drift import checkout, documented
from support.repositories import ks, kustomization, release

WORKFLOW = """
manifests: [deploy]
stages:
  cd:
    components:
      A: {manifest: A-MANIFEST}
      B: {manifest: Kustomization/flux-system/b}
  more: {components: {C: {manifest: Kustomization/flux-system/c}}}
flows: FLOWS
"""
FILES = {
    "a.yaml": ks("a", "./a"),
    "b.yaml": ks("b", "./b", extra="  dependsOn: [{name: a}]\n"),
    "c.yaml": ks("c", "./c"),
}


def messages(root, flows, manifest="Kustomization/flux-system/a", files=FILES):
    text = WORKFLOW.replace("FLOWS", flows).replace("A-MANIFEST", manifest)
    findings = documented(root, text, files).drift()
    return [one["message"] for one in findings if one["code"] == "drift-flow-missing"]


@pytest.mark.parametrize(
    ("flows", "count"),
    [
        ("[A --> B]", 0),
        ("[A <--> B, B <--> A]", 0),
        ("[B --> A]", 1),
        ("[A & B --> C]", 2),
        ("[A -.-> C]", 0),
        ("[{from: A, to: C, kind: manual}, {from: A, to: C, kind: rollback}]", 0),
        ("[{from: A, to: C, kind: security}]", 1),
        ("[cd --> C]", 0),
        ("[C --> other.X]", 0),
    ],
)
def test_only_what_manifests_declare_is_asked_for(tmp_path, flows, count):
    assert len(messages(tmp_path, flows)) == count


def test_a_box_is_told_where_it_runs_the_other_way_round(tmp_path):
    files = {**FILES, "c.yaml": ks("c", "./c", extra="  dependsOn: [{name: b}]\n")}
    assert messages(tmp_path, "[cd --> C]", files=files) == []
    (message,) = messages(tmp_path, "[more --> cd]", files=files)
    assert "the other way round (deploy/c.yaml:" in message


def test_what_is_gone_explains_its_flows(tmp_path):
    assert messages(tmp_path, "[A --> C]", manifest="Kustomization/flux-system/gone") == []


def test_each_kind_of_edge_has_words(tmp_path):
    (message,) = messages(tmp_path, "[A --> C]")
    assert message == (
        "the flow A to C is not in the repository: Kustomization.kustomize.toolkit.fluxcd.io/flux-system/c neither "
        "depends on Kustomization.kustomize.toolkit.fluxcd.io/flux-system/a nor is given by it (deploy/c.yaml:2)"
    )


def test_a_reconciler_of_another_folder_gives_no_more_what_the_overlay_there_included(tmp_path):
    files = {
        "clusters/staging/tenants.yaml": ks("tenants", "./tenants/staging"),
        "clusters/production/tenants.yaml": ks("tenants", "./tenants/production"),
        "tenants/base/team/kustomization.yaml": kustomization("team.yaml"),
        "tenants/base/team/team.yaml": ks("team", "./apps", namespace="team"),
        "tenants/staging/kustomization.yaml": kustomization("../base/team"),
        "tenants/production/kustomization.yaml": kustomization("../base/team"),
        "apps/a.yaml": "a: b\n",
    }
    found = checkout(tmp_path, files)
    assert "tenants-staging --> team" in found.init()
    moved = found.repository / "clusters/staging/tenants.yaml"
    moved.write_text(ks("tenants", "./apps"), encoding="utf-8")
    assert [(one["code"], one["field"]) for one in found.drift()] == [("drift-attribute", "spec.path")]


def test_what_an_overlay_alone_says_is_gone_with_the_reconciler_of_the_overlay(tmp_path):
    waits = release("shop", "  dependsOn: [{name: cache}]\n", namespace="shop").replace(
        "chartRef: {kind: OCIRepository, name: shop}", "suspend: false"
    )
    files = {
        "clusters/one/apps.yaml": ks("apps", "./apps/one"),
        "clusters/two/apps.yaml": ks("apps", "./apps/two"),
        "apps/base/shop.yaml": release("shop", namespace="shop"),
        "apps/base/cache.yaml": release("cache", namespace="shop"),
        "apps/base/kustomization.yaml": kustomization("shop.yaml", "cache.yaml"),
        "apps/one/kustomization.yaml": kustomization("../base", extra="patches: [{path: shop.yaml}]\n"),
        "apps/one/shop.yaml": waits,
        "apps/two/kustomization.yaml": kustomization("../base"),
    }
    found = checkout(tmp_path, files)
    assert "cache --> shop" in found.init()
    (found.repository / "clusters/one/apps.yaml").write_text("a: b\n", encoding="utf-8")
    assert [(one["code"], one["object"].rpartition("/")[2]) for one in found.drift()] == [
        ("drift-component-missing", "apps@one")
    ]


@pytest.mark.parametrize(
    ("manifests", "said"),
    [
        (("Kustomization/flux-system/a", "Kustomization/flux-system/c"), "flux-system/a nor is given by it"),
        (("HelmRelease/x/one", "HelmRelease/x/two"), "does not depend on HelmRelease/x/one"),
    ],
)
def test_what_is_missing_is_said_as_it_could_be(tmp_path, manifests, said):
    files = {**FILES, "r.yaml": release("one", namespace="x") + release("two", namespace="x")}
    text = "manifests: [deploy]\nstages: {cd: {components: {S: {manifest: %s}, T: {manifest: %s}}}}\nflows: [S --> T]\n"
    (finding,) = [
        one for one in documented(tmp_path, text % manifests, files).drift() if one["code"] == "drift-flow-missing"
    ]
    assert said in finding["message"]


GIT = "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: NAME, namespace: flux-system}\nspec: {url: https://x.example/NAME}\n"


REFERENCE = """
manifests: [deploy]
stages: {src: {components: {G: {manifest: SOURCE}}}, cd: {components: {K: {manifest: Kustomization/flux-system/k}}}}
flows: [G --> K]
"""
SOURCES = "GitRepository.source.toolkit.fluxcd.io/flux-system"


@pytest.mark.parametrize(
    ("source", "taken", "said"),
    [
        ("./", "flux-system", "takes none/, which is not there"),
        ("GitRepository/flux-system/one", "two", f"has the sourceRef {SOURCES}/two, not {SOURCES}/one"),
    ],
)
def test_a_reference_that_leads_elsewhere_is_told_with_where(tmp_path, source, taken, said):
    files = {f"{name}.yaml": GIT.replace("NAME", name) for name in ("one", "two")}
    files["k.yaml"] = ks("k", "./none").replace("name: flux-system}", f"name: {taken}}}")
    found = documented(tmp_path, REFERENCE.replace("SOURCE", source), files).drift()
    (message,) = (one["message"] for one in found if one["code"] == "drift-flow-missing")
    assert message.endswith(f"flux-system/k (deploy/k.yaml:2) {said}")
