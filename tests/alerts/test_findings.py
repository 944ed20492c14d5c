"""Each kind of finding between rules and pages: once, at both places, and none that is false."""

from __future__ import annotations

from textwrap import dedent

import pytest

from sphinx_gitops.alerts.findings import AlertExpectations, find
from sphinx_gitops.alerts.pages import Page, PageAnchor, Pages
from sphinx_gitops.alerts.placing import RunbookPlace, place_alerts
from sphinx_gitops.alerts.reading import read_alerts
from sphinx_gitops.problems import Severity, Span
from sphinx_gitops.runbook import Procedure, Runbook
from sphinx_gitops.settings import read_settings

SITE = "https://docs.example/"
ANCHOR = "gitops-runbook-db-down"


def place(name: str, document: str = "runbooks/db", line: int = 7, **more: object) -> RunbookPlace:
    spot = PageAnchor(document, f"gitops-runbook-{name}")
    source = f"{document}.md"
    runbook = Runbook(id=name, title=name, **more)
    return RunbookPlace(runbook=runbook, spot=spot, span=Span(source, line), alerts_span=Span(source, line + 1))


def pages() -> Pages:
    former = {"gitops-runbook-old": PageAnchor("runbooks/db", ANCHOR)}
    found = [
        Page(document="index", path="index.html", source="index.md", anchors={}),
        Page(
            document="runbooks/db",
            path="runbooks/db.html",
            source="runbooks/db.md",
            anchors={ANCHOR: 7, "gitops-runbook-old": 7},
            former=former,
        ),
        Page(document="runbooks/web", path="runbooks/web.html", source="runbooks/web.md", anchors={"slow": 3}),
    ]
    return Pages(found, redirects={"db.html": "runbooks/db.html"})


def findings(rules: str | dict[str, str], *books: RunbookPlace, **values: object):
    files = {"rules.yaml": rules} if isinstance(rules, str) else rules
    settings = read_settings({"gitops_alerts_base": SITE, **values})[0]
    alerts = [alert for name, text in files.items() for alert in read_alerts(dedent(text).encode(), name).alerts]
    known = books or (place("db-down"),)
    placed = place_alerts(alerts, known, pages(), settings.alerts)
    return find(AlertExpectations(alerts=placed, runbooks=known, pages=pages(), settings=settings))


def rule(link: str = "", *, name: str = "A", severity: str = "warning", above: str = "") -> str:
    annotation = f"\n    annotations: {{runbook_url: '{link}'}}" if link else ""
    return f"groups:\n- name: g\n  rules:\n{above}  - alert: {name}{annotation}\n    labels: {{severity: {severity}}}\n"


def said(found) -> list[tuple[str, Severity, tuple[str, int], tuple[str, int]]]:
    return [(one.code, one.severity, one.found[:2], one.documented[:2]) for one in found]


RULE, NOTHING = ("rules.yaml", 5), ("", 0)
W, INFO = Severity.WARNING, Severity.INFO


@pytest.mark.parametrize(
    ("link", "code", "severity", "documented", "expected"),
    [
        ("gone.html", "alert-runbook-broken", W, ("./", 0), ""),
        ("runbooks/qqqqq.html", "alert-runbook-broken", W, ("runbooks/", 0), ""),
        ("runbooks/webb.html", "alert-runbook-broken", W, ("runbooks/web.md", 1), "runbooks/web.html"),
        ("runbooks/web.html#slwo", "alert-runbook-broken", W, ("runbooks/web.md", 3), "runbooks/web.html#slow"),
        (f"gone.html#{ANCHOR}", "alert-runbook-broken", W, ("runbooks/db.md", 7), f"runbooks/db.html#{ANCHOR}"),
        ("runbooks/db.html#gitops-runbook-old", "alert-runbook-moved", W, ("runbooks/db.md", 7), f"runbooks/db.html#{ANCHOR}"),
        (f"db.html#{ANCHOR}", "alert-runbook-moved", W, ("runbooks/db.md", 7), f"runbooks/db.html#{ANCHOR}"),
        ("{{ .Values.x }}.html", "alert-unverifiable", INFO, NOTHING, ""),
    ],
)  # fmt: skip
def test_a_link_is_held_and_both_places_are_named(link, code, severity, documented, expected):
    (found,) = findings(rule(SITE + link))
    assert said([found]) == [(code, severity, RULE, documented)]
    assert (found.object, found.field, found.actual) == ("A", "runbook_url", SITE + link)
    assert found.expected == (SITE + expected if expected else "")
    assert found.problem().span == found.found
    assert [related.span for related in found.problem().related] == ([found.documented] if documented[1] else [])


