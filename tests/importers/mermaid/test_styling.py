"""Statements that style, and those that link, say what they say, and what a workflow cannot have is noted."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.diagrams.numbered_text import NumberedText
from sphinx_gitops.importers.mermaid.parser import parse


def graph(text: str):
    return parse(NumberedText.of(f"graph LR\nA --> B\n{text}", 1))


def test_a_class_has_its_colours_and_its_nodes():
    found = graph("classDef wan,lan fill:#f87171,stroke:#fff,color:#000\nclass A,B wan")
    assert [(one.fill, one.stroke, one.text) for one in found.classes.values()] == [("#f87171", "#fff", "#000")] * 2
    assert [one.classes for one in found.vertices.values()] == [["wan"], ["wan"]]


@pytest.mark.parametrize(
    ("text", "url", "tip"),
    [
        ('click A "https://x.example"', "https://x.example", ""),
        ('click A href "https://x.example" "tip" _blank', "https://x.example", "tip"),
        ('click A "https://x.example" _self', "https://x.example", ""),
        ('click A call shown("a") "tip"', "", "tip"),
        ("click A shown", "", ""),
    ],
)
def test_a_click_leads_to_an_address_or_has_a_tooltip(text, url, tip):
    vertex = graph(text).vertices["A"]
    assert (vertex.url, vertex.tooltip) == (url, tip)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("style A fill:#f9f", "the style of A is left out: a component has the colours of its class"),
        ("linkStyle 0 stroke:red", "linkStyle is left out: a flow is drawn as its kind is"),
        ("linkStyle default interpolate basis", "linkStyle is left out: a flow is drawn as its kind is"),
        ("click A shown", "the call on clicks of A is left out: it is JavaScript"),
        ('click C "https://x.example"', "the link of C is left out: there is no such node yet"),
    ],
)
def test_what_is_left_out_is_noted(text, remark):
    assert [tuple(one) for one in [(one.line, one.text) for one in graph(text).remarks]] == [(3, remark)]


def test_a_link_of_any_number_that_is_not_there_is_told():
    with pytest.raises(DiagramError, match="and the last one so far is 0"):
        graph(f"linkStyle {'9' * 5000} stroke:red")


def test_a_curve_has_a_name():
    with pytest.raises(DiagramError, match="the name of a curve"):
        graph("linkStyle 0 interpolate default")
