"""``-b gitops-alerts`` writes reports, and its status says whether a finding counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

INDEX = "Site\n====\n\n.. gitops-runbook:: down\n   :title: Down\n\n   Do it.\n"
RULE = "rules: [{alert: A, annotations: {runbook_url: 'https://docs.example/index.html#gitops-runbook-LINK'}}]\n"


@pytest.mark.parametrize(("link", "status", "count"), [("down", 0, 0), ("dwn", 1, 1)])
def test_the_reports_are_written_in_each_build(build, link, status, count, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # a path to another folder could hold the name of this one
    for _ in range(2):  # the second time no document has changed
        files = {"index.rst": INDEX, "rules.yaml": RULE.replace("LINK", link)}
        app = build(files, builder="gitops-alerts", gitops_alerts=["rules.yaml"], html_baseurl="https://docs.example")
        assert app.statuscode == status
        found = json.loads(Path(app.outdir, "output.json").read_text(encoding="utf-8"))
        assert len(found["findings"]) == count
        assert len(Path(app.outdir, "output.txt").read_text(encoding="utf-8").splitlines()) == count
        assert json.loads(Path(app.outdir, "output.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
        assert all(str(app.srcdir) not in path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("output.*"))  # fmt: skip


def test_places_are_seen_from_the_working_folder(build, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    files = {"index.rst": INDEX, "rules.yaml": RULE.replace("LINK", "dwn")}
    app = build(files, builder="gitops-alerts", gitops_alerts=["rules.yaml"], html_baseurl="https://docs.example")
    (found,) = json.loads(Path(app.outdir, "output.json").read_text(encoding="utf-8"))["findings"]
    assert found["found"] == {"file": "src/rules.yaml", "line": 1}
    assert found["documented"] == {"file": "src/index.rst", "line": 4}


def test_an_alert_that_no_page_is_about_has_no_place_in_the_pages(build):
    files = {"index.rst": "Site\n====\n", "rules.yaml": "rules: [{alert: Lonely, labels: {severity: page}}]\n"}
    app = build(files, builder="gitops-alerts", gitops_alerts=["rules.yaml"], html_baseurl="https://docs.example")
    (found,) = json.loads(Path(app.outdir, "output.json").read_text(encoding="utf-8"))["findings"]
    assert found["code"] == "alert-runbook-none"
    assert found["documented"] == {"file": "", "line": 0}
