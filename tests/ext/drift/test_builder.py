"""``sphinx-build -b gitops-drift`` writes reports and fails where documentation and repository differ."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from support.project import ROOT
from support.repositories import application, write

PAGE = """\
Delivery
========

.. gitops-workflow::

   manifests: [../deploy]
   stages: {cd: {components: {SHOP: {manifest: Application/argocd/NAME}}}}
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / ".git").mkdir()
    write(tmp_path, {"deploy/shop.yaml": application("shop", "x"), "docs/conf.py": 'extensions = ["sphinx_gitops"]\n'})

    def run(name, *options):
        (tmp_path / "docs/index.rst").write_text(PAGE.replace("NAME", name), encoding="utf-8")
        command = [sys.executable, "-m", "sphinx", "-b", "gitops-drift", "-q", *options, "docs", "out"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=_environment())

    return run


def _environment():
    import os

    return {**os.environ, "PYTHONPATH": str(ROOT)}


def test_agreement_is_three_empty_reports(project, tmp_path):
    done = project("shop")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out/output.txt").read_text() == ""
    assert json.loads((tmp_path / "out/output.json").read_text()) == {"schema_version": 1, "findings": []}
    assert json.loads((tmp_path / "out/output.sarif").read_text())["runs"][0]["results"] == []


def test_a_difference_fails_with_places_as_seen_from_the_checkout(project, tmp_path):
    done = project("till")
    assert done.returncode == 1
    assert "index.rst:7: WARNING: Application/argocd/till is not in the repository" in done.stderr
    line = (
        "docs/index.rst:7: warning: Application/argocd/till is not in the repository; nearest is Application/argocd/shop "
        "(deploy/shop.yaml:2) [gitops.drift-component-missing]\n"
    )
    assert (tmp_path / "out/output.txt").read_text() == line
    (finding,) = json.loads((tmp_path / "out/output.json").read_text())["findings"]
    assert finding["documented"] == {"file": "docs/index.rst", "line": 7}
    assert finding["found"] == {"file": "deploy/shop.yaml", "line": 2}
    (result,) = json.loads((tmp_path / "out/output.sarif").read_text())["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "docs/index.rst"
    assert list((tmp_path / "out").glob("*.html")) == []


def test_a_second_run_on_what_is_unchanged_says_the_same(project, tmp_path):
    first = project("till")
    reports = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("output.*")}
    second = project("till")
    assert (second.returncode, second.stderr) == (first.returncode, first.stderr)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").glob("output.*")} == reports
    assert len(reports) == 3


def test_a_report_is_a_baseline(project, tmp_path):
    project("till")
    (tmp_path / "docs/baseline.json").write_bytes((tmp_path / "out/output.json").read_bytes())
    done = project("till", "-D", "gitops_baseline=baseline.json")
    assert (done.returncode, done.stderr) == (0, "")
