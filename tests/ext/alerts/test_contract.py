"""Alerts in a build: each finding at both places, and pages that know their alerts."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from support.sites import html

SITE = "https://docs.example/"
INDEX = """\
Site
====

.. toctree::

   runbooks/db
   other

.. gitops-workflow::

   id: delivery
   stages: {run: {components: {DB: {title: Database, manifest: StatefulSet/data/db}, WEB: Web}}}
   flows: [DB --> WEB]

.. gitops-component:: delivery.DB

Paged by :gitops:alert:`DatabaseDown` or :any:`Bound`.
"""
LONELY = {"index": INDEX + "\nAnd by :gitops:alert:`Lonely`.\n"}
RUNBOOK = """\
Database
========

Diagnosis
---------

Look at it.

.. gitops-runbook:: db-down
   :title: The database is down
   :components: delivery.DB
   :alerts: Bound*
   :formerly: db-gone

   Do it.
"""
OTHER = "Other\n=====\n\nNothing.\n"
TABLE = "Other\n=====\n\n.. gitops-table:: alerts\n   :columns: alert, severity, rule, runbook, component\n"
HEAD = "groups:\n- name: db\n  rules:\n"
GOOD = """\
  - alert: DatabaseDown
    expr: up{job="db"} < 1 and "</pre><script>"
    for: 5m
    labels: {severity: critical, namespace: data}
    annotations:
      summary: The <b>database</b> is down.
      runbook_url: https://docs.example/runbooks/db.html#gitops-runbook-db-down
  - alert: Bound