@pytest.mark.parametrize("link", [f"{SITE}runbooks/db.html#{ANCHOR}", f"{SITE}runbooks/db", "https://wiki.example/gone", f"see {SITE}runbooks/web/#slow."])  # fmt: skip
def test_a_link_that_lands_and_one_to_another_site_are_no_finding(link):
    assert findings(rule(link, severity="critical")) == ()


@pytest.mark.parametrize(("severity", "expected"), [("warning", INFO), ("critical", W), ("page", W), ("none", INFO)])
def test_an_alert_without_a_runbook_matters_as_much_as_its_severity(severity, expected):
    (found,) = findings(rule(severity=severity))
    assert said([found]) == [("alert-runbook-none", expected, ("rules.yaml", 4), NOTHING)]


def test_the_runbook_that_an_alert_may_want_is_named():
    (found,) = findings(rule(name="db-dwn"))
    assert "did you mean 'db-down'?" in found.message
    assert found.documented == Span("runbooks/db.md", 7)


def test_severities_of_a_project_decide():
    assert findings(rule(severity="p1"), gitops_alerts_required=["p1"])[0].severity is W
    assert findings(rule(severity="critical"), gitops_rules={"alert-runbook-none": "off"}) == ()
    assert findings(rule(severity="low"), gitops_rules={"alert-runbook-none": "error"})[0].severity is Severity.ERROR
    assert findings(rule(f"{SITE}gone.html"), gitops_rules={"alert-runbook-broken": "info"})[0].severity is INFO


def test_a_value_that_is_no_address_is_said_so():
    (found,) = findings(rule("docs/runbooks/db.md"))
    assert found.code == "alert-runbook-none"
    assert "'docs/runbooks/db.md' is no address" in found.message


def test_annotations_that_hold_a_link_are_a_setting():
    text = rule(f"{SITE}gone.html").replace("runbook_url", "wiki")
    assert [one.code for one in findings(text)] == ["alert-runbook-none"]
    assert [one.code for one in findings(text, gitops_alerts_annotations=["wiki"])] == ["alert-runbook-broken"]


@pytest.mark.parametrize("pattern", ["A", "[AB]", "A*", "?"])
def test_a_runbook_binds_by_name_and_by_glob(pattern):
    assert findings(rule(severity="critical"), place("db-down", alerts=(pattern,))) == ()


def test_a_name_that_no_alert_has_is_a_finding_of_the_page():
    (found,) = findings(rule(f"{SITE}runbooks/db.html"), place("db-down", alerts=("Aa", "A")))
    assert said([found]) == [("unknown-id", W, NOTHING, ("runbooks/db.md", 8))]
    assert "names the alert 'Aa', and there is no such alert; did you mean 'A'?" in found.message
    assert found.problem().span == found.documented


def test_a_name_that_a_templated_alert_may_have_is_unverifiable():
    found = findings(rule(name="'{{ .x }}Down'"), place("db-down", alerts=("DbDown",)))
    assert [one.code for one in found] == ["alert-unverifiable", "alert-unverifiable"]


def test_an_alert_that_a_runbook_names_and_that_leads_elsewhere_is_a_contradiction():
    books = (place("db-down", alerts=("A",)), place("web", "runbooks/web", 3))
    (found,) = findings(rule(f"{SITE}runbooks/web.html#slow"), *books)
    assert said([found]) == [("contradiction", W, RULE, ("runbooks/db.md", 8))]
    assert findings(rule(f"{SITE}runbooks/db.html"), *books) == ()


def test_a_link_to_another_runbook_of_the_page_is_a_contradiction_and_one_to_both_is_none():
    books = (place("db-down", alerts=("A",)), place("db-slow", line=20))
    other = f"{SITE}runbooks/db.html#gitops-runbook-db-slow"
    broken = findings(rule(f"{SITE}runbooks/db.html#{ANCHOR} {SITE}runbooks/web.html"), *books)
    assert broken == ()
    known = pages()
    known["runbooks/db"].anchors["gitops-runbook-db-slow"] = 20
    settings = read_settings({"gitops_alerts_base": SITE})[0]
    alerts = read_alerts(rule(other).encode(), "rules.yaml").alerts
    placed = place_alerts(alerts, books, known, settings.alerts)
    found = find(AlertExpectations(alerts=placed, runbooks=books, pages=known, settings=settings))
    assert [one.code for one in found] == ["contradiction"]


