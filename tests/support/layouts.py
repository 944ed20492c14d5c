"""The workflows of the manual as scenes and laid out."""

from __future__ import annotations

from sphinx_gitops.emit import to_graph
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text
from sphinx_gitops.render import arrange, choose, given, layout_config
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.project import ROOT

ENGINE = choose("merman")
FILES = [ROOT / "docs/demo/delivery.yaml", *sorted((ROOT / "docs/gallery").glob("*.yaml"))]
TEMPLATE = read_text("", locate=lambda row, column: Span("t", row + 1, column + 1), default="t", template="gitops")
WORKFLOWS = {"template": TEMPLATE.workflow} | {file.stem: read_path(file).workflow for file in FILES}
SCENES = {name: scene(workflow, DEFAULT) for name, workflow in WORKFLOWS.items()}


def laid(shown):
    return arrange(shown, given(shown, to_graph), engine=ENGINE, config=layout_config(shown), timeout=20)
