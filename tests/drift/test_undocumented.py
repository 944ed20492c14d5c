"""What no workflow names: reconcilers, and environments with all that is in them."""

import pytest

from sphinx_gitops.drift.undocumented import undocumented
from support.drift import compared_in, documented
from support.repositories import application, kustomization, release

FILES = {
    "envs/dev/app.yaml": application("dev-shop", "x"),
    "envs/prod/app.yaml": application("prod-shop", "x"),
    "charts/one.yaml": release("one", namespace="one"),
    "charts/kustomization.yaml": kustomization("one.yaml"),
}
WORKFLOW = """
manifests: [deploy]
stages:
  cd: {components: {REPO: {manifest: ./}, OTHER: {ENTRY}}}
"""


def names(root, entry):
    comparison = compared_in(documented(root, WORKFLOW.replace("ENTRY", entry), FILES))
    return [one.object for one in undocumented(comparison, frozenset())]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("manifest: HelmRelease/one/one", ["envs/dev/", "envs/prod/"]),
        ("manifest: envs/dev/", ["envs/prod/", "Application/argocd/dev-shop@dev", "HelmRelease/one/one"]),
        ("kind: environment, title: DEV", ["envs/prod/", "Application/argocd/dev-shop@dev", "HelmRelease/one/one"]),
        ("manifest: Application/argocd/dev-shop@dev", ["envs/prod/", "HelmRelease/one/one"]),
        ("manifest: envs/", ["Application/argocd/dev-shop@dev", "Application/argocd/prod-shop@prod", "HelmRelease/one/one"]),
        ("manifest: Application/argocd/*", ["envs/dev/", "envs/prod/", "HelmRelease/one/one"]),
    ],
)  # fmt: skip
def test_environments_take_their_reconcilers_along(tmp_path, entry, found):
    assert sorted(names(tmp_path, entry)) == sorted(found)


def test_the_message_says_how_many(tmp_path):
    comparison = compared_in(documented(tmp_path, WORKFLOW.replace("ENTRY", "manifest: HelmRelease/one/one"), FILES))
    first = next(undocumented(comparison, frozenset()))
    assert first.message == (
        "the environment dev is in the repository (deploy/envs/dev/), with a reconciler in it, and no workflow names it"
    )
    assert first.found == ("deploy/envs/dev/", 0)
