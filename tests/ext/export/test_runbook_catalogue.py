"""gitops-runbooks.json: the runbook of each alert, with its page, its anchor and its address."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest

from sphinx_gitops.schemas.catalogue_schema import catalogue_schema

RULES = """\
groups:
  - name: scan
    rules:
      - {alert: ScanRed, expr: up == 0, labels: {severity: page}, annotations: {summary: It is red, runbook_url: 'https://docs.example/en/books/#gitops-runbook-scan-red'}}
      - {alert: DiskFull, expr: up == 0}
      - {alert: Alone, expr: up == 0}
"""
BOOK = """Books
=====

.. gitops-runbook:: scan-red
   :title: The scan is red
   :procedure: incident-response
   :severity: SEV2
   :owner: security
   :components: w.SCAN
   :alerts: Disk*
   :symptoms: The gate is closed;
      deliveries wait

   1. Look.
"""
FLOW = "T\n=\n\n.. toctree::\n\n   books\n\n.. gitops-workflow::\n\n   id: w\n   stages: {s: {components: {SCAN: {title: Scanner, owner: team-a}}}}\n"
CONF = {"gitops_alerts": ["rules.yaml"], "html_baseurl": "https://docs.example/en/", "project": "Shop"}


@pytest.fixture
def made(build):
    """The catalogue of a build, held against its schema; None where there is none."""

    def run(files=None, **conf):
        app = build(files or {"index.rst": FLOW, "books.rst": BOOK, "rules.yaml": RULES}, **{**CONF, **conf})
        path = Path(app.outdir, "gitops-runbooks.json")
        if not path.exists():
            return None
        found = json.loads(path.read_text(encoding="utf-8"))
        jsonschema_rs.validator_for(catalogue_schema()).validate(found)
        return found

    return run


def test_a_runbook_has_what_leads_to_it_and_where_it_is(made):
    found = made(builder="dirhtml")
    (book,) = found["runbooks"]
    assert book == {
        "id": "scan-red",
        "title": "The scan is red",
        "procedure": "incident-response",
        "severity": "SEV2",
        "owner": "security",
        "symptoms": ["The gate is closed", "deliveries wait"],
        "alerts": ["ScanRed", "DiskFull"],
        "alert_patterns": ["Disk*"],
        "components": [{"name": "w.SCAN", "title": "Scanner", "owner": "team-a"}],
        "page": "books/",
        "anchor": "gitops-runbook-scan-red",
        "uri": "books/#gitops-runbook-scan-red",
        "url": "https://docs.example/en/books/#gitops-runbook-scan-red",
    }


def test_alerts_are_those_that_lead_to_a_page(made):
    found = made()
    assert [(alert["name"], alert["severity"], alert["runbooks"]) for alert in found["alerts"]] == [
        ("ScanRed", "page", ["scan-red"]),
        ("DiskFull", "", ["scan-red"]),
    ]
    assert found["alerts"][0]["summary"] == "It is red"
    assert found["alerts"][0]["url"] == "https://docs.example/en/books.html#gitops-runbook-scan-red"


def test_an_alert_whose_page_has_no_runbook_has_its_place_and_one_of_the_same_name_its_own(made):
    text = "Health\n======\n\n.. toctree::\n\n   index\n\nOSD_DOWN\n--------\n\nText.\n"
    links = ("health#osd-down", "health", "books")
    rules = "".join(f"- {{alert: Osd, labels: {{n: '{n}'}}, annotations: {{runbook_url: 'https://docs.example/en/{link}'}}}}\n" for n, link in enumerate(links))  # fmt: skip
    found = made({"index.rst": FLOW, "books.rst": BOOK, "health.rst": text, "rules.yaml": f"rules:\n{rules}"}, suppress_warnings=["gitops"])  # fmt: skip
    assert [(one["uri"], one["runbooks"]) for one in found["alerts"]] == [
        ("health.html#osd-down", []),
        ("health.html#health", []),
        ("books.html#gitops-runbook-scan-red", ["scan-red"]),
    ]


def test_without_an_address_of_the_site_there_is_a_uri_alone(made):
    (book,) = made(html_baseurl="", gitops_alerts=[])["runbooks"]
    assert (book["uri"], book["url"]) == ("books.html#gitops-runbook-scan-red", "")


def test_it_is_left_out_and_taken_away_with_the_last_runbook(made):
    assert made() is not None
    assert made({"index.rst": FLOW, "books.rst": "Books\n=====\n", "rules.yaml": RULES}) is None
    assert made(gitops_export=False) is None


def test_a_file_of_the_project_s_own_stays(build, made):
    own = {"index.rst": "T\n=\n", "extra/gitops-runbooks.json": "{}"}
    app = build(own, html_extra_path=["extra"])
    assert Path(app.outdir, "gitops-runbooks.json").read_text(encoding="utf-8") == "{}"


def test_symptoms_are_on_the_page(build):
    app = build({"index.rst": FLOW, "books.rst": BOOK, "rules.yaml": RULES}, **CONF)
    page = Path(app.outdir, "books.html").read_text(encoding="utf-8")
    assert "deliveries wait" in page
    assert "Symptoms" in page
