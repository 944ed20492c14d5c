"""The command line knows the kinds and colours that a project's ``conf.py`` declares, and runs nothing of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_gitops.cli import main

CONF = """
print("conf.py was run")
extensions = ["sphinx_gitops"]
ACTOR = {"fill": "#ffffff", "stroke": "#123456", "text": "#000000", "dark": {"fill": "#102030", "text": "#ffffff"}}
gitops_kinds = {"visitor": {"class": "actor", "shape": "stadium"}}
gitops_classes = {"actor": ACTOR}
"""
WORKFLOW = "stages:\n  s: {components: {DEV: {title: Developer, kind: visitor}, B: {title: Build, class: actor}}}\n"


@pytest.fixture
def docs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs/deep").mkdir(parents=True)
    (tmp_path / "docs/conf.py").write_text(CONF, encoding="utf-8")
    (tmp_path / "docs/deep/w.yaml").write_text(WORKFLOW, encoding="utf-8")
    return tmp_path / "docs"


def test_the_nearest_conf_py_above_a_file_counts(docs, capsys):
    assert main(["check", "docs/deep/w.yaml"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("command", ["emit", "outline", "render"])
def test_every_command_that_reads_knows_the_kinds(docs, capsys, command):
    assert main([command, "docs/deep/w.yaml"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "conf.py was run" not in out
    assert ("visitor" if command == "outline" else "#123456") in out


def test_the_option_names_another_project(docs, capsys, tmp_path):
    (tmp_path / "w.yaml").write_text(WORKFLOW, encoding="utf-8")
    assert main(["check", "w.yaml"]) == 1
    said = capsys.readouterr().out
    assert (
        "one of the project's own is declared as gitops_kinds in conf.py, which --conf DIR finds [gitops.unknown-kind]"
        in said
    )
    assert "declared as gitops_classes in conf.py" in said
    for folder in ("docs", "docs/conf.py"):
        assert main(["check", "w.yaml", "--conf", folder]) == 0


def test_a_hint_names_the_conf_py_that_was_read(docs, capsys):
    (docs / "conf.py").write_text("", encoding="utf-8")
    assert main(["check", "docs/deep/w.yaml"]) == 1
    assert "is declared as gitops_kinds in docs/conf.py [gitops.unknown-kind]" in capsys.readouterr().out


def test_the_search_ends_at_the_repository(docs, capsys, tmp_path):
    (docs / "deep/.git").mkdir()
    assert main(["check", "docs/deep/w.yaml"]) == 1


def test_what_is_no_literal_is_said_where_it_matters(docs, capsys):
    (docs / "conf.py").write_text("import kinds\ngitops_kinds = kinds.load()\n", encoding="utf-8")
    assert main(["check", "docs/deep/w.yaml"]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("docs/conf.py:2:1: warning: gitops_kinds: conf.py is read here and not run")
    (docs / "deep/w.yaml").write_text("stages: {s: {components: {A: Aa}}}", encoding="utf-8")
    assert main(["check", "docs/deep/w.yaml"]) == 0
    assert capsys.readouterr().out == ""


def test_a_fault_of_conf_py_stands_at_its_line_and_is_told_once(docs, capsys):
    (docs / "conf.py").write_text(
        '\n\ngitops_kinds = {"visitor": {"class": "actr", "shape": "star"}}\ngitops_classes = {"actor": {}}\n',
        encoding="utf-8",
    )
    assert main(["check", "docs/deep/w.yaml", "docs/deep/w.yaml"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "docs/conf.py:3:1: error: gitops_kinds['visitor']: there is no class 'actr'; did you mean 'actor'? [gitops.option]",
        "docs/conf.py:3:1: error: gitops_kinds['visitor']: there is no shape 'star'; did you mean 'stack'? [gitops.option]",
    ]


def test_verbose_says_how_many_files_are_sound(docs, capsys):
    (docs / "bad.yaml").write_text("stages: {}", encoding="utf-8")
    assert main(["check", "--verbose", "docs/deep/w.yaml", "docs/bad.yaml"]) == 1
    assert capsys.readouterr().err == "1 of 2 files are sound\n"
    assert main(["check", "--verbose", "docs/deep/w.yaml"]) == 0
    assert capsys.readouterr() == ("", "1 of 1 file is sound\n")


def test_a_conf_py_that_cannot_be_read_is_said_and_nothing_is_checked(docs, capsys, monkeypatch):
    whole = Path.read_bytes

    def read_bytes(path):
        if path.name == "conf.py":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    with pytest.raises(SystemExit) as ended:
        main(["check", "docs/deep/w.yaml"])
    assert ended.value.code == 2
    assert "docs/conf.py cannot be read: permission denied" in capsys.readouterr().err
