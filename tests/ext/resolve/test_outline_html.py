"""A text equivalent in one piece is what the HTML writer writes."""

from __future__ import annotations

import re

import pytest
from docutils import nodes

from sphinx_gitops.ext.resolve import outline_html
from sphinx_gitops.ext.resolve.outline_markup import HTML, UnresolvedReferenceError
from sphinx_gitops.ext.resolve.outlines import OutlineResolver
from support.sites import html, site


def outline(page: str) -> list[str]:
    """Tags with their attributes in order of name, and the words between them."""
    found = page[page.index("gitops-outline-body") - 12 :]
    parts = re.findall(r"<[^>]*>|[^<>]+", found[found.index("<div") : found.index("</div>")])
    shown = []
    for part in parts:
        attributes = sorted(re.findall(r'([\w-]+)="([^"]*)"', part))
        sets = [(name, sorted(set(value.split()) - {"simple"})) for name, value in attributes if value != "simple"]
        shown.append(f"{part.split()[0].rstrip('>')} {sets}" if part.startswith("<") else part.strip())
    return [part for part in shown if part]


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_it_is_what_the_writer_writes(build, monkeypatch, builder):
    files = site()
    files["index.rst"] = files["index.rst"].replace("title: Registry, ", "title: 'R&D <x>', description: 'a \"b\"', ")
    name = {"html": "index", "dirhtml": "index"}[builder]
    at_once = outline(html(build(files, builder=builder, source="one"), name))
    monkeypatch.setattr(OutlineResolver, "_html", lambda *_: None)
    pressed = outline(html(build(files, builder=builder, source="two"), name))
    monkeypatch.setattr(outline_html, "to_html", lambda _: None)
    written = outline(html(build(files, builder=builder, source="three"), name))
    assert at_once == pressed == [part.replace("&quot;", '"') for part in written]
    assert len(pressed) > 40


def test_what_it_does_not_know_stays():
    known = nodes.container("", nodes.paragraph("", "x"), classes=["gitops-outline-body"])
    assert "<p>x</p>" in outline_html.to_html(known).astext()
    known += nodes.image(uri="x.png")
    assert outline_html.to_html(known) is None


def test_a_reference_that_is_open_is_not_written_at_once():
    with pytest.raises(UnresolvedReferenceError):
        HTML.open(nodes.inline())


def test_a_page_without_open_references_is_written_at_once(build, monkeypatch):
    monkeypatch.setattr(outline_html, "to_html", lambda _: pytest.fail("nothing was left to press"))
    text = "   id: w\n   title: W\n   stages: {s: {components: {A: '<Aa>', B: {title: Bb, url: 'https://b.example/?x&y'}}}}\n"
    page = html(build({"index.rst": f"T\n=\n\n.. gitops-workflow::\n\n{text}   flows: [A --> B]\n"}))
    back = '<a href="#gitops-w.A..picture" class="reference internal gitops-back">in the picture</a>'
    assert f'<li class="gitops-n-0" id="gitops-w.A"><p>&lt;Aa&gt; {back}</p>\n</li>\n' in page
    assert '<a href="https://b.example/?x&amp;y" class="reference external">' in page
