"""A runbook to fill in for each alert without a page: what it says reads back, whatever the rule says."""

from __future__ import annotations

import json

import pytest

from sphinx_gitops.alerts.pages import Page, Pages
from sphinx_gitops.alerts.placing import place_alerts
from sphinx_gitops.alerts.reading import read_alerts
from sphinx_gitops.alerts.scaffold import index_page, runbook_id, scaffold, title_of
from sphinx_gitops.settings import AlertSettings

RULES = """\
groups:
- name: db
  rules:
  - alert: KubePodCrashLooping
    expr: |
      rate(x[5m]) > 0
        and ```` on(pod) `up`
    for: 5m
    labels: {severity: warning}
    annotations: {summary: "A `pod` of {{ $labels.ns }} restarts", description: "*Again* and |again|"}
  - alert: KubePodCrashLooping
    labels: {severity: critical}
  - alert: High CPU, usage
  - alert: Led
    annotations: {runbook_url: https://docs.example/db.html}
  - alert: Elsewhere
    annotations: {runbook_url: https://wiki.example/db.html}
  - alert: Misspelt
    annotations: {runbook_url: https://docs.example/dbb.html}
  - alert: Missing
    annotations: {runbook_url: https://docs.example/Missing.html}
  - alert: "{{ .x }}"
"""
PAGES = Pages([Page(document="db", path="db.html", anchors={})])


def pages(*, markdown: bool, accepted=()):
    alerts = read_alerts(RULES.encode(), "rules.yaml").alerts
    placed = place_alerts(alerts, [], PAGES, AlertSettings(bases=("https://docs.example/",)))
    return {page.name: page.text for page in scaffold(placed, markdown=markdown, accepted=accepted)}


@pytest.mark.parametrize("markdown", [True, False])
def test_what_leads_nowhere_gets_a_page_and_nothing_else(markdown):
    assert list(pages(markdown=markdown)) == ["High-CPU-usage", "KubePodCrashLooping", "Missing"]


def test_what_is_accepted_without_a_runbook_gets_none():
    alerts = read_alerts(RULES.encode(), "rules.yaml").alerts
    accepted = {alert.span for alert in alerts if alert.name in {"Missing", "KubePodCrashLooping"}}
    assert list(pages(markdown=True, accepted=accepted)) == ["High-CPU-usage"]


@pytest.mark.parametrize(("name", "title"), [("KubePodCrashLooping", "Kube pod crash looping"), ("etcdNoLeader", "Etcd no leader"), ("CPUThrottlingHigh", "CPU throttling high"), ("High CPU", "High CPU"), ("node_down", "Node down"), ("大", "大")])  # fmt: skip
def test_a_title_is_the_name_in_words(name, title):
    assert title_of(name) == title


@pytest.mark.parametrize(("name", "expected"), [("A", "A"), ("High CPU: 90%", "High-CPU-90"), ("5xx", "alert-5xx"), ("***", "alert"), ("_x", "_x")])  # fmt: skip
def test_an_id_is_legal(name, expected):
    assert runbook_id(name) == expected


@pytest.mark.parametrize("markdown", [True, False])
def test_the_pages_build_without_a_warning_and_the_rules_are_on_them(build, warnings, markdown):
    suffix, extensions = ("md", ["sphinx_gitops", "myst_parser"]) if markdown else ("rst", ["sphinx_gitops"])
    found = pages(markdown=markdown)
    files = {f"index.{suffix}": index_page(markdown=markdown).text, "rules.yaml": RULES.partition("  - alert: High")[0]}
    files |= {f"{name}.{suffix}": text for name, text in found.items() if name == "KubePodCrashLooping"}
    app = build(files, extensions=extensions, gitops_alerts=["rules.yaml"], gitops_alerts_required=["critical"])
    assert warnings(app) == []
    text = (app.outdir / "KubePodCrashLooping.html").read_text(encoding="utf-8")
    for words in ("Kube pod crash looping", "Fires for 5m (warning, group db)", "rate(x[5m])", "TODO", "Fires (critical, group db)"):  # fmt: skip
        assert words in text
    assert app.env.get_domain("gitops").alerts.of_runbook["KubePodCrashLooping"]


NAMES = (
    "High CPU, usage", "[PROD] CPU high", "Disk: full #1", "*star*", "Don't, \"x\"", "磁盘已满", "'quoted' x", "- dash",
    "a `tick` |x| foo_", "{curly}", "x: [y]", "Wild*", "ends\\", "#hash", "- a, b", "[list]", "[a, b]", "\"both', x", "***",
)  # fmt: skip
"""Names that markup, YAML, globs or lists have a meaning for; two of them make one id."""
GROUP = "g_ *x |y| `z http://x: "


@pytest.mark.parametrize("markdown", [True, False])
def test_each_alert_is_led_to_its_own_page_whatever_it_is_called(build, warnings, markdown):
    rules = [
        {
            "alert": name,
            "expr": "up",
            "labels": {"severity": "crit_ \n:title: x"},
            "annotations": {"summary": f"{name}\\"},
        }
        for name in NAMES
    ]
    text = json.dumps({"groups": [{"name": GROUP, "rules": rules}]}, ensure_ascii=False)
    placed = place_alerts(read_alerts(text.encode(), "rules.yaml").alerts, [], Pages([]), AlertSettings())
    suffix, extensions = ("md", ["sphinx_gitops", "myst_parser"]) if markdown else ("rst", ["sphinx_gitops"])
    found = scaffold(placed, markdown=markdown)
    files = {f"{page.name}.{suffix}": page.text for page in found}
    files |= {f"index.{suffix}": index_page(markdown=markdown).text, "rules.yaml": text}
    app = build(files, extensions=extensions, gitops_alerts=["rules.yaml"], gitops_alerts_required=["crit_ :title: x"])
    assert warnings(app) == []
    led = app.env.get_domain("gitops").alerts.of_runbook
    assert sorted(led) == sorted(page.name for page in found)
    assert {placed.alert.name for places in led.values() for placed in places} == set(NAMES)
    assert "(crit_ :title: x, group g_ *x |y| `z" in (app.outdir / "list.html").read_text(encoding="utf-8")
