"""Revisions are read with git, as they were committed, into a folder of their own."""

from __future__ import annotations

import errno
import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from sphinx_gitops.diff.revisions import GitError, commit_of, git, merge_base, top_of, write_tree
from sphinx_gitops.importers.repository.checkout import checkout_of
from support.checkouts import commit
from support.checkouts import git as run


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "shop"
    commit(
        folder,
        {
            "a.yaml": "a: 1\n",
            "deep/er/b.yml": "b: 1\n",
            "picture.png": "x" * 9,
            ".gitattributes": "deep export-ignore\n",
        },
    )
    return folder


def test_files_are_as_they_were_committed(repository, tmp_path):
    first = commit_of(repository, "HEAD")
    commit(repository, {"a.yaml": "a: 2\n", "deep/er/b.yml": None})
    (repository / "a.yaml").write_text("a: 3\n", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    write_tree(repository, first, out)
    assert (out / "a.yaml").read_text(encoding="utf-8") == "a: 1\n"
    assert (out / "deep/er/b.yml").read_text(encoding="utf-8") == "b: 1\n"
    assert (out / "picture.png").read_bytes() == b""
    assert run(repository, "status", "--porcelain") == "M a.yaml"


def test_links_lead_where_they_led(repository, tmp_path):
    (repository / "link.yaml").symlink_to("a.yaml")
    out = tmp_path / "out"
    out.mkdir()
    write_tree(repository, commit(repository, {}), out)
    assert (out / "link.yaml").is_symlink()
    assert (out / "link.yaml").read_text(encoding="utf-8") == "a: 1\n"


def test_where_there_are_no_links_a_link_is_an_empty_file(repository, tmp_path, monkeypatch):
    def refuse(path, target):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), str(path))

    (repository / "link.yaml").symlink_to("a.yaml")
    out = tmp_path / "out"
    out.mkdir()
    revision = commit(repository, {})
    monkeypatch.setattr(Path, "symlink_to", refuse)
    write_tree(repository, revision, out)
    assert (out / "link.yaml").read_bytes() == b""


def test_a_head_that_is_on_no_branch_is_on_none_in_the_folder(repository, tmp_path):
    run(repository, "checkout", "-q", "--detach")
    out = tmp_path / "out"
    out.mkdir()
    write_tree(repository, commit_of(repository, "HEAD"), out)
    assert checkout_of(out).branch == ""


def test_a_submodule_is_an_empty_folder(repository, tmp_path):
    head = run(repository, "rev-parse", "HEAD").strip()
    run(repository, "update-index", "--add", "--cacheinfo", f"160000,{head},charts")
    run(repository, "commit", "-q", "-m", "a submodule")
    out = tmp_path / "out"
    out.mkdir()
    write_tree(repository, commit_of(repository, "HEAD"), out)
    assert list((out / "charts").iterdir()) == []


def test_the_remotes_are_known_in_the_folder(repository, tmp_path):
    run(repository, "remote", "add", "origin", "https://git.example/team/shop.git")
    out = tmp_path / "out"
    out.mkdir()
    write_tree(repository, commit_of(repository, "HEAD"), out)
    found = checkout_of(out)
    assert (found.remotes, found.branch) == (("https://git.example/team/shop.git",), "main")


def test_a_revision_is_a_commit_or_nothing(repository):
    run(repository, "tag", "v1")
    head = commit_of(repository, "HEAD")
    assert len(head) == 40
    assert commit_of(repository, "v1") == head
    assert [commit_of(repository, name) for name in ("nope", "--help", "", "HEAD:a.yaml")] == [""] * 4


def test_two_have_parted_somewhere(repository):
    base = commit_of(repository, "HEAD")
    run(repository, "checkout", "-q", "-b", "side")
    commit(repository, {"a.yaml": "a: 2\n"})
    run(repository, "checkout", "-q", "main")
    commit(repository, {"a.yaml": "a: 3\n"})
    assert merge_base(repository, "main", "side") == base


def test_histories_that_never_met_are_told(repository):
    run(repository, "checkout", "-q", "--orphan", "other")
    commit(repository, {"a.yaml": "a: 9\n"})
    with pytest.raises(GitError, match="nothing is known from which main and other have parted"):
        merge_base(repository, "main", "other")


def test_an_object_that_is_not_there_is_told(repository, tmp_path):
    head = commit_of(repository, "HEAD")
    name = run(repository, "rev-parse", "HEAD:a.yaml")
    path = repository / ".git/objects" / name[:2] / name[2:]
    path.chmod(0o600)
    path.unlink()
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(GitError, match=f"{name} is not in the repository|unable to get object|missing"):
        write_tree(repository, head, out)


def test_the_top_is_found_from_inside(repository):
    assert top_of(repository / "deep/er").resolve() == repository.resolve()


def test_what_git_cannot_do_is_said_in_its_words(tmp_path, monkeypatch):
    with pytest.raises(GitError, match="not a git repository"):
        top_of(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="no program git"):
        git(tmp_path, "status")


@pytest.mark.parametrize(
    ("number", "is_told"), [(errno.ENOSPC, True), (errno.EACCES, True), (errno.ENAMETOOLONG, False)]
)
def test_a_full_disk_is_told_and_a_name_that_there_cannot_be_is_left_out(
    repository, tmp_path, monkeypatch, number, is_told
):
    def refuse(path, content):
        raise OSError(number, os.strerror(number), str(path))

    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(GitError, match="cannot be written to a temporary folder") if is_told else nullcontext():
        write_tree(repository, commit_of(repository, "HEAD"), out)
