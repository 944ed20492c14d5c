"""The manual's page on importing shows what the command prints."""

from __future__ import annotations

import re

from sphinx_gitops.cli import main
from support.project import ROOT

FOLDER = ROOT / "docs" / "how-to"
PAGE = (FOLDER / "import-a-diagram.md").read_text(encoding="utf-8")


def test_the_example_is_what_is_printed(monkeypatch, capsys):
    monkeypatch.chdir(FOLDER / "imported")
    assert main(["import", "delivery.mmd"]) == 0
    out, err = capsys.readouterr()
    assert out == (FOLDER / "imported" / "delivery.yaml").read_text(encoding="utf-8")
    (shown,) = re.findall(r"\$ sphinx-gitops import delivery\.mmd > delivery\.yaml\n(.*?)```", PAGE, re.DOTALL)
    assert err == shown
    assert main(["check", "delivery.yaml"]) == 0
    assert capsys.readouterr() == ("", "")


def test_the_list_is_what_is_printed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    fences = ("graph LR\nA --> B", "graph TD\nC --> D")
    text = "# Page\n\n" + "\n".join(f"```mermaid\n{fence}\n```" for fence in fences)
    (tmp_path / "page.md").write_text(text.replace("```\n```", "```\n\n```"), encoding="utf-8")
    assert main(["import", "page.md"]) == 2
    (shown,) = re.findall(r"\$ sphinx-gitops import page\.md\n(.*?)\$", PAGE, re.DOTALL)
    assert capsys.readouterr().err == shown
