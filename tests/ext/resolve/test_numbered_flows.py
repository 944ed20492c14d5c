"""``:numbered:`` gives the flows numbers: the same in the picture and in the text version, in every output."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

BODY = """
   id: w
   stages: {ci: {components: {A: a, B: b, C: c}}, run: {components: {D: d}}}
   flows: [A --> B & C, "B -->|it goes| D", C --> D, {from: D, to: A, kind: feedback}]
"""
WHOLE = "T\n=\n\n.. gitops-workflow::\n   :numbered:\n" + BODY
VIEW = "\n.. gitops-view:: w\n   :hide: B\n   :numbered:\n   :outline: open\n"


def text_of(app, name: str) -> str:
    return (Path(app.outdir) / name).read_text(encoding="utf-8")


def labels(page: str) -> list[str]:
    found = re.findall(r'<g class="gitops-label"[^>]*>(.*?)</g>', page, re.DOTALL)
    return sorted(re.sub("<[^>]*>", "", one).strip() for one in found)


def lists(page: str) -> list[tuple[int, int]]:
    """Where each numbered list starts, and its entries."""
    found = re.findall(r'<ol class="arabic(?: simple)?"(?: start="(\d+)")?>(.*?)</ol>', page, re.DOTALL)
    return [(int(start or 1), inside.count("<li>")) for start, inside in found]


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_the_picture_and_the_list_have_the_same_numbers(build, warnings, builder):
    app = build({"index.rst": WHOLE}, builder=builder, gitops_html_output="svg")
    page = text_of(app, "index.html")
    assert labels(page) == ["1", "1", "2. it goes", "3", "4. feedback"]
    assert lists(page) == [(1, 4)]
    assert not warnings(app)


def test_a_view_keeps_the_numbers_of_its_workflow(build):
    page = text_of(
        build({"index.rst": WHOLE.replace("   :numbered:\n", "") + VIEW}, gitops_html_output="svg"), "index.html"
    )
    assert labels(page) == ["1", "3", "4. feedback", "feedback", "it goes"]
    assert lists(page) == [(1, 1), (3, 2)]


def test_a_description_that_is_open_changes_no_number(build):
    described = "\n.. gitops-component:: w.B\n\n   Text.\n"
    page = text_of(build({"index.rst": WHOLE + described}, gitops_html_output="svg"), "index.html")
    assert lists(page) == [(1, 4)]


@pytest.mark.parametrize(
    ("builder", "file", "pattern"),
    [
        ("text", "index.txt", r"^(\d)\. .*→"),
        ("latex", "p.tex", r"\\setcounter\{enumi\}\{(\d)\}"),
        ("epub", "index.xhtml", r'<ol class="arabic[^"]*" start="(\d)"'),
        ("xml", "index.xml", r'<enumerated_list [^>]*start="(\d)"'),
    ],
)
def test_every_builder_numbers_a_view(build, builder, file, pattern):
    app = build({"index.rst": WHOLE + VIEW}, builder=builder, latex_documents=[("index", "p.tex", "T", "A", "manual")])
    found = re.findall(pattern, text_of(app, file), re.MULTILINE)
    assert found == {"text": ["1", "2", "3", "4", "1", "3", "4"], "latex": ["2"]}.get(builder, ["3"])


def test_a_project_may_number_all(build):
    plain = WHOLE.replace("   :numbered:\n", "")
    page = text_of(
        build({"index.rst": plain}, gitops_defaults={"numbered": True}, gitops_html_output="svg"), "index.html"
    )
    assert lists(page) == [(1, 4)]


def test_nothing_is_numbered_unasked_and_a_bundle_has_no_number(build):
    plain = WHOLE.replace("   :numbered:\n", "")
    assert not lists(text_of(build({"index.rst": plain}, source="a", gitops_html_output="svg"), "index.html"))
    folded = WHOLE.replace("   :numbered:\n", "   :numbered:\n   :collapse: stages\n")
    page = text_of(build({"index.rst": folded}, source="b", gitops_html_output="svg"), "index.html")
    assert labels(page) == ["2 flows", "4. feedback"]


def test_mermaid_in_the_browser_has_the_numbers(build):
    page = text_of(build({"index.rst": WHOLE}, gitops_html_output="mermaid"), "index.html")
    assert "2#46; it goes" in page
