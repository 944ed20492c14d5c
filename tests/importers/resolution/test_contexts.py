"""Contexts: which reconcilers, or which outermost kustomizations, give a document."""

from __future__ import annotations

from support.manifests import git_repository

pytest_plugins = ("support.repositories",)


KS = "Kustomization.kustomize.toolkit.fluxcd.io/"


def test_the_same_names_in_two_clusters_stay_apart(read, make):
    files = {}
    for name in ("one", "two"):
        files[f"clusters/{name}/apps.yaml"] = make["ks"](
            "apps", f"./apps/{name}", extra="  dependsOn: [{name: infra}]\n"
        )
        files[f"clusters/{name}/infra.yaml"] = make["ks"]("infra", "./infra")
        files[f"apps/{name}/a.yaml"] = make["release"]("a", namespace="shop")
    files["infra/b.yaml"] = make["release"]("b", namespace="infra")
    found = read(files)
    assert found.edges("dependsOn") == [
        (f"{KS}flux-system/apps@one", f"{KS}flux-system/infra@one"),
        (f"{KS}flux-system/apps@two", f"{KS}flux-system/infra@two"),
    ]
    assert found.object("HelmRelease/infra/b")["environments"] == ["one", "two"]
    assert found.codes == []


def test_a_cluster_that_contains_itself_is_listed_once(read, make):
    found = read(
        {
            "clusters/home/flux-system/kustomization.yaml": make["kustomization"]("gotk-sync.yaml"),
            "clusters/home/flux-system/gotk-sync.yaml": git_repository("flux-system", "ssh://git@example.org/me/fleet")
            + make["ks"]("flux-system", "./clusters/home"),
            "clusters/home/apps.yaml": make["ks"]("apps", "./apps"),
            "apps/a.yaml": make["release"]("a", namespace="shop"),
        }
    )
    root = f"{KS}flux-system/flux-system@home"
    assert (root, f"{KS}flux-system/apps@home") in found.edges("contains")
    assert (root, root) not in found.edges("contains")
    assert found.ids.count(root) == 1


def test_reconcilers_that_deploy_each_other_are_followed_once(read, make):
    found = read({"x/b.yaml": make["application"]("b", "y"), "y/a.yaml": make["application"]("a", "x")})
    assert found.edges("contains") == [
        ("Application/argocd/a", "Application/argocd/b"),
        ("Application/argocd/b", "Application/argocd/a"),
    ]
