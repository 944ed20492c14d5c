"""``sphinx-gitops init``: a workflow, or nothing and why."""

from __future__ import annotations

from sphinx_gitops.cli import main

pytest_plugins = ("support.repositories",)


def test_the_command_prints_what_check_accepts(tmp_path, capsys, make, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.cli.discover.cache_folder", lambda: tmp_path / "cache")
    (tmp_path / "deploy").mkdir()
    (tmp_path / "deploy" / "a.yaml").write_text(make["application"]("shop", "x"))
    monkeypatch.chdir(tmp_path)
    assert main(["init", "deploy"]) == 0
    text = capsys.readouterr().out
    assert "manifests:\n- deploy\n" in text
    (tmp_path / "w.yaml").write_text(text)
    assert main(["check", "w.yaml"]) == 0
    assert capsys.readouterr().out == ""


def test_where_nothing_is_found_nothing_is_printed(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.cli.discover.cache_folder", lambda: tmp_path / "cache")
    (tmp_path / "x").mkdir()
    assert main(["init", str(tmp_path / "x")]) == 1
    assert capsys.readouterr() == ("", "nothing found\n")
    assert main(["init", str(tmp_path / "gone")]) == 2
