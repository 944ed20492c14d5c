"""Findings are messages of Sphinx in each build, and links to other sites are for linkcheck."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.alert_site import EXPECTED, GOOD, WRONG, said


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "text", "latex", "gitops-json"])
@pytest.mark.parametrize("parallel", [0, 2])
def test_each_finding_is_a_warning_with_both_places(alert_site, warnings, builder, parallel):
    app = alert_site(GOOD + "".join(WRONG.values()), builder, parallel)
    assert said(warnings(app)) == EXPECTED


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_alerts_that_lead_somewhere_are_no_word(alert_site, warnings, builder):
    assert warnings(alert_site(builder=builder)) == []


def test_links_to_other_sites_are_handed_to_linkcheck(alert_site):
    foreign = "  - alert: Foreign\n    annotations: {runbook_url: 'https://127.0.0.1:9/gone'}\n"
    app = alert_site(GOOD + foreign, "linkcheck", linkcheck_timeout=1, linkcheck_workers=1, linkcheck_retries=1)
    output = Path(app.outdir, "output.txt").read_text(encoding="utf-8")
    assert re.search(r"rules/db\.yaml:13: \[broken\] https://127\.0\.0\.1:9/gone", output)


def test_a_glob_without_a_file_and_links_without_a_base_are_said(alert_site, warnings):
    (line,) = warnings(alert_site(gitops_alerts=["gone/*.yaml", "rules/*.yaml"]))
    assert "gitops_alerts: 'gone/*.yaml' names no file" in line
    (line,) = warnings(alert_site(html_baseurl="", gitops_alerts=["rules/*.yaml"], suppress_warnings=["ref"]))
    assert "gitops_alerts_base: no link of an alert can be checked" in line


BOOKS = "T\n=\n\n.. gitops-runbook:: a\n   :alerts: Down, Slow*\n\n.. gitops-runbook:: b\n   :alerts: Down\n"


@pytest.mark.parametrize(("conf", "count"), [({}, 1), ({"gitops_rules": {"alert-unverifiable": "off"}}, 0)])
def test_names_of_alerts_are_said_once_to_be_unknown_where_no_file_of_rules_is_named(build, conf, count):
    app = build({"index.rst": BOOKS}, **conf)
    said = [line for line in app.status.getvalue().splitlines() if "alert-unverifiable" in line]
    assert len(said) == count
    for line in said:
        assert "gitops_alerts: the alerts that runbooks name (Down, Slow*) are not looked for: name the files" in line
    assert app.warning.getvalue() == ""
    page = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    assert page.count(">Down</span>") == 2
    assert ">Slow*</span>" in page


def test_a_file_of_rules_that_cannot_be_read_is_told_at_its_line(build, warnings):
    files = {"index.rst": "T\n=\n", "rules/db.yaml": "groups:\n- name: db\n  rules:\n  - alert: [\n"}
    (line,) = warnings(build(files, gitops_alerts=["rules/*.yaml"]))
    assert re.search(r"src.rules.db\.yaml:\d+: WARNING: not readable as YAML", line)
    assert "its alerts are unknown [gitops.yaml-syntax]" in line
