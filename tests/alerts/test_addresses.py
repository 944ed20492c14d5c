"""Addresses in texts, and what is one."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.addresses import Bases, addresses_in, is_base


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
