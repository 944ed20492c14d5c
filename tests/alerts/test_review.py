"""A page for the review: counts, what is to mend, what was accepted, and every alert."""

from __future__ import annotations

from sphinx_gitops.alerts.check import check_alerts
from sphinx_gitops.alerts.pages import Page, Pages
from sphinx_gitops.alerts.placing import place_alerts
from sphinx_gitops.alerts.reading import read_alerts
from sphinx_gitops.alerts.review import review, state_of
from sphinx_gitops.settings import AlertSettings, read_settings

RULES = """\
groups:
- name: db
  rules:
  - alert: Led
    labels: {severity: page}
    annotations: {runbook_url: https://docs.example/db.html}
  - alert: "Pipe|<b>"
    labels: {severity: page}
  - alert: Broken
    annotations: {runbook_url: https://docs.example/gone.html}
  - alert: Elsewhere
    annotations: {runbook_url: https://wiki.example/gone.html}
  - alert: Templated
    annotations: {runbook_url: "{{ x }}"}
  # gitops: waive alert-runbook-none: a heartbeat
  - alert: Watchdog
"""


def outcome():
    settings = read_settings({"gitops_alerts_base": "https://docs.example/"})[0]
    files = [read_alerts(RULES.encode(), "rules.yaml")]
    return check_alerts(files, [], Pages([Page(document="db", path="db.html", source="db.md", anchors={})]), settings)


def test_an_alert_leads_somewhere_or_nowhere():
    assert [state_of(placed) for placed in outcome().alerts] == ["page", "none", "broken", "another site", "unverifiable", "none"]  # fmt: skip


def test_the_page_has_everything_and_no_markup_of_a_rule():
    found = outcome()
    text = review(found.alerts, found.findings)
    assert "| page | 1 | 1 | 0 | 0 | 0 |" in text
    assert "| all | 1 | 2 | 1 | 1 | 1 |" in text
    assert "Pipe\\|&lt;b> | page | none |" in text
    assert "alert-runbook-broken | rules.yaml:10 |" in text
    assert "| Watchdog | alert-runbook-none | a heartbeat |" in text
    assert text == review(found.alerts, found.findings)


def test_without_alerts_or_findings_it_says_so():
    assert "There are no alerts." in review([], [])
    led = outcome().alerts[:1]
    assert "Nothing." in review(led, [])


def test_no_sign_of_a_rule_is_one_of_markdown():
    rules = "groups:\n- name: g\n  rules:\n  - alert: '[a](https://evil.example) ![b](x) *c* _d_ e_f {g} \\\\'\n"
    alerts = place_alerts(read_alerts(rules.encode(), "x").alerts, [], Pages([]), AlertSettings())
    row = next(line for line in review(alerts, []).splitlines() if "evil" in line)
    assert "| \\[a](https://evil.example) !\\[b](x) \\*c\\* \\_d\\_ e_f \\{g} \\\\\\\\ |" in row
