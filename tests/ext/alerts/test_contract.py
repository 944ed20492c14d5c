"""Alerts are placed once a build: a changed rule rewrites what shows it, and a rename is what it is."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from support.alert_site import GOOD, INDEX, RUNBOOK, WRONG, rule, said
from support.sites import html


def pages_written(alert_site, rules: str) -> tuple[set[str], object]:
    """The documents that a build of changed rules writes again; what has been written before is of tomorrow."""
    first = alert_site()
    for path in Path(first.outdir).rglob("*.html"):
        os.utime(path, (4e9, 4e9))
    app = alert_site(rules)
    again = [path for path in Path(app.outdir).rglob("*.html") if path.stat().st_mtime < 4e9]
    return {path.relative_to(app.outdir).as_posix().removesuffix(".html") for path in again} - {"genindex", "search", "gitops-components"}, app  # fmt: skip


def test_a_changed_rule_rebuilds_the_pages_that_show_it_and_only_those(alert_site, warnings):
    found, app = pages_written(alert_site, GOOD.replace("for: 5m", "for: 9m"))
    assert found == {"index", "runbooks/db"}
    assert "for 9m" in html(app, "runbooks/db")
    assert warnings(app) == []


def test_a_new_rule_is_in_the_table_and_is_checked_though_no_document_has_changed(alert_site, warnings):
    found, app = pages_written(alert_site, GOOD + WRONG["Anchor"])
    assert found == {"other", "index"}  # the second by Sphinx itself: it has the other in its table of contents
    assert [name for name, *_ in said(warnings(app))] == ["Anchor"]


def test_a_rule_that_is_gone_is_gone_from_every_page(alert_site, warnings):
    found, app = pages_written(alert_site, GOOD.replace("  - alert: Bound\n", ""))
    assert found == {"index", "other", "runbooks/db"}
    assert [line for line in warnings(app) if "names the alert 'Bound*'" in line]
    assert "Bound" not in html(app, "genindex")


def test_nothing_changed_writes_nothing(alert_site):
    assert pages_written(alert_site, GOOD)[0] == set()


RENAMES = {
    "a heading": ("Diagnosis\n---------", "Causes\n------", ["Section"]),
    "a runbook": ("db-down\n", "db-lost\n", ["DatabaseDown"]),
    "a runbook, the old id kept": (":formerly: db-gone", ":formerly: db-gone, x", []),
    "a runbook's former id": (":formerly: db-gone", ":owner: x", ["Former"]),
}


@pytest.mark.parametrize("change", RENAMES)
@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_a_rename_is_exactly_the_findings_that_are_right(alert_site, warnings, change, builder):
    old, new, names = RENAMES[change]
    rules = GOOD + rule("Section", "runbooks/db#diagnosis") + WRONG["Former"]
    before = {name for name, *_ in said(warnings(alert_site(rules, builder)))}
    assert before == {"Former"}
    found = said(warnings(alert_site(rules, builder, pages={"runbooks/db": RUNBOOK.replace(old, new)})))
    assert {name for name, *_ in found} == {"Former", *names}
    clean = {name: code for name, code, _, _ in found}
    assert clean["Former"] == ("alert-runbook-broken" if "Former" in names else "alert-runbook-moved")
    assert all(clean[name] == "alert-runbook-broken" for name in names)


def test_a_page_that_is_renamed_breaks_its_links_and_the_new_one_is_the_nearest(alert_site, warnings):
    alert_site()
    app = alert_site(pages={"index": INDEX.replace("runbooks/db", "runbooks/data"), "runbooks/data": RUNBOOK, "runbooks/db": ":orphan:\n\nX\n=\n"})  # fmt: skip
    (found,) = said(warnings(app))
    assert found == ("DatabaseDown", "alert-runbook-broken", 10, "runbooks/data.rst:9")


def test_without_the_setting_nothing_is_read(alert_site, warnings):
    app = alert_site(gitops_alerts=[], pages={"index": INDEX.partition("Paged")[0], "runbooks/db": RUNBOOK.replace("   :alerts: Bound*\n", "")})  # fmt: skip
    assert warnings(app) == []
    assert app.env.get_domain("gitops").page_anchors == {}


def test_a_new_and_a_removed_rule_file_count(build, warnings):
    """A glob names what is there today."""
    from support.alert_site import SITE, files

    settings = {"gitops_alerts": ["rules/*.yaml"], "html_baseurl": SITE}
    more = {"rules/more.yaml": "rules: [{alert: Another, labels: {severity: page}}]\n"}
    assert warnings(build(files(), **settings)) == []
    app = build({**files(), **more}, **settings)
    assert "alert-runbook-none" in warnings(app)[0]
    assert "Another" in html(app, "other")
    Path(app.srcdir, "rules/more.yaml").unlink()
    app = build(files(), **settings)
    assert (warnings(app), "Another" in html(app, "other")) == ([], False)


def test_of_rules_of_one_name_the_role_leads_to_the_one_with_a_runbook(alert_site, warnings):
    page = rule("Twice", "other", cluster="a")
    book = rule("Twice", "runbooks/db#gitops-runbook-db-down", cluster="b")
    app = alert_site(GOOD + page + book, pages={"index": INDEX + "\nAnd :gitops:alert:`Twice`.\n"})
    assert warnings(app) == []
    link = r'<a [^>]*href="runbooks/db.html#gitops-runbook-db-down"[^>]*>(<[^>]+>)*Twice<'
    assert re.search(link, html(app, "index"))
