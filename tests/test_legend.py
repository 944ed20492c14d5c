"""The legend has the very signs of its picture, in a page and on paper, drawn when it is built or in the browser."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from test_build import html
from test_convert import lay
from test_render import svg

from sphinx_gitops.facts import legend_entries
from sphinx_gitops.reader import read_path
from sphinx_gitops.render.painting.ink import paper
from sphinx_gitops.render.painting.legend import arrange, draw_legend, swatch
from sphinx_gitops.render.paper import Sheet, typeset
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

TEMPLATE = "T\n=\n\n.. gitops-workflow::\n   :template: gitops\n"
SHOWN = scene(read_path(ROOT / "docs/gallery/supply-chain.yaml").workflow, DEFAULT)
MARK = re.compile(r'class="gitops-mark" d="([^"]*)"')
FLOW = re.compile(r'<g class="gitops-flow gitops-flow-(\w+)"([^>]*)><path d="[^"]*"([^>]*)/>')


def signs(text: str) -> tuple[set[str], set[tuple[str, ...]]]:
    """The marks and the flows of a drawing."""
    bare = re.sub(r' data-[a-z]+="[^"]*"', "", text)
    return set(MARK.findall(bare)), set(FLOW.findall(bare))


def test_the_signs_of_a_page_are_the_picture_s():
    picture = signs(svg(SHOWN))
    legend = signs("".join(swatch(SHOWN, entry) for entry in legend_entries(SHOWN)))
    assert picture == legend
    assert len(picture[0]) >= 2
    assert len(picture[1]) >= 3


def test_the_signs_on_paper_are_the_picture_s():
    entries = legend_entries(SHOWN)
    bare = typeset(SHOWN, lay, Sheet(450, 600), prefix="p").picture.svg
    legend = "".join(draw_legend(SHOWN, arrange(entries, 400), 0, 0, paper))
    assert signs(bare) == signs(legend)


@pytest.mark.parametrize("output", ["svg", "mermaid"])
def test_a_legend_is_a_list_with_drawn_signs_and_no_style(build, output):
    page = html(build({"index.rst": TEMPLATE}, gitops_html_output=output))
    legend = page.partition('<ul class="gitops-legend')[2].partition("</ul>")[0]
    assert legend.count("<li>") == legend.count('<svg class="gitops-sign"') == legend.count('aria-hidden="true"') >= 5
    assert "style=" not in legend
    assert ("\u25c6" in legend) == (output == "mermaid") == ('class="gitops-mark"' not in legend)
    assert ("gitops-glyph" in legend) == (output == "svg")
    for words in ("sync point", "verification step", "security check", "promotion"):
        assert f"</svg>{words}</p>" in legend


def test_only_what_is_used_is_explained(build):
    text = "T\n=\n\n.. gitops-workflow::\n\n   stages: {s: {components: {A: {kind: build}, B: {kind: build}}}}\n   flows: [A ==> B]\n"
    legend = html(build({"index.rst": text})).partition('<ul class="gitops-legend')[2].partition("</ul>")[0]
    assert re.findall(r"</svg>([^<]*)", legend) == ["promotion", "build"]
