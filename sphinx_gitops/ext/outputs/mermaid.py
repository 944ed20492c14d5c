"""Resolved diagrams in, Mermaid out: as text, or as the node of sphinxcontrib-mermaid, imported here alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape

from docutils import nodes

from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.emit.mermaid_config import mermaid_config, overlay
from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram
from sphinx_gitops.facts import tip

_SIZE: Mapping[str, object] = {"flowchart": {"useMaxWidth": False}}
"""The configuration that leaves a picture its own size: our style sheet limits its width."""


def source(diagram: ResolvedDiagram) -> nodes.literal_block:
    """The diagram as Mermaid in a code block, which code hosts draw."""
    text = to_mermaid(diagram.scene)
    return nodes.literal_block(text, text, language="mermaid")


def client(diagram: ResolvedDiagram, address: Callable[[str], str]) -> nodes.Element:
    """The node of sphinxcontrib-mermaid that the browser draws; *address* gives the link of an id."""
    scene, request = diagram.scene, diagram.request
    named = replace(scene, title=request.alt or scene.title)
    links: dict[str, str] = {}
    if request.linked:
        links = {node.key: address(node.id) for node in scene.all_nodes() if node.leads}
        links |= {box.key: address(box.id) for box in scene.all_boxes()}
    config = overlay(overlay(mermaid_config(scene), _SIZE), request.config)
    tips = {node.key: "; ".join(tip(node).splitlines()) for node in scene.all_nodes()}
    return _node(to_mermaid(named, MermaidOptions(config=config, links=links, tips=tips)), named.title)


def _node(code: str, alt: str) -> nodes.Element:
    """A diagram as sphinxcontrib-mermaid draws it in HTML, with that extension's own configuration.

    It writes ``alt`` only beside a picture that mmdc has drawn, and unescaped, so here it is text of an attribute.
    """
    from sphinxcontrib.mermaid import mermaid  # noqa: PLC0415 - loaded only where it draws

    element: nodes.Element = mermaid()
    element["code"] = code
    element["options"] = {}
    element["alt"] = escape(alt)
    return element
