"""Resolved diagrams in, their Mermaid text in a fold out, to copy into a README or a ticket."""

from __future__ import annotations

from docutils import nodes

from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.emit.mermaid_config import mermaid_config, overlay
from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram
from sphinx_gitops.ext.locale import say
from sphinx_gitops.phrases.words import SOURCE
from sphinx_gitops.render.markup import escape


def source_fold(diagram: ResolvedDiagram) -> list[nodes.Node]:
    """A closed fold for HTML; the text has the pins that draw it alike elsewhere, and no links of this page."""
    pins = overlay(mermaid_config(diagram.scene), diagram.request.config)
    text = to_mermaid(diagram.scene, MermaidOptions(config=pins))
    block = nodes.literal_block(text, text, language="text")
    block.source, block.line = diagram.node.source, diagram.node.line
    opening = f'<details class="gitops-source"><summary>{escape(say(SOURCE))}</summary>'
    return [nodes.raw("", opening, format="html"), block, nodes.raw("", "</details>", format="html")]
