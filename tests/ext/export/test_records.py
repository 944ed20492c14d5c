"""gitops.json: what it says, that it keeps to its schema, and that only the sources change it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest

from sphinx_gitops.schemas.export_schema import export_schema
from support.described import MARKUP, SITES


def exported(app) -> dict:
    text = Path(app.outdir, "gitops.json").read_text(encoding="utf-8")
    found = json.loads(text)
    jsonschema_rs.validator_for(export_schema()).validate(found)
    assert str(app.srcdir) not in text
    return found


def by(records: list[dict], key: str) -> dict[str, dict]:
    return {record[key]: record for record in records}


@pytest.mark.parametrize("form", list(SITES))
def test_it_says_what_the_pages_say(build, form):
    found = exported(build(SITES[form], project="Shop", **MARKUP))
    assert (found["schema_version"], found["project"]) == (1, "Shop")
    workflow = found["workflows"][0]
    assert workflow["id"] == "delivery"
    assert workflow["stages"][0]["components"] == ["delivery.PKG"]
    assert workflow["stages"][0]["groups"][0]["components"] == ["delivery.BUILD", "delivery.SCAN"]
    components = by(found["components"], "name")
    assert list(components) == ["delivery.PKG", "delivery.BUILD", "delivery.SCAN"]
    scan = components["delivery.SCAN"]
    where = {"document": "parts", "anchor": "gitops-delivery.SCAN", "uri": "parts.html#gitops-delivery.SCAN"}
    expected = {"documented": where, "mentioned": ["prose"], "runbooks": ["scan-failed"], "tags": ["slsa", "prod"]}
    expected |= {
        "owner": "security",
        "url": "https://scan.example/",
        "described": True,
        "mark": "security",
        "formerly": ["OLD"],
    }
    assert {name: scan[name] for name in expected} == expected
    assert components["delivery.PKG"]["documented"]["document"] == "flow"
    assert [(flow["sources"], flow["targets"], flow["kind"]) for flow in found["flows"]] == [
        (["delivery.BUILD"], ["delivery.SCAN"], "automation"),
        (["delivery.SCAN"], ["delivery.PKG"], "security"),
    ]
    (book,) = found["runbooks"]
    assert book["components"] == ["delivery.SCAN", "delivery.PKG"]
    assert book["mentioned"] == ["prose"]
    assert book["documented"]["uri"] == "books.html#gitops-runbook-scan-failed"


@pytest.mark.parametrize(
    ("builder", "uri"),
    [
        ("html", "parts.html#gitops-delivery.SCAN"),
        ("dirhtml", "parts/#gitops-delivery.SCAN"),
        ("singlehtml", "index.html#gitops-delivery.SCAN"),
        ("gitops-json", None),
    ],
)
def test_addresses_are_those_of_the_builder(build, builder, uri):
    app = build(SITES["rst"], builder=builder)
    place = by(exported(app)["components"], "name")["delivery.SCAN"]["documented"]
    assert place.get("uri") == uri
    if builder == "gitops-json":
        assert [path.name for path in Path(app.outdir).iterdir()] == ["gitops.json"]


@pytest.mark.parametrize(("suffixes", "page"), [((".htm", None), "index.htm"), ((".x", "/"), "index/")])
def test_the_address_of_one_page_has_the_projects_suffix(build, suffixes, page):
    file, link = suffixes
    app = build(SITES["rst"], builder="singlehtml", html_file_suffix=file, html_link_suffix=link)
    found = exported(app)["components"][0]["documented"]["uri"]
    assert found.startswith(f"{page}#")
