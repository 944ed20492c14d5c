"""A finished build is read as files alone tell it."""

from __future__ import annotations

import json
import zlib

import pytest

from sphinx_gitops.alerts.addresses import Bases
from sphinx_gitops.alerts.pages import PageAnchor
from sphinx_gitops.alerts.resolution import AddressOutcome, resolve
from sphinx_gitops.alerts.site import SiteError, SourceFolder, read_site
from sphinx_gitops.problems import Span

BASE = "https://docs.example/"
EXPORT = {
    "schema_version": 1,
    "workflows": [{"id": "w", "formerly": ["v"], "documented": {"document": "index", "anchor": "gitops-w"}}],
    "components": [{"id": "DB", "name": "w.DB", "workflow": "w", "formerly": ["OLD"], "documented": {"document": "index", "anchor": "gitops-w.DB"}}],
    "runbooks": [{"id": "down", "title": "Down", "procedure": "rollback", "severity": "", "owner": "", "components": [], "formerly": ["gone"], "binds": ["A*"], "documented": {"document": "books/db", "anchor": "gitops-runbook-down"}}],
}  # fmt: skip
PAGE = (
    '<html>\n<h1 id="db">x</h1>\n<a name=raw>y</a><p\n id=\'gitops-runbook-down\'>z &amp;</p><span id="a&amp;b"></span>'
)


@pytest.fixture(params=["html", "dirhtml"])
def site(request, tmp_path):
    paths = {"html": {"index": "index.html", "books/db": "books/db.html"}, "dirhtml": {"index": "", "books/db": "books/db/"}}  # fmt: skip
    uris = paths[request.param]
    rows = "".join(f"{name} std:doc -1 {uri} Title\n" for name, uri in uris.items())
    for name, uri in uris.items():
        file = tmp_path / (uri if uri.endswith(".html") else f"{uri}index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE if name == "books/db" else '<p id="gitops-w.DB"><p id="gitops-w">', encoding="utf-8")
    head = b"# Sphinx inventory version 2\n# Project: x\n# Version: 1\n# The remainder of this file is compressed using zlib.\n"  # fmt: skip
    (tmp_path / "objects.inv").write_bytes(head + zlib.compress(rows.encode()))
    (tmp_path / "gitops.json").write_text(json.dumps(EXPORT), encoding="utf-8")
    (tmp_path / "old.html").write_text('<meta http-equiv="refresh" content="0; url=books/db.html">', encoding="utf-8")
    (tmp_path / "_static").mkdir()
    (tmp_path / "_static/run.pdf").write_bytes(b"%PDF")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "outcome", "spot"),
    [
        ("books/db.html#db", AddressOutcome.RESOLVED, PageAnchor("books/db", "db")),
        ("books/db/#raw", AddressOutcome.RESOLVED, PageAnchor("books/db", "raw")),
        ("books/db#gitops-runbook-down", AddressOutcome.RESOLVED, PageAnchor("books/db", "gitops-runbook-down")),
        ("books/db#a%26b", AddressOutcome.RESOLVED, PageAnchor("books/db", "a&b")),
        ("books/db#gitops-runbook-gone", AddressOutcome.MOVED, PageAnchor("books/db", "gitops-runbook-down")),
        ("#gitops-w.OLD", AddressOutcome.MOVED, PageAnchor("index", "gitops-w.DB")),
        ("#gitops-v.DB", AddressOutcome.MOVED, PageAnchor("index", "gitops-w.DB")),
        ("#gitops-v", AddressOutcome.MOVED, PageAnchor("index", "gitops-w")),
        ("old.html#db", AddressOutcome.MOVED, PageAnchor("books/db", "db")),
        ("_static/run.pdf", AddressOutcome.RESOLVED, PageAnchor("_static/run.pdf")),
        ("books/db#nothing", AddressOutcome.BROKEN, PageAnchor("books/db")),
        ("gone.html", AddressOutcome.BROKEN, None),
    ],
)
def test_an_address_is_resolved_against_the_files(site, path, outcome, spot):
    found = resolve(BASE + path, Bases([BASE]), read_site(site, "out").pages)
    assert (found.outcome, found.spot) == (outcome, spot)


def test_runbooks_are_those_of_the_export(site):
    found = read_site(site, "out")
    (book,) = found.runbooks
    assert (book.runbook.id, book.runbook.alerts, book.spot.document, found.is_known) == (
        "down",
        ("A*",),
        "books/db",
        True,
    )
    assert book.span.source.startswith("out/books/db")
    assert book.span.line == 4


def test_places_are_those_of_the_sources_where_they_are(site, tmp_path):
    source = tmp_path / "src"
    (source / "books").mkdir(parents=True)
    (source / "books/db.rst").write_text("DB\n==\n\n.. gitops-runbook:: down\n", encoding="utf-8")
    (book,) = read_site(site, "out", SourceFolder(source, "docs")).runbooks
    assert book.span == Span("docs/books/db.rst", 4)


