"""The format as a table: ids, addresses, and keys that the reader and the schema share."""

from __future__ import annotations

import pytest

from sphinx_gitops.format import COLOUR, ID, has_scheme, is_foreign, safe_url, url_remedy


@pytest.mark.parametrize("text", ["A", "_a", "a-b", "a.b", "\u00e4\u4e2d", "a1"])
def test_an_id(text):
    assert ID.fullmatch(text)


@pytest.mark.parametrize("text", ["", "1a", "-a", "a-", "a b", "a:b", "\u00bda", "a."])
def test_no_id(text):
    assert not ID.fullmatch(text)


@pytest.mark.parametrize(
    ("text", "foreign"),
    [("w.A", True), ("p:w.A", True), ("A", False), ("p:A", False), (":w.A", False), ("a b.c", False)],
)
def test_a_name_in_another_workflow_has_a_dot(text, foreign):
    assert bool(is_foreign(text)) is foreign


@pytest.mark.parametrize(
    "url", ["https://x.example", "mailto:a@x.example", "page.html", "#a", "//x.example", "HTTPS://x.example"]
)
def test_an_address_that_is_safe(url):
    assert safe_url(url)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:x", "java\nscript:x", "&#106;avascript:x", "data:text/html,x", "vbscript:x"],
)
def test_an_address_that_could_run_code(url):
    assert not safe_url(url)


@pytest.mark.parametrize(
    ("url", "remedy"),
    [
        ("https://x.example/a b", "write '%20' for each blank"),
        (" https://x.example/a b c ", "write '%20' for each blank"),
        ("java script:x", "write an http, https or mailto address"),
        ("javascript:alert( 1 )", "write an http, https or mailto address"),
        ("https://x.example/a\nb", "write an http, https or mailto address"),
    ],
)
def test_the_remedy_for_an_address_that_is_refused(url, remedy):
    assert not safe_url(url)
    assert url_remedy(url) == remedy


def test_an_address_with_a_scheme():
    assert has_scheme("https://x.example")
    assert not has_scheme("x.example/a")


@pytest.mark.parametrize(
    ("text", "colour"), [("#fff", True), ("#A0b1C2", True), ("#ffff", False), ("red", False), ("#ggg", False)]
)
def test_a_hex_colour(text, colour):
    assert bool(COLOUR.fullmatch(text)) is colour
