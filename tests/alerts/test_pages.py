"""Pages by their names, and what is like them."""

from __future__ import annotations

from sphinx_gitops.alerts.pages import Page, Pages, Spot
from sphinx_gitops.problems import Span

PAGES = Pages(
    [
        Page(document="a/db", path="a/db.html", source="a/db.md", anchors={"down": 7, "none": 0}),
        Page(document="b/web", path="b/web.html", source="b/web.md", anchors={"down": 3}),
    ]
)


def test_a_place_has_a_line_of_the_source():
    assert PAGES.span(Spot("a/db", "down")) == Span("a/db.md", 7)
    assert PAGES.span(Spot("a/db", "none")) == PAGES.span(Spot("a/db")) == Span("a/db.md", 1)


def test_documents_are_known_by_name():
    assert "a/db" in PAGES
    assert "a" not in PAGES
    assert PAGES["b/web"].path == "b/web.html"


def test_a_page_that_was_moved_to_another_folder_is_the_nearest():
    assert PAGES.near("some/where/else/quite/far/DB.html").document == "a/db"
    assert PAGES.near("zzz.html") is None


def test_an_anchor_that_several_pages_have_leads_to_none():
    assert PAGES.elsewhere("down") is None
    assert PAGES.elsewhere("none") == Spot("a/db", "none")
