"""``check --rules`` reads the repositories that a workflow names."""

from __future__ import annotations

from sphinx_gitops.cli import main
from support.audit_pages import FILES
from support.repositories import write

SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: hunter2}\n"  # noqa: S105 - a manifest


def test_findings_of_manifests_are_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write(tmp_path / "docs", FILES)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--rules", "docs/delivery.yaml"]) == 0
    write(tmp_path / "docs", {"deploy/secret.yaml": SECRET})
    capsys.readouterr()
    assert main(["check", "--rules", "docs/delivery.yaml"]) == 1
    assert capsys.readouterr().out.startswith(
        "docs/deploy/secret.yaml:1:1: error: the Secret s has password in plain text"
    )


def test_folders_are_those_of_builds(tmp_path, monkeypatch, capsys):
    """A leading slash is the folder of the documentation, and a template's folders are seen from the template."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    workflow = (
        "id: w\nmanifests: [{folder}]\nstages: {{s: {{components: {{A: {{manifest: Application/argocd/a}}}}}}}}\n"
    )
    write(
        tmp_path / "docs",
        {"conf.py": "", "deploy/secret.yaml": SECRET, "flows/w.yaml": workflow.format(folder="/deploy")},
    )
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--rules", "docs/flows/w.yaml"]) == 1
    assert capsys.readouterr().out.startswith("docs/deploy/secret.yaml:1:1: error: ")
    assert main(["drift", "docs/flows/w.yaml"]) == 1
    out = capsys.readouterr().out
    assert "Application/argocd/a is not in the repository" in out
    assert "folder of manifests" not in out
