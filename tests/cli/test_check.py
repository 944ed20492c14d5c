"""``sphinx-gitops check``: problems and the exit status; rules on request."""

from __future__ import annotations

import json

import pytest

from sphinx_gitops.cli import main
from sphinx_gitops.rules import RULES
from support.command import DELIVERY, run


def test_check_prints_problems_and_fails():
    done = run("check", "-", text="stages:\n  ci:\n    titel: x\n")
    assert done.returncode == 1
    line = b"<stdin>:3:5: error: stages.ci: unknown key 'titel'; did you mean 'title'? [gitops.unknown-key]"
    assert done.stdout.splitlines() == [line]


def test_check_of_a_good_file_is_silent():
    done = run("check", DELIVERY)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


WORKFLOW = """\
id: w
stages:
  s: {components: {APP: {kind: repository}, SCAN: {kind: security-scan}, PROD: {kind: environment, tier: production}}}
flows: [APP --> PROD, APP --> SCAN]
"""


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "w.yaml").write_text(WORKFLOW, encoding="utf-8")
    return tmp_path / "w.yaml"


def test_rules_are_held_against_only_on_request(file, capsys):
    assert main(["check", "w.yaml"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", "--rules", "w.yaml"]) == 1
    assert capsys.readouterr().out.startswith(
        "w.yaml:3:74: error: w.PROD: production is reached past every security check: APP → PROD;"
    )


def test_the_project_s_rules_count(file, capsys):
    conf = 'gitops_rules_profile = "recommended"\ngitops_rules = {"prod-without-security": "off", "cycel": "off"}\n'
    (file.parent / "conf.py").write_text(conf, encoding="utf-8")
    assert main(["check", "--rules", "w.yaml"]) == 1
    out = capsys.readouterr().out
    assert "conf.py:2:1: error: gitops_rules['cycel']: there is no rule 'cycel'" in out
    assert "[gitops.rollback-none]" in out
    assert "prod-without-security" not in out


def test_rules_that_are_no_literal_are_said(file, capsys):
    (file.parent / "conf.py").write_text("gitops_rules = dict()\n", encoding="utf-8")
    assert main(["check", "--rules", "w.yaml"]) == 1
    assert "conf.py:1:1: warning: gitops_rules: conf.py is read here and not run" in capsys.readouterr().out


def test_a_workflow_with_errors_is_not_held_against_rules(file, capsys):
    file.write_text(WORKFLOW.replace("SCAN]", "SCAM]"), encoding="utf-8")
    assert main(["check", "--rules", "w.yaml"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_what_is_waived_is_shown_with_its_reason(file, capsys):
    file.write_text(WORKFLOW.replace("id: w", "id: w\nwaive: {prod-without-security: We know.}"), encoding="utf-8")
    assert main(["check", "--rules", "--verbose", "w.yaml"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0].startswith("w.yaml:4:74: waived: w.PROD: production is reached")
    assert err.splitlines()[0].endswith(": We know.")
    assert main(["check", "--rules", "--format", "json", "w.yaml"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["problems"]
    assert (found["code"], found["waived"]) == ("gitops.prod-without-security", "We know.")


def test_sarif_describes_the_rules(file, capsys):
    assert main(["check", "--rules", "--format", "sarif", "w.yaml"]) == 1
    (rule,) = json.loads(capsys.readouterr().out)["runs"][0]["tool"]["driver"]["rules"]
    assert rule["id"] == "gitops.prod-without-security"
    assert rule["shortDescription"]["text"] == RULES[0].message
    assert rule["helpUri"] == RULES[0].source[1]


MANIFEST = "apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: b}\nstringData: {password: x}\n"
SOUND = "id: {id}\nmanifests: [deploy]\nstages: {{s: {{components: {{A: {{manifest: {manifest}{more}}}}}}}}}\n"


@pytest.fixture
def two(file):
    """Two workflows of one repository; gives what writes one of them."""
    (file.parent / "deploy").mkdir()
    (file.parent / "deploy/secret.yaml").write_text(MANIFEST, encoding="utf-8")

    def write(name: str, manifest: str, more: str = "") -> None:
        (file.parent / f"{name}.yaml").write_text(SOUND.format(id=name, manifest=manifest, more=more), encoding="utf-8")

    write("one", "Secret/b/a")
    return write


def test_what_two_workflows_say_of_one_repository_is_told_once_and_with_the_component(two, capsys):
    two("two", "deploy/")
    for files in (("one.yaml", "two.yaml"), ("two.yaml", "one.yaml")):
        assert main(["check", "--rules", "--verbose", *files]) == 1
        captured = capsys.readouterr()
        (line,) = [line for line in captured.out.splitlines() if "secret-plaintext" in line]
        assert "documented as one.A at one.yaml:3" in line
        assert captured.err == "0 of 2 files are sound\n"


def test_a_waiver_of_one_workflow_accepts_it_for_the_others(two, capsys):
    two("two", "Secret/b/a", ", waive: {secret-plaintext: A test of the scanner.}")
    assert main(["check", "--rules", "--verbose", "one.yaml", "two.yaml"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.endswith(": A test of the scanner.\n2 of 2 files are sound\n")
