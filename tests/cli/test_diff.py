"""The command ``diff``: what changes on standard output, a picture, and an exit status as diff has it."""

from __future__ import annotations

import json
import sys

import pytest

from sphinx_gitops.cli import main
from support.checkouts import commit, git
from support.two_versions import OLD, edited

NEW = edited(("title: Scanner", "title: Image scanner"))
SAID = '~ The title of the component SCAN is "Image scanner" instead of "Scanner".\n'
APPLICATION = (
    "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {{name: {name}, namespace: argocd}}\nspec:\n  project: default\n"
    "  source: {{repoURL: https://git.example/shop, path: apps, targetRevision: {tag}}}\n  destination: {{namespace: shop}}\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def command(*arguments):
        try:
            status = main(["diff", *arguments])
        except SystemExit as stopped:
            status = stopped.code
        return status, *capsys.readouterr()

    return command


@pytest.fixture
def files(tmp_path):
    (tmp_path / "old.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(NEW, encoding="utf-8")
    return tmp_path


def test_the_exit_status_is_that_of_diff(run, files):
    assert run("old.yaml", "new.yaml") == (1, SAID, "")
    assert run("old.yaml", "old.yaml") == (0, "", "")


def test_a_report_is_for_programs_or_a_pull_request(run, files):
    _, out, _ = run("old.yaml", "new.yaml", "--format", "json")
    (change,) = json.loads(out)["changes"]
    assert (change["old"], change["new"]) == ({"file": "old.yaml", "line": 7}, {"file": "new.yaml", "line": 7})
    assert run("old.yaml", "new.yaml", "--format", "markdown")[1].startswith("1 change of the workflow: 1 changed.\n")
    assert run("old.yaml", "old.yaml", "--format", "json") == (0, '{\n  "schema_version": 1,\n  "changes": []\n}\n', "")


@pytest.mark.parametrize(("name", "start"), [("a.svg", b"<svg"), ("a.pdf", b"%PDF"), ("a.png", b"\x89PNG")])
def test_a_picture_is_drawn(run, files, name, start):
    status, out, _ = run("old.yaml", "new.yaml", "-o", name)
    assert (status, out) == (1, SAID)
    content = (files / name).read_bytes()
    assert content.startswith(start)
    run("old.yaml", "new.yaml", "-o", name)
    assert (files / name).read_bytes() == content


def test_a_picture_that_cannot_be_drawn_is_an_error_with_its_remedy(run, files, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    status, _, said = run("old.yaml", "new.yaml", "-o", "a.png")
    assert status == 2
    assert "a.png:1:1: error: PNG needs PDFium: pip install" in said
    assert not (files / "a.png").exists()


def test_a_picture_may_be_all_that_is_printed(run, files):
    status, out, _ = run("old.yaml", "new.yaml", "-o", "-", "--colours", "auto")
    assert (status, out.startswith("<svg")) == (1, True)
    assert "prefers-color-scheme" in out
    assert ">changed: title</text>" in out


def test_revisions_of_a_file_are_compared(run, tmp_path, monkeypatch):
    folder = tmp_path / "shop"
    commit(folder, {"docs/w.yaml": OLD, "docs/conf.py": "gitops_kinds = {'scan': {'class': 'security'}}\n"})
    git(folder, "tag", "v1")
    commit(folder, {"docs/w.yaml": NEW.replace("security-scan", "scan")})
    monkeypatch.chdir(folder)
    status, out, err = run("v1", "HEAD", "--", "docs/w.yaml")
    assert (status, err) == (1, "")
    assert SAID in out
    assert '~ The kind of the component SCAN is "scan" instead of "security-scan".\n' in out
    assert run("HEAD", "docs/w.yaml") == (0, "", "")
    (change, *_) = json.loads(run("v1", "HEAD", "docs/w.yaml", "--format", "json")[1])["changes"]
    assert (change["old"]["file"], change["new"]["file"]) == ("v1:docs/w.yaml", "HEAD:docs/w.yaml")


def test_a_workflow_that_is_new_is_added(run, tmp_path, monkeypatch):
    folder = tmp_path / "shop"
    commit(folder, {"README": "x"})
    git(folder, "tag", "v1")
    commit(folder, {"w.yaml": OLD})
    monkeypatch.chdir(folder)
    status, out, _ = run("v1", "HEAD", "w.yaml", "-o", "a.svg")
    assert status == 1
    assert out.splitlines()[:2] == ['+ The stage ci, "CI", is added.', "+ The stage cd is added."]
    assert all(line.startswith("+ ") for line in out.splitlines())
    assert all(line.startswith("- ") for line in run("HEAD", "v1", "w.yaml")[1].splitlines())


def test_repositories_are_compared_by_what_they_declare(run, tmp_path, monkeypatch):
    folder = tmp_path / "fleet"
    commit(folder, {"apps/x.yaml": "a: b\n", "argocd/shop.yaml": APPLICATION.format(name="shop", tag="v1")})
    git(folder, "tag", "v1")
    other = APPLICATION.format(name="cart", tag="v1")
    commit(folder, {"argocd/shop.yaml": APPLICATION.format(name="shop", tag="v2"), "argocd/cart.yaml": other})
    monkeypatch.chdir(folder)
    status, out, err = run("v1", "HEAD")
    assert (status, err) == (1, "")
    assert (
        '~ The spec.source.targetRevision of Application/argocd/shop of the component shop is "v2" instead of "v1".\n'
        in out
    )
    assert "+ The component cart is added to cd.\n" in out
    assert "title" not in out
    assert run("HEAD", "HEAD") == (0, "", "")
    assert run("v1", "HEAD", "--", "argocd")[0] == 1
    changes = json.loads(run("v1", "HEAD", "--format", "json")[1])["changes"]
    assert [(one["what"], one["old"], one["new"]) for one in changes][:2] == [
        ("component", None, {"file": "HEAD:argocd/cart.yaml", "line": 1}),
        ("component", {"file": "v1:argocd/shop.yaml", "line": 1}, {"file": "HEAD:argocd/shop.yaml", "line": 1}),
    ]


def test_folders_are_compared(run, tmp_path):
    for name, tag in (("one", "v1"), ("two", "v2")):
        (tmp_path / name / "argocd").mkdir(parents=True)
        (tmp_path / name / "argocd/shop.yaml").write_text(APPLICATION.format(name="shop", tag=tag), encoding="utf-8")
    status, out, _ = run("one", "two")
    assert status == 1
    assert out.count("\n") == 1
    assert '"v2" instead of "v1"' in out


@pytest.mark.parametrize(
    ("arguments", "err"),
    [
        (
            ["old.yaml", "bad.yaml"],
            "bad.yaml:2:3: error: stages.ci: unknown key 'titel'; did you mean 'title'? [gitops.unknown-key]",
        ),
        (["empty", "empty"], "nothing found: empty and empty declare nothing; name a workflow: -- FILE"),
        (["old.yaml", "new.yaml", "-o", "a.gif"], "argument -o: 'a.gif' ends in none of .svg, .pdf, .png"),
        (["old.yaml", "new.yaml", "-o", "no/a.svg"], "no/a.svg: error: cannot be written: no such file or directory"),
        (["old.yaml"], "sphinx-gitops diff: error:"),
    ],
)
def test_trouble_is_2(run, files, arguments, err):
    (files / "bad.yaml").write_text("stages:\n  ci: {titel: x}\n", encoding="utf-8")
    (files / "empty").mkdir()
    status, out, said = run(*arguments)
    assert (status, out) == (2, "")
    assert err.split(":2:3:")[0] in said
    assert err.partition("error: ")[2] in said
