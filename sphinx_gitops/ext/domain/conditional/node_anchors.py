"""A node in, the anchors that it has in a page out."""

from __future__ import annotations

from docutils import nodes

from sphinx_gitops.alerts.pages import html_anchors


def anchors_at(node: nodes.Node) -> list[str]:
    """The ids of a node, and the anchors in raw HTML."""
    if isinstance(node, nodes.raw):
        text = node.astext() if "html" in node.get("format", "").split() else ""
        return [anchor for anchor, _ in html_anchors(text)]
    return list(node["ids"]) if isinstance(node, nodes.Element) else []
