"""The workflows of the manual as scenes and laid out."""

from __future__ import annotations

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_path, read_text
from sphinx_gitops.render.drawing import Budget
from sphinx_gitops.render.layout import lay_out
from sphinx_gitops.render.text_fitting.notes import annotated
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from support.project import ROOT

FILES = [ROOT / "docs/demo/delivery.yaml", *sorted((ROOT / "docs/gallery").glob("*.yaml"))]
TEMPLATE = read_text("", locate=lambda row, column: Span("t", row + 1, column + 1), default="t", template="gitops")
WORKFLOWS = {"template": TEMPLATE.workflow} | {file.stem: read_path(file).workflow for file in FILES}
SCENES = {name: scene(workflow, DEFAULT) for name, workflow in WORKFLOWS.items()}


def laid(shown, width: float = 736.0):
    return lay_out(annotated(shown), Budget(width=width))
