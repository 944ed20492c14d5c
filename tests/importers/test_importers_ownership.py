"""Which URLs mean the repository itself."""

import pytest

from sphinx_gitops.importers.repository.checkout import checkout_of
from sphinx_gitops.importers.repository.globs import covers, matches
from sphinx_gitops.importers.resolution.urls import canonical_url

pytest_plugins = ("support.repositories",)

CONFIG = '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@example.org:me/fork.git\n\tfetch = x\n[branch "x"]\n\turl = no\n'


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/Me/Fleet",
        "https://github.com/me/fleet.git",
        "ssh://git@github.com/me/fleet.git",
        "ssh://git@github.com:22/me/fleet",
        "git@github.com:me/fleet.git/",
        "https://token@github.com/me/fleet?x=y",
        "ssh://git@ssh.github.com:443/me/fleet.git",
    ],
)
def test_every_way_to_write_a_url(url):
    assert canonical_url(url) == "github.com/me/fleet"


def test_the_two_ways_of_azure_are_one():
    one = canonical_url("git@ssh.dev.azure.com:v3/org/project/fleet")
    assert one == canonical_url("https://org@dev.azure.com/org/project/_git/fleet") == "dev.azure.com/org/project/fleet"


def test_a_checkout_says_its_remotes_and_its_branch(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text(CONFIG)
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/env/prod\n")
    (tmp_path / "deploy").mkdir()
    found = checkout_of(tmp_path / "deploy")
    assert (found.remotes, found.branch, found.prefix) == (("git@example.org:me/fork.git",), "env/prod", "deploy/")


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
    ("glob", "path", "expected"),
    [
        ("apps/*", "apps/one", True),
        ("apps/*", "apps/one/two", False),
        ("**/x.json", "a/b/x.json", True),
        ("**/x.json", "x.json", True),
        ("a/**/x", "a/x", True),
        ("[!a]?", "bc", True),
        ("[!a]?", "ac", False),
        ("{a,b}.yaml", "b.yaml", True),
        ("[", "[", True),
        ("a.c", "abc", False),
        ("*" * 40, "x", False),
    ],
)
def test_globs(glob, path, expected):
    assert matches(path, glob) is expected


def test_an_options_glob_covers_what_is_below():
    assert covers("apps/old/x.yaml", "./apps/old/")
    assert covers("apps/old/x.yaml", "old")
    assert not covers("apps/older/x.yaml", "apps/old")
