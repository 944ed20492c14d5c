"""Pages by their names, and what is like them."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.pages import Page, PageAnchor, Pages, html_anchors
from sphinx_gitops.problems import Span

PAGES = Pages(
    [
        Page(document="a/db", path="a/db.html", source="a/db.md", anchors={"down": 7, "none": 0}),
        Page(document="b/web", path="b/web.html", source="b/web.md", anchors={"down": 3}),
    ]
)
NOW = PageAnchor("b/web", "down")
MOVED = Page(document="c", path="c.html", anchors={"slow": 2, "slowly": 2}, former={"slowly": NOW})


def test_a_place_has_a_line_of_the_source():
    assert PAGES.span(PageAnchor("a/db", "down")) == Span("a/db.md", 7)
    assert PAGES.span(PageAnchor("a/db", "none")) == PAGES.span(PageAnchor("a/db")) == Span("a/db.md", 1)


def test_documents_are_known_by_name():
    assert "a/db" in PAGES
    assert "a" not in PAGES
    assert PAGES["b/web"].path == "b/web.html"


def test_a_page_that_was_moved_to_another_folder_is_the_nearest():
    assert PAGES.near("some/where/else/quite/far/DB.html").document == "a/db"
    assert PAGES.near("zzz.html") is None


def test_an_anchor_that_several_pages_have_leads_to_none():
    assert PAGES.elsewhere("down") is None
    assert PAGES.elsewhere("none") == PageAnchor("a/db", "none")


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ('<a name="x" id="y"></a>', [("x", 1), ("y", 1)]),
        ("<p>\n<DIV\n ID=plain><section class='a' id='b &amp; c'>", [("plain", 3), ("b & c", 3)]),
        ('<meta name="viewport"><input name="q" id="search">', [("search", 1)]),
        ("<p>kubectl get x id=db name=y and &lt;a id=&quot;down&quot;&gt;</p>", []),
        ('<p title="a id=b > c" data-id="d" id="e">', [("e", 1)]),
        ('<p title=\'a " id="f\' id="g">', [("g", 1)]),
        ("<p id=h/><br id='i'/>", [("h/", 1), ("i", 1)]),
        ('</p id="j"><p id="k', []),
    ],
)
def test_an_anchor_is_an_id_or_the_name_of_a_link(text, anchors):
    assert list(html_anchors(text)) == anchors


@pytest.mark.parametrize("text", ["<a " * 50_000, "<a " + '"' * 50_001, "<a x='" * 20_000])
def test_what_never_closes_is_read_once(text):
    assert list(html_anchors(text)) == []


def test_the_anchor_like_another_is_named_as_it_is_today():
    pages = Pages([MOVED])
    assert pages.near_anchor(MOVED, "slwo") == PageAnchor("c", "slow")
    assert pages.near_anchor(MOVED, "sloowly") == NOW
    assert pages.near_anchor(MOVED, "zzz") is pages.near_anchor(MOVED, "") is None
