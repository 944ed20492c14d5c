"""``drift --fix`` writes the values that changed, and says what it cannot write."""

from __future__ import annotations

import io
import sys

import pytest

from sphinx_gitops.cli import main
from support.repositories import application, kustomization, release, write

WORKFLOW = """\
# How a change of the shop arrives.
manifests: [deploy]
stages:
  cd:
    components:
      SHOP:
        manifest:
          object: Application/argocd/shop   # ours
          spec.source.path: charts/shop     # the chart
          spec.source.targetRevision: "v1"
          spec.syncPolicy.automated: true
      A: {manifest: HelmRelease/old/a}
      B: {manifest: [HelmRelease/old/b]}
      GONE: {manifest: HelmRelease/old/gone}
"""
FIXED = (
    WORKFLOW.replace("charts/shop ", "charts/new ")
    .replace('"v1"', '"HEAD"')
    .replace("automated: true", "automated: false")
    .replace("HelmRelease/old/a", "HelmRelease/new/a")
    .replace("HelmRelease/old/b", "HelmRelease/new/b")
)


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    monkeypatch.setattr("sphinx_gitops.cli.discover.cache_folder", lambda: tmp_path / "cache")
    monkeypatch.chdir(tmp_path)
    files = {
        "deploy/shop.yaml": application("shop", "charts/new"),
        "deploy/apps/kustomization.yaml": kustomization("a.yaml", "b.yaml", extra="namespace: new\n"),
        "deploy/apps/a.yaml": release("a"),
        "deploy/apps/b.yaml": release("b"),
    }
    write(tmp_path, files)
    (tmp_path / "w.yaml").write_text(WORKFLOW, encoding="utf-8")
    return tmp_path


def test_values_are_written_and_comments_and_layout_stay(project, capsys):
    assert main(["drift", "w.yaml", "--fix"]) == 1
    captured = capsys.readouterr()
    assert (project / "w.yaml").read_text(encoding="utf-8") == FIXED
    assert captured.err == "5 values written\n"
    assert [line.partition(": ")[0] for line in captured.out.splitlines()] == ["w.yaml:14"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_encoding_and_the_line_ends_stay(project, encoding, newline):
    (project / "w.yaml").write_bytes(WORKFLOW.replace("\n", newline).encode(encoding))
    main(["drift", "w.yaml", "--fix"])
    assert (project / "w.yaml").read_bytes() == FIXED.replace("\n", newline).encode(encoding)


def test_a_value_that_cannot_be_written_is_told(project, capsys):
    (project / "w.yaml").write_text(WORKFLOW.replace("charts/shop ", "&chart charts/shop "), encoding="utf-8")
    assert main(["drift", "w.yaml", "--fix"]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith(
        "w.yaml:9: info: not fixed: the value has an anchor or a tag, or is a block: write 'charts/new'\n"
    )
    assert "w.yaml:9: warning: " in captured.out


def test_what_is_waived_stays(project, capsys):
    text = WORKFLOW.replace("GONE:", "NONE:").replace(
        "manifests: [deploy]", "manifests: [deploy]\nwaive: {drift-attribute: Known.}"
    )
    (project / "w.yaml").write_text(text, encoding="utf-8")
    main(["drift", "w.yaml", "--fix"])
    assert (project / "w.yaml").read_text(encoding="utf-8") == text
    assert capsys.readouterr().err == "0 values written\n"


def test_standard_input_cannot_be_fixed(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WORKFLOW.encode())))
    assert main(["drift", "-", "--fix"]) == 1
    assert "a file is needed to write to" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_fails(project, capsys, monkeypatch):
    def fail(*_arguments):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    assert main(["drift", "w.yaml", "--fix", "--no-cache"]) == 1
    assert "w.yaml: error: cannot be fixed: permission denied" in capsys.readouterr().err
