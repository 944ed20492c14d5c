"""What the manual says of drift: its workflow agrees with its repository, and its pages name what there is."""

from __future__ import annotations

import re

import yaml

from sphinx_gitops.cli import main
from sphinx_gitops.drift.rules import DRIFT_RULES
from support.project import ROOT

DOCS = ROOT / "docs"


def test_the_workflow_of_the_manual_agrees_with_its_repository(capsys):
    assert main(["drift", str(DOCS / "reference/drift/bookshop.yaml"), "--no-cache"]) == 0
    assert capsys.readouterr() == ("", "")


def test_every_rule_is_in_the_table_with_its_severity():
    page = (DOCS / "reference/drift.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (\w+) \|", page, re.MULTILINE))
    assert rows == {rule.code: rule.severity.value for rule in DRIFT_RULES}


def test_the_jobs_run_commands_that_there_are(tmp_path, capsys):
    page = (DOCS / "how-to/drift-ci.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]
    assert len(blocks) == 5
    commands = re.findall(r"sphinx-gitops (drift docs/delivery\.yaml[^\n|]*)", page)
    assert len(commands) == 4
    for command in commands:
        arguments = command.replace("docs/delivery.yaml", str(DOCS / "reference/drift/bookshop.yaml")).split()
        arguments = [str(tmp_path / "report") if text in {"drift.sarif", "drift.json"} else text for text in arguments]
        assert main([*arguments, "--no-cache"]) == 0
    assert capsys.readouterr().err == ""
