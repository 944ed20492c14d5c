"""Bindings mean objects, folders or files, also where ids have become longer, shorter, or other lines."""

import pytest

from sphinx_gitops.drift.naming.matching import Standing
from support.drift import compared_in, documented
from support.fleets import FLEETS
from support.repositories import application, release

FILES = {
    "teams/a/shop.yaml": application("shop", "x"),
    "teams/b/shop.yaml": application("shop", "x"),
    "envs/prod/web.yaml": release("web", namespace="web"),
    "envs/dev/web.yaml": release("web", namespace="web"),
    "envs/dev/only.yaml": release("only", namespace="only"),
    "both.yaml": release("two", namespace="two") + release("two", namespace="two"),
    "notes/read.txt": "x",
}


def meant(root, *manifests, files=FILES):
    entries = ", ".join(f"C{number}: {{manifest: '{text}'}}" for number, text in enumerate(manifests))
    comparison = compared_in(
        documented(root, f"manifests: [deploy]\nstages: {{cd: {{components: {{{entries}}}}}}}\n", files)
    )
    return [(match.standing, [known.id for known in (*match.objects, *match.folders)]) for match in comparison.matches]


@pytest.mark.parametrize(
    ("manifest", "found"),
    [
        ("HelmRelease/only/only", ["HelmRelease/only/only@dev"]),
        ("HelmRelease/only", ["HelmRelease/only/only@dev"]),
        ("HelmRelease/web/web", ["HelmRelease/web/web@dev", "HelmRelease/web/web@prod"]),
        ("HelmRelease/web/web@prod", ["HelmRelease/web/web@prod"]),
        ("HelmRelease/*/web@prod", ["HelmRelease/web/web@prod"]),
        ("HelmRelease/web/*", ["HelmRelease/web/web@dev", "HelmRelease/web/web@prod"]),
        ("Application/argocd/shop@teams/a/", ["Application/argocd/shop@teams/a/"]),
        ("Application/argocd/shop@teams/*/", ["Application/argocd/shop@teams/a/", "Application/argocd/shop@teams/b/"]),
        ("notes/", ["notes/"]),
        ("notes/*.txt", ["notes/read.txt"]),
        ("./", ["./"]),
        ("teams/a/shop.yaml", ["teams/a/shop.yaml"]),
    ],
)
def test_what_fits_is_meant(tmp_path, manifest, found):
    ((standing, ids),) = meant(tmp_path, manifest)
    assert standing is Standing.FOUND
    assert sorted(ids) == found


def test_an_object_that_is_alone_by_now_is_still_in_its_folder(tmp_path):
    files = {path: text for path, text in FILES.items() if path != "teams/b/shop.yaml"}
    first, second = meant(tmp_path, "Application/argocd/shop@teams/a/", "Application/argocd/shop@teams/b/", files=files)
    assert first == (Standing.FOUND, ["Application/argocd/shop"])
    assert second[0] is Standing.GONE


def test_lines_tell_objects_of_one_name_apart_by_their_order(tmp_path):
    first, second = "HelmRelease/two/two@both.yaml:2", "HelmRelease/two/two@both.yaml:8"
    assert [ids for _, ids in meant(tmp_path, first, second)] == [[first], [second]]
    moved = {**FILES, "both.yaml": "# a\n# b\n# c\n# d\n# e\n" + FILES["both.yaml"]}
    found = meant(tmp_path / "moved", first, second, files=moved)
    assert [ids for _, ids in found] == [["HelmRelease/two/two@both.yaml:7"], ["HelmRelease/two/two@both.yaml:13"]]
    one = {**FILES, "both.yaml": release("two", namespace="two")}
    standings = [standing for standing, _ in meant(tmp_path / "one", first, second, files=one)]
    assert standings == [Standing.FOUND, Standing.GONE]


@pytest.mark.parametrize(
    ("manifest", "standing"),
    [
        ("HelmRelease/other/only", Standing.MOVED),
        ("HelmRelease/other/only@dev", Standing.MOVED),
        ("HelmRelease/other/web", Standing.GONE),
        ("HelmRelease/only/other", Standing.GONE),
        ("HelmRelease/two/two@prod", Standing.GONE),
        ("Deployment/web/web", Standing.UNKNOWN),
        ("deployment/web/web", Standing.GONE),
        ("Application/argocd/*-x", Standing.GONE),
    ],
)
def test_what_does_not_fit(tmp_path, manifest, standing):
    assert [one for one, _ in meant(tmp_path, manifest)] == [standing]


def test_what_another_binding_means_has_not_moved(tmp_path):
    found = meant(tmp_path, "HelmRelease/other/only", "HelmRelease/only/only")
    assert [standing for standing, _ in found] == [Standing.GONE, Standing.FOUND]


def test_an_application_of_a_set_is_there(tmp_path):
    found = meant(tmp_path, "Application/argocd/cart", "Application/argocd/nothing", files=FLEETS["argo-sets"]())
    assert [standing for standing, _ in found] == [Standing.FOUND, Standing.GONE]
