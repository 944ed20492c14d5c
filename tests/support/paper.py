"""YAML to its layout on paper."""

from __future__ import annotations

from sphinx_gitops.emit import to_graph
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render import arrange, choose, given
from sphinx_gitops.render.geometry.layout import Layout
from sphinx_gitops.render.paper import Sheet
from sphinx_gitops.render.squeeze import CLOSE
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

LETTER = Sheet(470, 570)


def read(text: str, template: str = ""):
    reading = read_text(text, locate=lambda a, b: Span("t", a + 1, b + 1), default="t", template=template)
    return scene(reading.workflow, DEFAULT)


def lay(plan) -> Layout:
    source, engine = given(plan.scene, to_graph), choose("auto")
    return arrange(plan.scene, source, engine=engine, config=plan.config, timeout=20, loose=CLOSE)
