"""Declarations give a class its colours; the later count, and others say nothing."""

from __future__ import annotations

from sphinx_gitops.importers.diagrams.diagram import ColourClass
from sphinx_gitops.importers.mermaid.css import colours_of


def test_later_declarations_count():
    styles = ("fill:#eee", " stroke : #333 !important", "stroke-width:4px", "fill:red", "color:#000", "nothing")
    found = colours_of(styles, ColourClass(name="c", line=3, fill="#111"))
    assert found == ColourClass(name="c", line=3, fill="red", stroke="#333", text="#000")
