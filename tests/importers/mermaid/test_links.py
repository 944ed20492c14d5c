"""Each form of an arrow has its heads, its line, its label and its id."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.numbered_text import NumberedText
from sphinx_gitops.importers.mermaid.parser import parse


@pytest.mark.parametrize(
    ("text", "heads", "stroke", "label", "name"),
    [
        ("-->", ("", ">"), "-", "", ""), ("---", ("", ""), "-", "", ""), ("---->", ("", ">"), "-", "", ""),
        ("-.->", ("", ">"), ".", "", ""), ("-..-", ("", ""), ".", "", ""), ("==>", ("", ">"), "=", "", ""),
        ("--o", ("", "o"), "-", "", ""), ("x--x", ("x", "x"), "-", "", ""), ("<-->", ("<", ">"), "-", "", ""),
        ("<==>", ("<", ">"), "=", "", ""), ("~~~", ("", ""), "~", "", ""), ("-->|t|", ("", ">"), "-", "t", ""),
        ("-- t u -->", ("", ">"), "-", "t u", ""), ("-. t .->", ("", ">"), ".", "t", ""),
        ("<== t ==>", ("<", ">"), "=", "t", ""), ("e1@-->", ("", ">"), "-", "", "e1"),
        ("e1@-- t -->", ("", ">"), "-", "t", "e1"),
    ],
)  # fmt: skip
def test_an_arrow_is_read(text, heads, stroke, label, name):
    (joined,) = parse(NumberedText.of(f"graph LR\nA {text} B", 1)).links
    link = joined.link
    assert (link.start, link.end, link.stroke, link.label.text if link.label else "", link.id) == (
        *heads,
        stroke,
        label,
        name,
    )


def test_the_second_half_may_have_both_heads():
    (joined,) = parse(NumberedText.of("graph LR\nA -- t <--> B", 1)).links
    assert joined.link[:3] == ("<", ">", "-")


def test_halves_with_other_heads_do_not_fit():
    (joined,) = parse(NumberedText.of("graph LR\nA <-- t --x B", 1)).links
    assert joined.link.stroke == "!"
