"""A placeholder becomes a figure that the builder takes."""

from __future__ import annotations

import re
from pathlib import Path

from support.sites import html, site


def test_the_page_has_the_picture_the_anchors_and_the_words(build, warnings):
    app = build(site(), nitpicky=True)
    page = html(app)
    assert warnings(app) == []
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg"') == 1
    for anchor in ("gitops-delivery", "gitops-delivery.ci", "gitops-delivery.SCAN", "gitops-delivery.OLD"):
        assert page.count(f'id="{anchor}"') == 1, anchor
    assert 'class="gitops-node gitops-security" href="#gitops-delivery.SCAN"' in page
    assert 'href="https://scan.example/"' in page
    assert 'href="other.html"' in page


def test_the_page_holds_under_a_strict_policy(build):
    page = html(build(site()))
    diagram = page[page.index('<div class="gitops-diagram">') : page.index("</svg>")]
    assert not re.search(r"<style|style=|<script|\son\w+=", diagram)


def test_a_figure_is_numbered(build):
    options = "   :name: fig-delivery\n   :caption: Delivery"
    app = build(site(options, "Other\n=====\n\n:numref:`fig-delivery` :ref:`fig-delivery`\n"), numfig=True)
    assert "Fig. 1" in html(app, "other")


def test_hostile_titles_are_text_on_every_page(build):
    evil = "<script>alert(1)</script>\"'"
    text = f"T\n=\n\n.. gitops-workflow::\n\n   id: w\n   stages: {{s: {{title: {evil!r}, components: {{C: {evil!r}}}}}}}\n"
    app = build({"index.rst": text})
    pages = list(Path(app.outdir).glob("*.html"))
    assert "index.html" in {page.name for page in pages}
    for page in pages:
        assert "<script>alert" not in page.read_text(encoding="utf-8"), page.name
