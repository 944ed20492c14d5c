"""The anchors of one node."""

from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_gitops.ext.domain.conditional.node_anchors import anchors_at


@pytest.mark.parametrize(
    ("node", "anchors"),
    [
        (nodes.paragraph("", "x", ids=["a", "b"]), ["a", "b"]),
        (nodes.Text("x"), []),
        (nodes.raw("", "<a name=x><b class='y' id=\"z\">", format="html"), ["x", "z"]),
        (nodes.raw("", "<a name=x>", format="latex"), []),
    ],
)
def test_ids_of_nodes_and_of_raw_html_are_anchors(node, anchors):
    assert anchors_at(node) == anchors
