"""Where an alert leads: by its links, and by the runbooks that name it."""

from __future__ import annotations

from dataclasses import replace

from sphinx_gitops.alerts.alert import Alert, Annotation
from sphinx_gitops.alerts.pages import Page, PageAnchor, Pages
from sphinx_gitops.alerts.placing import RunbookPlace, is_named, place_alerts
from sphinx_gitops.problems import Span
from sphinx_gitops.runbook import Runbook
from sphinx_gitops.settings import AlertSettings

HERE = Span("x", 1)
SETTINGS = AlertSettings(bases=("https://docs.example/",))


def book(name: str, document: str, *alerts: str) -> RunbookPlace:
    spot = PageAnchor(document, f"gitops-runbook-{name}")
    return RunbookPlace(runbook=Runbook(id=name, title=name, alerts=alerts), spot=spot, span=HERE, alerts_span=HERE)


BOOKS = (book("down", "db"), book("slow", "web", "Slow*"), book("errors", "web", "Errors", "Slow?"))
ANCHORS = {
    "db": ["gitops-runbook-down", "steps"],
    "web": ["gitops-runbook-slow", "gitops-runbook-errors"],
    "note": ["x"],
}
PAGES = Pages(
    Page(document=name, path=f"{name}.html", anchors=dict.fromkeys(found, 1)) for name, found in ANCHORS.items()
)


def placed(name: str, *links: str):
    annotations = tuple(Annotation("runbook_url", f"https://docs.example/{link}", HERE, HERE) for link in links)
    (found,) = place_alerts([Alert(name=name, span=HERE, annotations=annotations)], BOOKS, PAGES, SETTINGS)
    return found.runbooks, found.bound, found.spot


def test_a_link_leads_to_a_runbook_by_its_anchor_or_to_the_only_one_of_a_page():
    assert placed("A", "db.html#gitops-runbook-down") == (("down",), (), PageAnchor("db", "gitops-runbook-down"))
    assert placed("A", "db.html") == (("down",), (), PageAnchor("db"))
    assert placed("A", "web.html") == ((), (), PageAnchor("web"))
    assert placed("A", "db.html#steps") == ((), (), PageAnchor("db", "steps"))
    assert placed("A", "note.html#x") == ((), (), PageAnchor("note", "x"))


def test_a_runbook_names_alerts_by_name_and_by_glob():
    assert placed("Slowly") == (("slow",), ("slow",), PageAnchor("web", "gitops-runbook-slow"))
    assert placed("Slow1") == (("slow", "errors"), ("slow", "errors"), PageAnchor("web", "gitops-runbook-slow"))
    assert placed("Errors", "db.html") == (("down", "errors"), ("errors",), PageAnchor("db"))
    assert placed("Nothing") == ((), (), None)


def test_other_anchors_that_mean_a_runbook_lead_to_it():
    books = (replace(BOOKS[0], anchors=("steps",)), *BOOKS[1:])
    link = Annotation("runbook_url", "https://docs.example/db.html#steps", HERE, HERE)
    (found,) = place_alerts([Alert(name="A", span=HERE, annotations=(link,))], books, PAGES, SETTINGS)
    assert (found.runbooks, found.spot) == (("down",), PageAnchor("db", "steps"))
    assert [one.runbook for one in found.links] == ["down"]


def test_a_broken_link_leads_nowhere_and_the_next_one_counts():
    assert placed("A", "gone.html", "note.html")[2] == PageAnchor("note")
    assert placed("A", "gone.html")[2] is None


def test_names_count_in_their_case():
    assert is_named("Slow", "S*")
    assert not is_named("slow", "S*")


def test_a_name_that_reads_like_a_glob_means_itself_too():
    books = [book("cpu", "db", "[PROD] CPU"), book("any", "web", "Any?")]
    alerts = [Alert(name=name, span=HERE) for name in ("[PROD] CPU", "P CPU", "Any?", "Any1")]
    found = place_alerts(alerts, books, PAGES, SETTINGS)
    assert [one.runbooks for one in found] == [("cpu",), ("cpu",), ("any",), ("any",)]
    assert all(
        is_named(alert.name, pattern) for alert, pattern in zip(alerts, ["[PROD] CPU"] * 2 + ["Any?"] * 2, strict=True)
    )
