"""YAML to its scene, and a sheet of paper."""

from __future__ import annotations

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.printing.paper import Sheet
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

LETTER = Sheet(470, 570)


def read(text: str, template: str = ""):
    reading = read_text(text, locate=lambda a, b: Span("t", a + 1, b + 1), default="t", template=template)
    return scene(reading.workflow, DEFAULT)
