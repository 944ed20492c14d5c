"""What a repository declares is a workflow whose components know their manifests."""

from __future__ import annotations

from sphinx_gitops.diff import compared
from sphinx_gitops.diff.repository_workflow import at_manifests, repository_workflow
from sphinx_gitops.problems import Span
from support.repositories import application, write


def made(root, files, shown=""):
    write(root, files)
    return repository_workflow(root, "fleet", shown)


def test_components_know_where_their_manifests_are(tmp_path):
    found = made(tmp_path, {"argocd/shop.yaml": application("shop", "apps")}, "v1:")
    assert found.workflow
    assert found.places["shop"] == Span("v1:argocd/shop.yaml", 2)


def test_nothing_is_found_where_nothing_is(tmp_path):
    assert made(tmp_path, {"a.txt": "x"}).workflow is None
    assert repository_workflow(tmp_path / "none", "x", "").workflow is None


def test_only_what_manifests_say_has_a_place(tmp_path):
    old = made(tmp_path / "old", {"argocd/shop.yaml": application("shop", "apps")}, "old/")
    new = made(tmp_path / "new", {"argocd/cart.yaml": application("cart", "apps")}, "new/")
    assert old.workflow
    assert new.workflow
    changes = compared(old.workflow, new.workflow, by_manifest=True)
    found = {(one.id, one.old, one.new) for one in at_manifests(changes, old, new)}
    assert ("cart", None, Span("new/argocd/cart.yaml", 2)) in found
    assert ("shop", Span("old/argocd/shop.yaml", 2), None) in found
    assert all(one.old is None and one.new is None for one in at_manifests(changes, old, new) if " --> " in one.id)