"""


def files(rules: str = GOOD, **pages: str) -> dict[str, str]:
    given = {"index": INDEX, "runbooks/db": RUNBOOK, "other": TABLE, **pages}
    return {**{f"{name}.rst": text for name, text in given.items()}, "rules/db.yaml": HEAD + rules}


@pytest.fixture
def site(build):
    def run(rules: str = GOOD, builder: str = "html", parallel: int = 0, pages: dict[str, str] | None = None, **config):
        config = {"gitops_alerts": ["rules/*.yaml"], "html_baseurl": SITE, **config}
        return build(files(rules, **(pages or {})), builder=builder, parallel=parallel, **config)

    return run


def rule(name: str, link: str, **labels: str) -> str:
    return f"  - alert: {name}\n    labels: {json.dumps(labels)}\n    annotations: {{runbook_url: '{SITE}{link}'}}\n"


WRONG = {
    "Page": rule("Page", "runbooks/dbb#diagnosis"),
    "Anchor": rule("Anchor", "runbooks/db#gitops-runbook-db-dwn"),
    "Former": rule("Former", "runbooks/db#gitops-runbook-db-gone"),
    "Lonely": "  - alert: Lonely\n    labels: {severity: page}\n",
}
EXPECTED = [
    ("Page", "alert-runbook-broken", 14, "runbooks/db.rst:5"),
    ("Anchor", "alert-runbook-broken", 17, "runbooks/db.rst:9"),
    ("Former", "alert-runbook-moved", 20, "runbooks/db.rst:9"),
    ("Lonely", "alert-runbook-none", 21, ""),
]


def said(lines: list[str]) -> list[tuple[str, str, int, str]]:
    """Alert, code, line of the rule, and place in the pages, of each warning about an alert."""
    found = []
    for line in lines:
        match = re.search(r"rules.db\.yaml:(\d+): WARNING: (\w+): .*\[gitops\.([\w-]+)\]", line)
        if match:
            other = re.search(r" at \S*?src/(\S+?)\) \[", line.replace("\\", "/"))
            found.append((match[2], match[3], int(match[1]), other[1] if other else ""))
    return found


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "text", "latex", "gitops-json"])
@pytest.mark.parametrize("parallel", [0, 2])
def test_each_finding_is_a_warning_with_both_places(site, warnings, builder, parallel):
    app = site(GOOD + "".join(WRONG.values()), builder, parallel)
    assert said(warnings(app)) == EXPECTED


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_alerts_that_lead_somewhere_are_no_word(site, warnings, builder):
    assert warnings(site(builder=builder)) == []


def test_every_anchor_of_a_page_counts(site, warnings):
    page = (
        RUNBOOK
        + "\n.. _own-target:\n\nMore\n----\n\nA note [1]_.\n\n.. [1] Foot.\n\n.. raw:: html\n\n   <a name='raw'>x</a><p id=raw2>y</p>\n"
    )
    anchors = (
        "diagnosis",
        "own-target",
        "more",
        "footnote-1",
        "footnote-reference-1",
        "raw",
        "raw2",
        "database",
        "id1",
    )
    built = site(pages={"runbooks/db": page})
    ids = set(re.findall(r' id="([^"]+)"', html(built, "runbooks/db")))
    known = [anchor for anchor in anchors if anchor in ids] + ["raw", "raw2"]
    assert len(known) > 5
    rules = "".join(rule(f"A{number}", f"runbooks/db.html#{anchor}") for number, anchor in enumerate(known))
    component = rule("C", "index.html#gitops-delivery.DB") + rule("S", "index.html#gitops-delivery.run")
    component += (
        rule("W", "index.html#gitops-delivery") + rule("T", "other.html#gitops-alerts") + rule("G", "genindex.html")
    )
    assert said(warnings(site(GOOD + rules + component, pages={"runbooks/db": page}))) == []


def test_an_anchor_that_this_output_leaves_out_is_not_there(site, warnings):
    page = (
        RUNBOOK + "\n.. only:: latex\n\n   .. _paper:\n\n   Paper.\n\n.. only:: html\n\n   .. _screen:\n\n   Screen.\n"
    )
    rules = GOOD + rule("Paper", "runbooks/db.html#paper") + rule("Screen", "runbooks/db.html#screen")
    found = said(warnings(site(rules, pages={"runbooks/db": page})))
    assert [(name, code) for name, code, _, _ in found] == [("Paper", "alert-runbook-broken")]


def test_a_runbook_lists_its_alerts(site):
    page = html(site(), "runbooks/db")
    listed = page[page.index("Alerts") : page.index("Do it.")]
    assert "<strong>DatabaseDown</strong> (critical, for 5m): The &lt;b&gt;database&lt;/b&gt; is down." in listed
    assert "up{job=&quot;db&quot;} &lt; 1 and &quot;&lt;/pre&gt;&lt;script&gt;&quot;</pre></details>" in listed
    assert "<strong>Bound</strong>" in listed
    assert "rules/db.yaml:4</span>" in listed


def test_a_component_lists_its_alerts_and_roles_lead_to_the_runbook_else_to_the_table(site):
    page = html(site(GOOD + WRONG["Lonely"], pages=LONELY))
    assert re.search(r'Alerts.*href="runbooks/db.html#gitops-runbook-db-down"[^>]*>.*?DatabaseDown', page, re.DOTALL)
    assert re.search(r'<a [^>]*href="runbooks/db.html#gitops-runbook-db-down"[^>]*><span[^>]*>Bound</span>', page)
    assert re.search(r'<a [^>]*href="other.html#gitops-alerts"[^>]*><span[^>]*>Lonely</span>', page)
    assert 'id="gitops-alerts"' in html(site(GOOD + WRONG["Lonely"], pages=LONELY), "other")


def test_a_role_that_names_no_alert_is_told_what_is_near(site, warnings):
    app = site(pages={"index": INDEX + "\n:gitops:alert:`DatabaseDwn`\n"})
    assert ["did you mean 'DatabaseDown'?" in line for line in warnings(app)] == [True]


def test_a_table_lists_alerts(site):
    page = html(site(), "other")
    for text in ("DatabaseDown", "critical", "rules/db.yaml:4", "The database is down", "Database"):
        assert text in page


def test_the_index_the_inventory_and_the_search_know_alerts(site):
    from sphinx.util.inventory import InventoryFile

    app = site()
    assert "DatabaseDown (alert)" in html(app, "genindex")
    with Path(app.outdir, "objects.inv").open("rb") as file:
        inventory = InventoryFile.load(file, SITE, lambda base, path: base + path)
    found = inventory["gitops:alert"]["DatabaseDown"]
    assert (found.uri if hasattr(found, "uri") else found[2]) == f"{SITE}runbooks/db.html#gitops-runbook-db-down"
    assert "DatabaseDown" in Path(app.outdir, "searchindex.js").read_text(encoding="utf-8")


def pages_written(site, rules: str) -> tuple[set[str], object]:
    """The documents that a build of changed rules writes again; what has been written before is of tomorrow."""
    first = site()
    for path in Path(first.outdir).rglob("*.html"):
        os.utime(path, (4e9, 4e9))
    app = site(rules)
    again = [path for path in Path(app.outdir).rglob("*.html") if path.stat().st_mtime < 4e9]
    return {path.relative_to(app.outdir).as_posix().removesuffix(".html") for path in again} - {"genindex", "search", "gitops-components"}, app  # fmt: skip


def test_a_changed_rule_rebuilds_the_pages_that_show_it_and_only_those(site, warnings):
    found, app = pages_written(site, GOOD.replace("for: 5m", "for: 9m"))
    assert found == {"index", "runbooks/db"}
    assert "for 9m" in html(app, "runbooks/db")
    assert warnings(app) == []


def test_a_new_rule_is_in_the_table_and_is_checked_though_no_document_has_changed(site, warnings):
    found, app = pages_written(site, GOOD + WRONG["Anchor"])
    assert found == {"other", "index"}  # the second by Sphinx itself: it has the other in its table of contents
    assert [name for name, *_ in said(warnings(app))] == ["Anchor"]


def test_a_rule_that_is_gone_is_gone_from_every_page(site, warnings):
    found, app = pages_written(site, GOOD.replace("  - alert: Bound\n", ""))
    assert found == {"index", "other", "runbooks/db"}
    assert [line for line in warnings(app) if "names the alert 'Bound*'" in line]
    assert "Bound" not in html(app, "genindex")


def test_nothing_changed_writes_nothing(site):
    assert pages_written(site, GOOD)[0] == set()


RENAMES = {
    "a heading": ("Diagnosis\n---------", "Causes\n------", ["Section"]),
    "a runbook": ("db-down\n", "db-lost\n", ["DatabaseDown"]),
    "a runbook, the old id kept": (":formerly: db-gone", ":formerly: db-gone, x", []),
    "a runbook's former id": (":formerly: db-gone", ":owner: x", ["Former"]),
}


@pytest.mark.parametrize("change", RENAMES)
@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_a_rename_is_exactly_the_findings_that_are_right(site, warnings, change, builder):
    old, new, names = RENAMES[change]
    rules = GOOD + rule("Section", "runbooks/db#diagnosis") + WRONG["Former"]
    before = {name for name, *_ in said(warnings(site(rules, builder)))}
    assert before == {"Former"}
    found = said(warnings(site(rules, builder, pages={"runbooks/db": RUNBOOK.replace(old, new)})))
    assert {name for name, *_ in found} == {"Former", *names}
    clean = {name: code for name, code, _, _ in found}
    assert clean["Former"] == ("alert-runbook-broken" if "Former" in names else "alert-runbook-moved")
    assert all(clean[name] == "alert-runbook-broken" for name in names)


def test_a_page_that_is_renamed_breaks_its_links_and_the_new_one_is_the_nearest(site, warnings):
    site()
    app = site(pages={"index": INDEX.replace("runbooks/db", "runbooks/data"), "runbooks/data": RUNBOOK, "runbooks/db": ":orphan:\n\nX\n=\n"})  # fmt: skip
    (found,) = said(warnings(app))
    assert found == ("DatabaseDown", "alert-runbook-broken", 10, "runbooks/data.rst:9")


def test_links_to_other_sites_are_handed_to_linkcheck(site):
    foreign = "  - alert: Foreign\n    annotations: {runbook_url: 'https://127.0.0.1:9/gone'}\n"
    app = site(GOOD + foreign, "linkcheck", linkcheck_timeout=1, linkcheck_workers=1, linkcheck_retries=1)
    output = Path(app.outdir, "output.txt").read_text(encoding="utf-8")
    assert re.search(r"rules/db\.yaml:13: \[broken\] https://127\.0\.0\.1:9/gone", output)


def test_a_glob_without_a_file_and_links_without_a_base_are_said(site, warnings):
    (line,) = warnings(site(gitops_alerts=["gone/*.yaml", "rules/*.yaml"]))
    assert "gitops_alerts: 'gone/*.yaml' names no file" in line
    (line,) = warnings(site(html_baseurl="", gitops_alerts=["rules/*.yaml"], suppress_warnings=["ref"]))
    assert "gitops_alerts_base: no link of an alert can be checked" in line


def test_without_the_setting_nothing_is_read(site, warnings):
    app = site(gitops_alerts=[], pages={"index": INDEX.partition("Paged")[0], "runbooks/db": RUNBOOK.replace("   :alerts: Bound*\n", "")})  # fmt: skip
    assert warnings(app) == []
    assert app.env.get_domain("gitops").page_anchors == {}
