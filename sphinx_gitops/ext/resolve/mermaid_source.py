"""The Mermaid text of a picture in a fold, to copy into a README or a ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docutils import nodes

from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.ext.drawing.diagram_scene import scene_of
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_diagram
from sphinx_gitops.phrases import SOURCE
from sphinx_gitops.render import layout_config, overlay

if TYPE_CHECKING:
    from sphinx.config import Config


def source_fold(diagram: gitops_diagram, config: Config) -> list[nodes.Node]:
    """A closed fold for HTML; the text has the pins that draw it alike elsewhere, and no links of this page."""
    shown = scene_of(diagram, config)
    pins = overlay(layout_config(shown, client=True), diagram["config"])
    text = to_mermaid(shown, MermaidOptions(config=pins))
    block = nodes.literal_block(text, text, language="text")
    block.source, block.line = diagram.source, diagram.line
    opening = f'<details class="gitops-source"><summary>{escape(say(SOURCE))}</summary>'
    return [nodes.raw("", opening, format="html"), block, nodes.raw("", "</details>", format="html")]
