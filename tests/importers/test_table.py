"""What a repository declares, as a table."""

from __future__ import annotations

from sphinx_gitops.cli import main

pytest_plugins = ("support.repositories", "support.small_fleet")


def test_the_table_has_a_block_a_family_and_the_counts(fleet, capsys):
    assert main(["discover", str(fleet)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "Flux",
        "  KIND           NAMESPACE    NAME   ENVIRONMENT  FILE:LINE",
        "  HelmRelease    shop         a      prod         apps/a.yaml:2",
    ]
    assert lines[-1] == "4 objects, 9 edges, 1 environments, 0 unverifiable"


def test_a_repository_without_a_reconciler_says_so(tmp_path, capsys):
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "ci.yml").write_text("on: push\njobs: {a: {}, b: {}}\n")
    assert main(["discover", str(tmp_path), "--no-cache"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("nothing found: no Argo CD, Flux")
    assert first.endswith("(2 CI jobs)")


def test_problems_stand_between_the_table_and_the_counts(fleet, capsys):
    (fleet / "bad.yaml").write_text("apiVersion: helm.toolkit.fluxcd.io/v2\nkind: [\n")
    assert main(["discover", str(fleet), "--no-cache"]) == 0
    *_, blank, problem, other, counts = capsys.readouterr().out.splitlines()
    assert (blank, other) == ("", "")
    assert problem.startswith("bad.yaml:")
    assert problem.endswith("[gitops.manifest-unreadable]")
    assert counts.startswith("4 objects")
