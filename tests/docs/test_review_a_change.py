"""The manual's page on changes shows what the command prints, and names what there is."""

from __future__ import annotations

import re

import yaml

from sphinx_gitops.cli import main
from support.project import ROOT

FOLDER = ROOT / "docs" / "how-to"
PAGE = (FOLDER / "review-a-change.md").read_text(encoding="utf-8")


def test_the_example_is_what_is_printed(monkeypatch, capsys):
    monkeypatch.chdir(FOLDER / "changed")
    assert main(["diff", "before.yaml", "after.yaml"]) == 1
    (shown,) = re.findall(r"\$ sphinx-gitops diff before\.yaml after\.yaml\n(.*?)```", PAGE, re.DOTALL)
    assert capsys.readouterr() == (shown, "")


def test_the_workflows_are_sound(monkeypatch, capsys):
    monkeypatch.chdir(FOLDER / "changed")
    assert main(["check", "before.yaml", "after.yaml"]) == 0
    assert capsys.readouterr() == ("", "")


def test_the_job_is_yaml():
    (job,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    steps = yaml.safe_load(job)["jobs"]["diff"]["steps"]
    assert [step["run"] for step in steps if "sphinx-gitops diff" in step.get("run", "")]
