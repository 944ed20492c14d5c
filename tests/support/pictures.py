"""YAML to the SVG of its picture."""

from __future__ import annotations

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.render.drawing import draw


def read(text: str):
    return read_text(text, locate=lambda line, column: Span("t", line + 1, column + 1), default="t")


def svg(shown) -> str:
    return draw(shown, prefix="p").svg
