"""The legend has the very signs of its picture, in a page and on paper, drawn when it is built or in the browser."""

from __future__ import annotations

import re

from sphinx_gitops.facts import legend_entries
from sphinx_gitops.reader import read_path
from sphinx_gitops.render.painting.ink import paper
from sphinx_gitops.render.painting.legends.legend import arrange, draw_legend, swatch
from sphinx_gitops.render.printing.paper import Sheet, typeset
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.pictures import svg
from support.project import ROOT

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
    bare = typeset(SHOWN, Sheet(450, 600), prefix="p").picture.svg
    legend = "".join(draw_legend(SHOWN, arrange(entries, 400), 0, 0, paper))
    assert signs(bare) == signs(legend)
