"""What is written into rule files: what is sure, and never into what is rendered."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.check import check_alerts
from sphinx_gitops.alerts.fixing import changes, writable
from sphinx_gitops.alerts.pages import Page, PageAnchor, Pages
from sphinx_gitops.alerts.placing import RunbookPlace
from sphinx_gitops.alerts.reading import read_alerts
from sphinx_gitops.problems import Span
from sphinx_gitops.runbook import Runbook
from sphinx_gitops.settings import read_settings

BASE, ANCHOR = "https://docs.example/", "gitops-runbook-down"
FORMER = {"gitops-runbook-old": PageAnchor("db", ANCHOR)}
PAGES = Pages([Page(document="db", path="db.html", anchors={ANCHOR: 1, "steps": 1, **dict.fromkeys(FORMER, 1)}, former=FORMER)])  # fmt: skip
BOOK = RunbookPlace(runbook=Runbook(id="down", title="Down", alerts=("Bound",)), spot=PageAnchor("db", ANCHOR), span=Span("db.md", 1), alerts_span=Span("db.md", 1))  # fmt: skip
RIGHT = f"{BASE}db.html#{ANCHOR}"


def found(rule: str, base: str = BASE, path: str = "rules.yaml"):
    settings = read_settings({"gitops_alerts_base": base})[0]
    file = read_alerts(f"rules:\n- {rule}\n".encode(), path)
    outcome = check_alerts([file], [BOOK], PAGES, settings)
    return changes(outcome.alerts, outcome.findings, PAGES, settings.alerts), file


def link(address: str, name: str = "A") -> str:
    return f"{{alert: {name}, annotations: {{runbook_url: '{BASE}{address}'}}}}"


@pytest.mark.parametrize("address", ["db.html#gitops-runbook-old", f"gone.html#{ANCHOR}", "gone.html#gitops-runbook-old", "db.html#GITOPS-runbook-down", f"DB.html#{ANCHOR}"])  # fmt: skip
def test_what_is_sure_is_written(address):
    (change,) = found(link(address))[0]
    assert (change.old, change.new) == (BASE + address, RIGHT)


@pytest.mark.parametrize("address", ["db.html#gitops-runbook-dwn", "dbb.html#steps", "gone.html#steps", "db.html", f"db#{ANCHOR}", "zzz.html"])  # fmt: skip
def test_what_is_only_like_it_or_works_is_not(address):
    assert found(link(address))[0] == ()


def test_an_alert_that_a_runbook_names_gets_its_link_where_the_address_is_one():
    (change,) = found("{alert: Bound}")[0]
    assert (change.old, change.new, change.span.line) == ("", RIGHT, 2)
    assert found("{alert: Bound}", base="https://docs.example/*/")[0] == ()
    assert found(link("db.html", "Bound"))[0] == ()


@pytest.mark.parametrize(
    ("rule", "path", "why"),
    [
        (link("db.html#gitops-runbook-old") + "\n- alert: {{ x }}y", "rules.yaml", "the file is a template"),
        (link("db.html#gitops-runbook-old") + "\n# {{ x }}", "chart/templates/rules.yaml", "the file is a template"),
        ("{a: 1}\nx: |\n  rules:\n  - {alert: Bound}", "rules.yaml", "the rule is a text in another document"),
    ],
)
def test_what_is_rendered_or_inside_of_a_text_is_never_written(rule, path, why):
    one, file = found(rule, path=path)
    can, cannot = writable(one, [file])
    assert can == ()
    assert [reason for _, reason in cannot] == [why]
