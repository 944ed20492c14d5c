"""What a Git checkout says of where it comes from."""

from __future__ import annotations

from sphinx_gitops.importers.repository.checkout import checkout_of, checkout_top

pytest_plugins = ("support.repositories",)


CONFIG = '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@example.org:me/fork.git\n\tfetch = x\n[branch "x"]\n\turl = no\n'


def test_a_checkout_says_its_remotes_and_its_branch(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text(CONFIG)
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/env/prod\n")
    (tmp_path / "deploy").mkdir()
    found = checkout_of(tmp_path / "deploy")
    assert (found.remotes, found.branch, found.prefix) == (("git@example.org:me/fork.git",), "env/prod", "deploy/")


def test_the_top_of_a_checkout_has_its_git(tmp_path):
    (tmp_path / "checkout/.git").mkdir(parents=True)
    assert checkout_top(tmp_path / "checkout/docs/a") == tmp_path / "checkout"


def test_a_worktree_says_what_its_checkout_does(tmp_path):
    own = tmp_path / "main/.git/worktrees/side"
    own.mkdir(parents=True)
    (tmp_path / "main/.git/config").write_text(CONFIG)
    (own / "commondir").write_text("../..\n")
    (own / "HEAD").write_text("ref: refs/heads/side\n")
    (tmp_path / "side").mkdir()
    (tmp_path / "side/.git").write_text("gitdir: ../main/.git/worktrees/side\n")
    found = checkout_of(tmp_path / "side")
    assert (found.remotes, found.branch, found.prefix) == (("git@example.org:me/fork.git",), "side", "")
