"""The URLs that mean this very repository."""

from __future__ import annotations

import pytest

from support.application_sets import APPS, fleet

pytest_plugins = ("support.repositories",)


CONFIG = '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@example.org:me/fork.git\n\tfetch = x\n[branch "x"]\n\turl = no\n'


def _apps(make, url):
    return make["application"]("shop", "deploy", url=url)


def test_a_remote_is_own_and_another_repository_is_not(read, make):
    found = read(
        {
            ".git/config": CONFIG,
            "a.yaml": _apps(make, "https://example.org/me/fork"),
            "b.yaml": make["application"]("other", "deploy", url="https://example.org/me/fleet"),
            "deploy/x.yaml": "a: b\n",
        }
    )
    assert found.edges("path") == [
        ("Application/argocd/other", "https://example.org/me/fleet", "unverifiable"),
        ("Application/argocd/shop", "deploy/"),
    ]


def test_in_a_fork_the_url_under_which_most_paths_exist_is_own(read, make):
    found = read(
        {
            ".git/config": CONFIG,
            "a.yaml": _apps(make, "https://example.org/upstream/x")
            + make["application"]("y", "gone", url="https://z/y"),
            "deploy/x.yaml": "a: b\n",
        }
    )
    assert ("Application/argocd/shop", "deploy/") in found.edges("path")
    assert ("Application/argocd/y", "https://z/y", "unverifiable") in found.edges("path")


def test_paths_may_count_from_the_top_of_the_checkout(read, make, tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text(CONFIG)
    found = read(
        {
            "a.yaml": make["application"]("shop", "fleet/deploy/shop", url="https://example.org/me/fork"),
            "deploy/shop/x.yaml": "a: b\n",
        }
    )
    assert found.edges("path") == [("Application/argocd/shop", "deploy/shop/")]


@pytest.mark.parametrize(
    ("revisions", "state"),
    [
        (("develop", "develop"), "resolved"),
        (("main", "develop"), "unverifiable"),
        (("HEAD", "env/prod"), "unverifiable"),
        (("v1.0", "v1.0"), "unverifiable"),
    ],
)
def test_the_branch_that_most_name_is_this_one_where_none_of_the_usual_is_named(read, make, revisions, state):
    first, second = revisions
    found = read(
        {
            "a.yaml": make["application"]("a", "deploy").replace("HEAD", first),
            "b.yaml": make["application"]("b", "./").replace("HEAD", second),
            "deploy/x.yaml": "a: b\n",
        }
    )
    edges = {one["from"]: one["state"] for one in found.json["edges"] if one["kind"] == "path"}
    assert edges["Application/argocd/b"] == state


def test_a_path_beside_the_folder_that_is_read_is_outside_of_it(read, make, tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text(CONFIG)
    url = "https://example.org/me/fork"
    found = read(
        {
            "apps/a.yaml": make["application"]("beside", "other/deploy", url=url),
            "apps/b.yaml": make["application"]("gone", "fleet/other/deploy", url=url),
            "apps/other/deploy/x.yaml": "a: b\n",
        }
    )
    assert found.edges("path") == [
        ("Application/argocd/beside", "other/deploy/", "unverifiable"),
        ("Application/argocd/gone", "fleet/other/deploy/", "missing"),
    ]


def test_patterns_of_a_generator_count_from_the_top_of_the_checkout(read, tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text(CONFIG)
    urls = ("https://example.org/me/fleet.git", "https://example.org/me/fork.git")
    generator = "- git: {repoURL: %s, revision: HEAD, directories: [{path: %s}, {path: '**/old', exclude: true}]}"
    for pattern, generated in (("fleet/apps/*", ["one", "two"]), ("apps/*", None), ("*/apps/*", None)):
        text = fleet(generator % (urls[1], f"'{pattern}'"), "{{path.basename}}", "{{path}}").replace(*urls)
        found = read({**APPS, "set.yaml": text})
        generates = found.object("ApplicationSet/argocd/fleet")["generates"]
        assert (generates and [one["name"] for one in generates]) == generated
    files = "- git: {repoURL: %s, revision: HEAD, files: [{path: 'fleet/apps/*/cm.yaml'}, {path: fleet/apps/old/*, exclude: true}]}"
    found = read({**APPS, "set.yaml": fleet(files % urls[1], "{{path.basename}}", "{{path}}").replace(*urls)})
    assert [one["path"] for one in found.object("ApplicationSet/argocd/fleet")["generates"]] == [
        "apps/one/",
        "apps/two/",
    ]