@pytest.mark.parametrize("link", ["runbooks/gone.html", "runbooks/web.html#slo", "zzz.html"])
def test_a_broken_link_of_an_alert_that_one_runbook_names_means_that(link):
    books = (place("db-down", alerts=("A",)), place("web", "runbooks/web", 3, alerts=("A*",)))
    (found,) = findings(rule(SITE + link), *books)
    assert (found.code, found.expected, found.is_sure) == (
        "alert-runbook-broken",
        f"{SITE}runbooks/db.html#{ANCHOR}",
        True,
    )
    assert found.documented == Span("runbooks/db.md", 8)
    assert "the runbook 'db-down' names the alert: write https://docs.example/runbooks/db.html#" in found.message


def test_a_glob_or_two_names_or_another_link_leave_a_broken_link_unsure():
    link = f"{SITE}runbooks/gone.html"
    for books in ((place("db-down", alerts=("A*",)),), (place("db-down", alerts=("A",)), place("b", line=9, alerts=("A",)))):  # fmt: skip
        (found,) = findings(rule(link), *books)
        assert (found.code, found.is_sure) == ("alert-runbook-broken", False)
    (found,) = findings(rule(f"{link} {SITE}runbooks/db.html"), place("db-down", alerts=("A",)))
    assert (found.code, found.is_sure) == ("alert-runbook-broken", False)


def test_a_name_is_unverifiable_where_the_files_have_no_alert():
    (found,) = findings("groups: [{name: g, rules: [{record: a, expr: b}]}]", place("db-down", alerts=("DbDown",)))
    assert (found.code, found.severity) == ("alert-unverifiable", Severity.INFO)
    assert "there is no alert in the files of rules" in found.message


def test_a_runbook_that_no_alert_wants_is_off_unless_it_is_asked_for():
    books = (place("db-down"), place("promote", line=30, procedure=Procedure.DEPLOYMENT))
    assert [one.code for one in findings(rule("https://x.example"), *books)] == []
    (found,) = findings(rule("https://x.example"), *books, gitops_rules={"runbook-unused": "warning"})
    assert said([found]) == [("runbook-unused", W, NOTHING, ("runbooks/db.md", 7))]
    assert findings(rule(f"{SITE}runbooks/db.html#{ANCHOR}"), gitops_rules={"runbook-unused": "warning"}) == ()


TWICE = rule("https://x.example") + rule("https://x.example").partition("rules:\n")[2]


def test_two_rules_of_one_name_and_the_same_labels_are_duplicates():
    (found,) = findings(TWICE)
    assert said([found]) == [("alert-duplicate", W, ("rules.yaml", 7), ("rules.yaml", 4))]


@pytest.mark.parametrize(
    "files",
    [
        {"rules.yaml": TWICE.replace("severity: warning}\n  -", "severity: critical}\n  -")},
        {"dev/rules.yaml": rule("https://x.example"), "prod/rules.yaml": rule("https://x.example")},
        {"rules.yaml": TWICE.replace("warning", "'{{ .x }}'")},
        {"a.yaml": "namespace: a\n" + rule("https://x.example"), "b.yaml": "namespace: b\n" + rule("https://x.example")},
    ],
)  # fmt: skip
def test_what_labels_clusters_or_namespaces_tell_apart_is_no_duplicate(files):
    assert "alert-duplicate" not in {one.code for one in findings(files)}


def test_the_same_rule_in_two_files_is_a_duplicate():
    (found,) = findings({"a.yaml": rule("https://x.example"), "b.yaml": rule("https://x.example")})
    assert said([found]) == [("alert-duplicate", W, ("b.yaml", 4), ("a.yaml", 4))]


def test_a_waiver_with_a_reason_accepts_and_others_are_findings():
    above = "  # gitops: waive alert-runbook-none: a heartbeat\n"
    (found,) = findings(rule(above=above))
    assert (found.code, found.waived) == ("alert-runbook-none", "a heartbeat")
    for code, expected, severity in (
        ("alert-runbook-none:", "waiver-without-reason", Severity.ERROR),
        ("alert-runbook-non: why", "waiver-unknown", W),
        ("alert-duplicate: why", "waiver-unused", W),
    ):
        found = findings(rule(above=f"  # gitops: waive {code}\n"))
        assert said(found)[:1] == [(expected, severity, ("rules.yaml", 4), NOTHING)]
