"""Where an address leads: offline, by every name that servers give a page, down to the anchor."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.addresses import Bases
from sphinx_gitops.alerts.pages import Page, PageAnchor, Pages
from sphinx_gitops.alerts.resolution import AddressOutcome, resolve

SITE = "https://docs.example/"
BOOK = "gitops-runbook-db-down"
PAGES = {
    "html": ("index.html", "runbooks/index.html", "runbooks/db.html", "ops/Große Datei.html", "a/b/long-name.html"),
    "dirhtml": ("", "runbooks/", "runbooks/db/", "ops/Große Datei/", "a/b/long-name/"),
}
DOCUMENTS = ("index", "runbooks/index", "runbooks/db", "ops/Große Datei", "a/b/long-name")


def pages(style: str = "html", **more: object) -> Pages:
    former = {
        "gitops-runbook-db-gone": PageAnchor("runbooks/db", BOOK),
        "gitops-runbook-old": PageAnchor("runbooks/index", "new"),
    }
    anchors = {BOOK: 12, "id1": 3, "steps": 20, "größe": 7, **dict.fromkeys(former, 12)}
    kept = {
        "runbooks/db": {"anchors": anchors, "former": former},
        "runbooks/index": {"anchors": {"new": 4, "only-here": 5}},
        "ops/Große Datei": {"anchors": {"gitops-runbook-elsewhere": 1, "twice": 1}},
        "a/b/long-name": {"anchors": {"twice": 1}},
        "index": {"anchors": {}},
    }
    found = [Page(document=doc, path=path, source=f"{doc}.rst", **kept[doc]) for doc, path in zip(DOCUMENTS, PAGES[style], strict=True)]  # fmt: skip
    return Pages(found, **more)


def ask(address: str, style: str = "html", bases: tuple[str, ...] = (SITE,), **more: object):
    return resolve(address, Bases(bases), pages(style, **more))


@pytest.mark.parametrize("style", PAGES)
@pytest.mark.parametrize(
    ("path", "document"),
    [
        ("", "index"),
        ("index.html", "index"),
        ("index", "index"),
        ("?q=1", "index"),
        ("#top", "index"),
        ("runbooks", "runbooks/index"),
        ("runbooks/", "runbooks/index"),
        ("runbooks/index", "runbooks/index"),
        ("runbooks/index.html", "runbooks/index"),
        ("runbooks/db", "runbooks/db"),
        ("runbooks/db/", "runbooks/db"),
        ("runbooks/db.html", "runbooks/db"),
        ("runbooks/db/index.html", "runbooks/db"),
        ("runbooks//db.html", "runbooks/db"),
        ("ops/../runbooks/./db.html", "runbooks/db"),
        ("%72unbooks/d%62.html", "runbooks/db"),
        ("ops/Gro%C3%9Fe%20Datei.html", "ops/Große Datei"),
        ("ops/Große%20Datei", "ops/Große Datei"),
        ("runbooks/db.html?highlight=down&x=%2F", "runbooks/db"),
        ("runbooks/db?x", "runbooks/db"),
        (f"runbooks/db.html?x=1#{BOOK}", "runbooks/db"),
        ("runbooks/db.html#gitops%2Drunbook%2Ddb%2Ddown", "runbooks/db"),
        ("runbooks/db#gr%C3%B6%C3%9Fe", "runbooks/db"),
        ("runbooks/db/#größe", "runbooks/db"),
        ("runbooks/db.html#id1", "runbooks/db"),
        ("runbooks/db.html#", "runbooks/db"),
        ("runbooks/db.html#TOP", "runbooks/db"),
        ("runbooks/db.html#steps:~:text=Restart", "runbooks/db"),
        ("runbooks/db.html#:~:text=Restart", "runbooks/db"),
    ],
)
def test_a_page_is_found_by_each_of_its_names(style, path, document):
    found = ask(SITE + path, style)
    assert (found.outcome, found.page) == (AddressOutcome.RESOLVED, document)


@pytest.mark.parametrize(("style", "path"), [("html", "runbooks/db.html"), ("dirhtml", "runbooks/db/")])
def test_the_address_of_today_is_written_as_the_builder_names_the_page(style, path):
    assert ask(f"{SITE}runbooks/db#{BOOK}", style).address == f"{SITE}{path}#{BOOK}"
    found = ask(f"{SITE}ops/Große%20Datei", style)
    assert found.address.startswith(f"{SITE}ops/Gro%C3%9Fe%20Datei")


@pytest.mark.parametrize(
    ("path", "missing", "spot"),
    [
        ("runbooks/dbb.html", "page", PageAnchor("runbooks/db")),
        ("Runbooks/DB.html", "page", PageAnchor("runbooks/db")),
        ("other/db.html#steps", "page", PageAnchor("runbooks/db", "steps")),
        ("other/db.html#nothing", "page", PageAnchor("runbooks/db")),
        ("other/db.html#stepps", "page", PageAnchor("runbooks/db", "steps")),
        ("other/db.html#gitops-runbook-db-dwn", "page", PageAnchor("runbooks/db", BOOK)),
        ("other/db.html#gitops-runbook-db-gon", "page", PageAnchor("runbooks/db", BOOK)),
        ("other/db.html#gitops-runbook-db-gone", "page", PageAnchor("runbooks/db", BOOK)),
        (f"qqq.html#{BOOK}", "page", PageAnchor("runbooks/db", BOOK)),
        ("qqq.html#only-here", "page", PageAnchor("runbooks/index", "only-here")),
        ("qqq.html#gitops-runbook-old", "page", PageAnchor("runbooks/index", "new")),
        ("qqq.html", "page", None),
        ("qqq.html#twice", "page", None),
        ("runbooks/db.html#gitops-runbook-db-dwn", "anchor", PageAnchor("runbooks/db", BOOK)),
        ("runbooks/db.html#Steps", "anchor", PageAnchor("runbooks/db", "steps")),
        (
            "runbooks/db.html#gitops-runbook-elsewhere",
            "anchor",
            PageAnchor("ops/Große Datei", "gitops-runbook-elsewhere"),
        ),
        ("runbooks/db.html#step", "anchor", PageAnchor("runbooks/db", "steps")),
        ("runbooks/db.html#only-here", "anchor", PageAnchor("runbooks/index", "only-here")),
        ("runbooks/db.html#zzzzzz", "anchor", PageAnchor("runbooks/db")),
        ("index.html#zzz", "anchor", PageAnchor("index")),
    ],
)
def test_what_is_not_there_is_broken_and_the_nearest_is_named(path, missing, spot):
    found = ask(SITE + path)
    assert (found.outcome, found.missing, found.spot) == (AddressOutcome.BROKEN, missing, spot)


def test_a_former_id_has_moved_and_says_where_it_leads():
    found = ask(f"{SITE}runbooks/db.html#gitops-runbook-db-gone")
    assert (found.outcome, found.spot) == (AddressOutcome.MOVED, PageAnchor("runbooks/db", BOOK))
    assert found.address == f"{SITE}runbooks/db.html#{BOOK}"


@pytest.mark.parametrize("target", ["runbooks/db.html", "/runbooks/db.html", f"{SITE}runbooks/db.html", "./runbooks/db"])  # fmt: skip
def test_a_redirect_has_moved(target):
    found = ask(f"{SITE}db.html#{BOOK}", redirects={"db.html": target})
    assert (found.outcome, found.spot) == (AddressOutcome.MOVED, PageAnchor("runbooks/db", BOOK))


def test_a_redirect_may_name_another_redirect_an_anchor_or_nothing():
    chain = {"old.html": "older.html", "older.html": "runbooks/db.html#steps"}
    assert ask(f"{SITE}old", redirects=chain).spot == PageAnchor("runbooks/db", "steps")
    assert ask(f"{SITE}old", redirects={"old.html": "gone.html"}).outcome is AddressOutcome.BROKEN
    assert ask(f"{SITE}old", redirects={"old.html": "old.html"}).outcome is AddressOutcome.BROKEN
    assert ask(f"{SITE}old", redirects={"old.html": "https://wiki.example/x"}).outcome is AddressOutcome.FOREIGN
    assert ask(f"{SITE}old", redirects={"old.html": "mailto:x@y.example"}).outcome is AddressOutcome.FOREIGN


@pytest.mark.parametrize(
    ("base", "address", "outcome"),
    [
        ("https://docs.example/*/", "https://docs.example/v1.2/runbooks/db.html", AddressOutcome.RESOLVED),
        ("https://docs.example/*", "https://docs.example/stable", AddressOutcome.RESOLVED),
        ("https://docs.example/*/*/", "https://docs.example/en/latest/runbooks/db.html", AddressOutcome.RESOLVED),
        ("https://docs.example/*/*/", "https://docs.example/en", AddressOutcome.FOREIGN),
        ("https://docs.example/*/", "https://docs.example/v1/v2/runbooks/db.html", AddressOutcome.BROKEN),
        ("https://docs.example/v*/", "https://docs.example/v2/runbooks/db.html", AddressOutcome.RESOLVED),
        ("https://docs.example/v*/", "https://docs.example/w2/runbooks/db.html", AddressOutcome.FOREIGN),
        ("https://*.docs.example/", "https://team.docs.example/runbooks/db.html", AddressOutcome.RESOLVED),
        ("https://*.docs.example/", "https://a.b.docs.example/runbooks/db.html", AddressOutcome.FOREIGN),
        ("https://docs.example/en/", "https://docs.example/de/runbooks/db.html", AddressOutcome.FOREIGN),
        ("https://docs.example/en", "https://docs.example/english/runbooks/db.html", AddressOutcome.FOREIGN),
        ("https://Docs.Example/", "HTTP://DOCS.example:80/runbooks/db.html", AddressOutcome.RESOLVED),
        ("https://docs.example:443/", "https://docs.example./runbooks/db.html", AddressOutcome.RESOLVED),
        ("https://docs.example/", "https://docs.example:8443/runbooks/db.html", AddressOutcome.FOREIGN),
        ("https://docs.example/", "https://docs.example.evil/runbooks/db.html", AddressOutcome.FOREIGN),
        ("https://docs.example/", "https://other.example/runbooks/gone.html", AddressOutcome.FOREIGN),
        ("https://docs.example/", "mailto:on-call@docs.example", AddressOutcome.FOREIGN),
        ("https://docs.example/", "runbooks/db.html", AddressOutcome.FOREIGN),
        ("https://docs.example/", "https://docs.example:port/x", AddressOutcome.FOREIGN),
        ("https://docs.example/", "https://[::1/x", AddressOutcome.FOREIGN),
        ("https://docs.example/", "", AddressOutcome.FOREIGN),
        ("no address", "https://docs.example/runbooks/db.html", AddressOutcome.FOREIGN),
    ],
)
def test_a_base_stands_for_what_is_published_below_it(base, address, outcome):
    assert ask(address, bases=(base,)).outcome is outcome


def test_of_several_bases_the_first_that_is_possible_counts():
    bases = ("https://docs.example/", "https://docs.example/*/")
    assert ask("https://docs.example/runbooks/db.html", bases=bases).outcome is AddressOutcome.RESOLVED
    found = ask("https://docs.example/v2/runbooks/dbb.html", bases=bases)
    assert (found.outcome, found.address) == (AddressOutcome.BROKEN, "https://docs.example/v2/runbooks/db.html")


@pytest.mark.parametrize(
    ("address", "outcome"),
    [
        ("https://docs.example/{{ $labels.alertname }}.html", AddressOutcome.UNVERIFIABLE),
        ("https://{{ .Values.host }}/runbooks/gone.html", AddressOutcome.UNVERIFIABLE),
        ("{{ .Values.base }}/runbooks/gone.html", AddressOutcome.UNVERIFIABLE),
        ("${DOCS}/runbooks/gone.html", AddressOutcome.UNVERIFIABLE),
        ("https://docs.example/${NAME?x#y}.html", AddressOutcome.UNVERIFIABLE),
        ("https://docs.example/{{ unclosed", AddressOutcome.UNVERIFIABLE),
        ("https://docs.example/runbooks/db.html#{{ $labels.x }}", AddressOutcome.UNVERIFIABLE),
        ("https://docs.example/runbooks/gone.html#{{ $labels.x }}", AddressOutcome.BROKEN),
        ("https://docs.example/runbooks/db.html?i={{ $labels.instance }}#steps", AddressOutcome.RESOLVED),
        ("https://docs.example/runbooks/db.html?i={{ $labels.instance }}#gone", AddressOutcome.BROKEN),
    ],
)
def test_what_is_templated_is_never_wrong_and_what_is_plain_beside_it_is_held(address, outcome):
    assert ask(address).outcome is outcome


def test_a_page_whose_anchors_nobody_knows_has_any():
    found = resolve(f"{SITE}search.html#q", Bases([SITE]), Pages([Page(document="search", path="search.html")]))
    assert found.outcome is AddressOutcome.RESOLVED


def test_a_page_and_a_folder_of_one_name_are_told_apart():
    both = Pages([Page(document="db", path="db.html"), Page(document="db/index", path="db/index.html")])
    for path, document in (("db.html", "db"), ("db/index.html", "db/index"), ("db", "db")):
        assert resolve(SITE + path, Bases([SITE]), both).page == document


def test_another_suffix_counts_as_well():
    found = Pages([Page(document="db", path="db.xhtml")], suffixes=(".xhtml",))
    assert resolve(f"{SITE}db", Bases([SITE]), found).page == "db"
    assert resolve(f"{SITE}db.xhtml", Bases([SITE]), found).page == "db"


@pytest.mark.parametrize("target", ["http://[", "//[x", "http://a:b/"])
def test_a_redirect_to_what_is_no_address_leads_elsewhere(target):
    assert ask(f"{SITE}gone.html", redirects={"gone.html": target}).outcome is AddressOutcome.FOREIGN


def test_a_former_place_on_a_page_that_is_gone_is_known_without_an_address():
    former = {"gitops-runbook-old": PageAnchor("gone", "x")}
    page = Page(document="a", path="a.html", source="a.rst", anchors={"gitops-runbook-old": 1}, former=former)
    found = resolve(f"{SITE}a.html#gitops-runbook-old", Bases((SITE,)), Pages([page]))
    assert (found.outcome, found.page, found.spot, found.address) == (AddressOutcome.MOVED, "a", None, "")
