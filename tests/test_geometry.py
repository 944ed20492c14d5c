"""No arrow runs through a title, a foreign component or a text, and no text covers another, on screen and on paper."""

from __future__ import annotations

import pytest
from conftest import ROOT

from sphinx_gitops.emit import to_mermaid
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text
from sphinx_gitops.render import arrange, choose, given, layout_config
from sphinx_gitops.render.paint import size
from sphinx_gitops.render.paper import Sheet, typeset
from sphinx_gitops.render.score import score
from sphinx_gitops.render.squeeze import CLOSE
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

ENGINE = choose("merman")
FILES = [ROOT / "docs/demo/delivery.yaml", *sorted((ROOT / "docs/gallery").glob("*.yaml"))]
TEMPLATE = read_text("", locate=lambda row, column: Span("t", row + 1, column + 1), default="t", template="gitops")
WORKFLOWS = {"template": TEMPLATE.workflow} | {file.stem: read_path(file).workflow for file in FILES}
SCENES = {name: scene(workflow, DEFAULT) for name, workflow in WORKFLOWS.items()}
A4 = Sheet(453, 571)
LETTER = Sheet(430, 550)


def laid(shown):
    return arrange(shown, given(shown, to_mermaid), engine=ENGINE, config=layout_config(shown), timeout=20)


def faults(shown, layout) -> list[str]:
    found = score(shown, layout)
    return [*found.through_nodes, *found.through_titles, *found.covered]


@pytest.mark.parametrize("name", SCENES)
def test_a_page_shows_it_without_a_fault(name):
    assert faults(SCENES[name], laid(SCENES[name])) == []


@pytest.mark.parametrize("sheet", [A4, LETTER], ids=["a4", "letter"])
@pytest.mark.parametrize("name", SCENES)
def test_paper_shows_it_without_a_fault(name, sheet):
    laid_out = []

    def lay(plan):
        layout = arrange(
            plan.scene, given(plan.scene, to_mermaid), engine=ENGINE, config=plan.config, timeout=20, loose=CLOSE
        )
        laid_out.append((plan.scene, layout))
        return layout

    printed = typeset(SCENES[name], lay, sheet, prefix="p")
    drawn = [pair for pair in laid_out if size(*pair) == (printed.picture.width, printed.picture.height)]
    assert [faults(*pair) for pair in drawn] == [[]]
