"""Addresses in texts, and what is one."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.addresses import Bases, addresses_in, is_base, with_address


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://a.example/x", ["https://a.example/x"]),
        ("See https://a.example/x.", ["https://a.example/x"]),
        ("see (https://a.example/x), then http://b.example/y!", ["https://a.example/x", "http://b.example/y"]),
        ("[the page](https://a.example/x_(y))", ["https://a.example/x_(y)"]),
        ("<https://a.example/x>", ["https://a.example/x"]),
        ('"https://a.example/x#y"', ["https://a.example/x#y"]),
        ("https://a.example/{{ $labels.x }}.html", ["https://a.example/{{ $labels.x }}.html"]),
        ("HTTPS://A.example/x", ["HTTPS://A.example/x"]),
        ("docs/runbooks/db.md", []),
        ("ftp://a.example/x", []),
        ("", []),
    ],
)
def test_a_text_has_addresses(text, found):
    assert list(addresses_in(text)) == found


@pytest.mark.parametrize(("address", "expected"), [("https://a.example", True), ("http://*.a.example/*/", True), ("a.example", False), ("https://", False), ("", False), ("https://a.example:x/", False)])  # fmt: skip
def test_a_base_is_an_address_of_the_web(address, expected):
    assert is_base(address) is expected
    assert bool(Bases([address])) is expected


def test_one_address_of_a_text_becomes_another_and_one_that_starts_like_it_stays():
    text = "See https://a.example/db, https://a.example/db2 and (https://a.example/db)."
    after = "See https://b.example/x, https://a.example/db2 and (https://b.example/x)."
    assert with_address(text, "https://a.example/db", "https://b.example/x") == after
    assert with_address(text, "https://a.example/d", "https://b.example/x") == text