def test_any_folder_of_pages_is_a_site(tmp_path):
    (tmp_path / "a.html").write_text('<p id="x">', encoding="utf-8")
    (tmp_path / "gitops.json").write_text("[]", encoding="utf-8")
    (tmp_path / "objects.inv").write_bytes(b"# zlib.\nno")
    found = read_site(tmp_path, "out")
    assert (found.is_known, found.runbooks) == (False, ())
    assert resolve(f"{BASE}a#x", Bases([BASE]), found.pages).outcome is AddressOutcome.RESOLVED


@pytest.mark.parametrize(
    ("name", "head", "base"),
    [
        ("a/b.html", '<link rel="canonical" href="https://docs.example/en/a/b.html" />', "https://docs.example/en/"),
        ("a b.html", "<link href='x'><link rel='canonical' href='https://docs.example/a%20b.html'>", BASE),
        ("a.html", '<link rel="canonical" href="https://docs.example/other.html" />', ""),
        ("a.html", "", ""),
    ],
)
def test_pages_say_where_they_are_published(tmp_path, name, head, base):
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"<html><head>{head}</head>", encoding="utf-8")
    assert read_site(tmp_path, "out").base == base


def test_a_component_is_at_its_directive_else_in_its_workflow(tmp_path):
    from_workflow = (
        "```{gitops-workflow}\nid: w\nstages:\n  run:\n    components:\n      DB: {title: x}\n      WEB: Web\n```\n"
    )
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text(
        f"# A\n\n{from_workflow}\n```{{gitops-component}} w.WEB\n```\n", encoding="utf-8"
    )
    (tmp_path / "html").mkdir()
    ids = "".join(f'<p id="gitops-{name}">' for name in ("w.DB", "w.WEB", "w.GONE", "w"))
    (tmp_path / "html/a").write_text(ids, encoding="utf-8")
    (tmp_path / "html/a.html").write_text(ids, encoding="utf-8")
    inventory = b"# Sphinx inventory version 2\n# Project: x\n# Version: 1\n# zlib.\n" + zlib.compress(
        b"a std:doc -1 a.html A\n"
    )
    (tmp_path / "html/objects.inv").write_bytes(inventory)
    page = read_site(tmp_path / "html", "html", SourceFolder(tmp_path / "docs", "docs")).pages["a"]
    assert page.source == "docs/a.md"
    assert page.anchors == {"gitops-w.DB": 8, "gitops-w.WEB": 12, "gitops-w.GONE": 1, "gitops-w": 1}


def test_a_document_whose_name_an_address_spells_in_another_way_has_its_name(tmp_path):
    rows = "books/Db Primary std:doc -1 books/Db%20Primary.html Title\nGröße std:doc -1 Gr%C3%B6%C3%9Fe.html Title\n"
    head = b"# Sphinx inventory version 2\n# Project: x\n# Version: 1\n# The remainder of this file is compressed using zlib.\n"  # fmt: skip
    (tmp_path / "objects.inv").write_bytes(head + zlib.compress(rows.encode()))
    (tmp_path / "books").mkdir()
    for name in ("books/Db Primary.html", "Größe.html"):
        (tmp_path / name).write_text('<p id="x">', encoding="utf-8")
    pages = read_site(tmp_path, "out").pages
    for path, document in {"books/Db%20Primary.html#x": "books/Db Primary", "Gr%C3%B6%C3%9Fe#x": "Größe"}.items():
        assert resolve(BASE + path, Bases([BASE]), pages).spot == PageAnchor(document, "x")


def test_other_anchors_of_a_runbook_are_those_of_the_export(site):
    book = {**EXPORT["runbooks"][0], "anchors": ["db"]}
    (site / "gitops.json").write_text(json.dumps({**EXPORT, "runbooks": [book]}), encoding="utf-8")
    assert [one.anchors for one in read_site(site, "out").runbooks] == [("db",)]


@pytest.mark.parametrize(
    "export",
    [
        {"runbooks": 3},
        {"runbooks": [3]},
        {"runbooks": [{"id": "x"}]},
        {"runbooks": [{**EXPORT["runbooks"][0], "documented": 1}]},
        {"runbooks": [{**EXPORT["runbooks"][0], "documented": {"document": "a"}}]},
        {"runbooks": [{**EXPORT["runbooks"][0], "binds": "A"}]},
        {"runbooks": [{**EXPORT["runbooks"][0], "formerly": [1]}]},
        {"runbooks": [{**EXPORT["runbooks"][0], "severity": None}]},
        {"workflows": [], "components": EXPORT["components"]},
        {**EXPORT, "components": [{**EXPORT["components"][0], "manifest": ["x"]}]},
    ],
)
def test_an_export_of_another_shape_is_refused(tmp_path, export):
    (tmp_path / "gitops.json").write_text(json.dumps({"schema_version": 1, **export}), encoding="utf-8")
    with pytest.raises(SiteError, match=r"its gitops\.json is none that this version writes"):
        read_site(tmp_path, "out")


@pytest.mark.parametrize("text", ["[]", "{}", "[" * 100_000, "{", "\udcff"])
def test_another_file_of_that_name_is_none_of_ours(tmp_path, text):
    (tmp_path / "gitops.json").write_bytes(text.encode(errors="surrogateescape"))
    assert not read_site(tmp_path, "out").is_known
