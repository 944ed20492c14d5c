"""The hook for pre-commit runs a command that there is, on the files that it takes."""

from __future__ import annotations

import re
import shlex

import pytest
import yaml

from sphinx_gitops.cli import main
from support.project import ROOT

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_hook_checks_the_files_that_it_is_given(capsys, tmp_path):
    hook, *_ = HOOKS
    program, *arguments = shlex.split(hook["entry"])
    assert (program, hook["language"]) == ("sphinx-gitops", "python")
    bad = tmp_path / "bad.yaml"
    bad.write_text("stages: {}", encoding="utf-8")
    assert main([*arguments, str(ROOT / "docs/demo/delivery.yaml"), str(ROOT / "docs/gallery/kargo.yaml")]) == 0
    assert capsys.readouterr() == ("", "")
    assert main([*arguments, str(bad)]) == 1


@pytest.mark.parametrize(
    ("path", "taken"), [("docs/a/w.yaml", True), ("docs/w.yml", True), (".github/workflows/ci.yml", False)]
)
def test_the_hook_takes_yaml_of_the_documentation(path, taken):
    assert bool(re.search(HOOKS[0]["files"], path)) is taken


def test_the_hook_for_drift_looks_whichever_side_changed(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.cli.discover.cache_folder", lambda: tmp_path / "cache")
    hook = next(one for one in HOOKS if one["id"] == "sphinx-gitops-drift")
    program, *arguments = shlex.split(hook["entry"])
    assert (program, hook["language"], hook["pass_filenames"]) == ("sphinx-gitops", "python", False)
    assert re.search(hook["files"], "deploy/apps/shop.yaml")
    (tmp_path / "deploy").mkdir()
    workflow = tmp_path / "w.yaml"
    workflow.write_text("manifests: [deploy]\nstages: {cd: {components: {A: {manifest: late/}}}}\n", encoding="utf-8")
    assert main([*arguments, str(workflow)]) == 1
    assert "late/ is not in the repository" in capsys.readouterr().out


def test_the_hook_for_alerts_reads_the_rules_that_it_is_given(capsys, tmp_path):
    hook = next(one for one in HOOKS if one["id"] == "sphinx-gitops-alerts")
    program, *arguments = shlex.split(hook["entry"])
    assert (program, hook["language"]) == ("sphinx-gitops", "python")
    assert re.search(hook["files"], "rules/db.yaml")
    rules = tmp_path / "rules.yaml"
    rules.write_text("rules: [{alert: A, labels: {severity: page}}]", encoding="utf-8")
    assert main([*arguments, str(rules)]) == 1
    assert "alert-runbook-none" in capsys.readouterr().out


def test_the_hook_for_links_reads_the_manifests_that_it_is_given(capsys, tmp_path):
    hook = next(one for one in HOOKS if one["id"] == "sphinx-gitops-annotate")
    program, *arguments = shlex.split(hook["entry"])
    assert (program, hook["language"]) == ("sphinx-gitops", "python")
    assert all(
        re.search(hook["files"], name) for name in ("deploy/web.yaml", "catalog-info.yaml", "a/catalog-info.yml")
    )
    manifest = tmp_path / "web.yaml"
    link = "https://docs.example/gone.html"
    text = (
        f"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: web, annotations: {{gitops.docs/url: '{link}'}}}}\n"
    )
    manifest.write_text(text, encoding="utf-8")
    docs = ["--docs", str(tmp_path), "--base", "https://docs.example/"]
    assert main([*arguments, str(manifest), *docs]) == 1
    assert "docs-link-broken" in capsys.readouterr().out
