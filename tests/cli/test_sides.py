"""Two paths that exist are compared, else revisions, as a user of Git would guess."""

from __future__ import annotations

import pytest

from sphinx_gitops.cli.sides import sides_of
from sphinx_gitops.cli.usage import UsageError
from support.checkouts import commit, git


@pytest.fixture
def repository(tmp_path, monkeypatch):
    folder = tmp_path / "shop"
    commit(folder, {"docs/w.yaml": "one"})
    git(folder, "tag", "v1")
    git(folder, "checkout", "-q", "-b", "side")
    commit(folder, {"docs/w.yaml": "side"})
    git(folder, "checkout", "-q", "main")
    commit(folder, {"docs/w.yaml": "two", "new.yaml": "new"})
    (folder / "docs/w.yaml").write_text("three", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def read(*words: str) -> tuple[str, str, str, str]:
    """How both sides are shown, and what their files hold."""
    with sides_of(words) as sides:
        texts = [side.path.read_text(encoding="utf-8") if side.is_there else "" for side in (sides.old, sides.new)]
        return sides.old.shown, texts[0], sides.new.shown, texts[1]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["docs/w.yaml", "new.yaml"], ("docs/w.yaml", "three", "new.yaml", "new")),
        (["v1", "main", "docs/w.yaml"], ("v1:docs/w.yaml", "one", "main:docs/w.yaml", "two")),
        (["v1..main", "docs/w.yaml"], ("v1:docs/w.yaml", "one", "main:docs/w.yaml", "two")),
        (["v1..", "docs/w.yaml"], ("v1:docs/w.yaml", "one", "HEAD:docs/w.yaml", "two")),
        (["HEAD", "docs/w.yaml"], ("HEAD:docs/w.yaml", "two", "docs/w.yaml", "three")),
        (["v1", "HEAD", "new.yaml"], ("v1:new.yaml", "", "HEAD:new.yaml", "new")),
        (["side", "main", "docs/w.yaml"], ("side:docs/w.yaml", "side", "main:docs/w.yaml", "two")),
    ],
)  # fmt: skip
def test_words_are_two_sides(repository, words, found):
    assert read(*words) == found


def test_three_dots_start_where_both_have_parted(repository):
    _, before, _, after = read("main...side", "docs/w.yaml")
    assert (before, after) == ("one", "side")


def test_without_a_path_the_whole_repository_is_compared(repository, monkeypatch):
    monkeypatch.chdir(repository / "docs")
    with sides_of(["v1", "HEAD"]) as sides:
        assert (sides.is_repository, sides.old.shown, sides.new.shown) == (True, "v1:", "HEAD:")
        assert sides.old.name == sides.new.name == "shop"
        assert (sides.new.path / "new.yaml").is_file()


def test_a_path_counts_from_where_the_command_stands(repository, monkeypatch):
    monkeypatch.chdir(repository / "docs")
    assert read("v1", "HEAD", "w.yaml")[1::2] == ("one", "two")


def test_what_is_read_is_gone_afterwards(repository):
    with sides_of(["v1", "HEAD", "docs/w.yaml"]) as sides:
        path = sides.old.path
    assert not path.exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nope", "HEAD"], "'nope' is no path that exists, and no revision"),
        (["v1", "nope"], "'nope' is no path that exists, and no revision"),
        (["v1..nope"], "'nope' is no revision"),
        (["v1"], "name two of them"),
        (["../no.yaml", "HEAD"], "'../no.yaml' is no path that exists, and no revision"),
        (["v1", "HEAD", "a.yaml"], "neither v1:a.yaml nor HEAD:a.yaml is there"),
        (["v1", "HEAD", "docs/w.yaml", "new.yaml"], "2 paths are named"),
        (["v1", "HEAD", "../x.yaml"], "is outside of the repository"),
        (["new.yaml", "docs/w.yaml", "x"], "new.yaml and docs/w.yaml are compared: name no third path"),
        (["docs", "new.yaml"], "docs and new.yaml are a file and a folder"),
    ],
)
def test_wrong_usage_is_said(repository, words, message):
    with pytest.raises(UsageError, match=message.replace(".", r"\.")):
        read(*words)


def test_outside_of_a_repository_git_says_so(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="not a git repository"):
        read("v1", "HEAD")


def test_outside_of_a_repository_a_name_that_is_no_path_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "w.yaml").write_text("id: w\n", encoding="utf-8")
    with (
        pytest.raises(UsageError, match=r"'nope\.yaml' is no path that exists, and no revision: not a git repository"),
        sides_of(["w.yaml", "nope.yaml"]),
    ):
        pass
