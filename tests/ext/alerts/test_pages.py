"""The pages of a build, with every anchor that an output has."""

from __future__ import annotations

import re

from support.alert_site import GOOD, RUNBOOK, SITE, TABLE, files, rule, said
from support.sites import html


def test_every_anchor_of_a_page_counts(alert_site, warnings):
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
    built = alert_site(pages={"runbooks/db": page})
    ids = set(re.findall(r' id="([^"]+)"', html(built, "runbooks/db")))
    known = [anchor for anchor in anchors if anchor in ids] + ["raw", "raw2"]
    assert len(known) > 5
    rules = "".join(rule(f"A{number}", f"runbooks/db.html#{anchor}") for number, anchor in enumerate(known))
    component = rule("C", "index.html#gitops-delivery.DB") + rule("S", "index.html#gitops-delivery.run")
    component += (
        rule("W", "index.html#gitops-delivery") + rule("T", "other.html#gitops-alerts") + rule("G", "genindex.html")
    )
    assert said(warnings(alert_site(GOOD + rules + component, pages={"runbooks/db": page}))) == []


def test_an_anchor_that_this_output_leaves_out_is_not_there(alert_site, warnings):
    page = (
        RUNBOOK + "\n.. only:: latex\n\n   .. _paper:\n\n   Paper.\n\n.. only:: html\n\n   .. _screen:\n\n   Screen.\n"
    )
    rules = GOOD + rule("Paper", "runbooks/db.html#paper") + rule("Screen", "runbooks/db.html#screen")
    found = said(warnings(alert_site(rules, pages={"runbooks/db": page})))
    assert [(name, code) for name, code, _, _ in found] == [("Paper", "alert-runbook-broken")]


def test_files_and_indices_beside_the_pages_can_be_linked(build, warnings):
    names = ["_static/plan.pdf", "_static/deep/map.txt", "_static/one.txt", "robots.txt", "legal/terms.txt"]
    rules = GOOD + "".join(rule(f"F{number}", name) for number, name in enumerate([*names, "py-modindex.html"]))
    rules += rule("Gone", "_static/gone.pdf") + rule("NoIndex", "modindex.html")
    beside = ["own/plan.pdf", "own/deep/map.txt", "one.txt", "robots.txt", "more/legal/terms.txt"]
    app = build(
        {**files(rules, other=TABLE + "\n.. py:module:: shop\n"), **dict.fromkeys(beside, "x")},
        gitops_alerts=["rules/*.yaml"],
        html_baseurl=SITE,
        html_static_path=["own", "one.txt"],
        html_extra_path=["robots.txt", "more"],
    )
    assert all((app.outdir / name).is_file() for name in [*names, "py-modindex.html"])
    assert [name for name, *_ in said(warnings(app))] == ["Gone", "NoIndex"]
