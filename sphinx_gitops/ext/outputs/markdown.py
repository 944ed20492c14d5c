"""The post-transform of anchors in Markdown: nodes with ids of ours in, elements of HTML with these ids out.

Builders of Markdown write no anchor for an id, but a link to it, which would be dead.
"""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.nodes import gitops_html_anchor
from sphinx_gitops.ext.outputs.capabilities import capabilities

_PREFIX = "gitops-"


class WriteAnchors(PostTransform):
    """Puts an anchor into each node with an id of ours."""

    default_priority = 11  # after references are resolved, at 10

    def run(self, **kwargs: object) -> None:
        """Walk through the document."""
        if not capabilities(self.app).html_anchors:
            return
        for node in list(self.document.findall(nodes.Element)):
            anchors = [gitops_html_anchor(id=name) for name in node["ids"] if name.startswith(_PREFIX)]
            if anchors:
                _insert(node, anchors)


def _insert(node: nodes.Element, anchors: list[gitops_html_anchor]) -> None:
    """Put anchors at the start of the first line of a node; a target and a container have no line of their own."""
    line = node.next_node(nodes.paragraph) if isinstance(node, nodes.list_item) else node
    if isinstance(line, (nodes.paragraph, nodes.TextElement)) and not isinstance(line, nodes.target):
        line[0:0] = anchors
    else:
        node.parent.insert(node.parent.index(node), nodes.paragraph("", "", *anchors))


def visit_anchor(self: Any, node: gitops_html_anchor) -> None:
    """Write an anchor."""
    self.add(f'<a id="{escape(node["id"])}"></a>')
    raise nodes.SkipNode
