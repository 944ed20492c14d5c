"""The legend as document markup: only the classes, marks and flow kinds that a picture uses."""

from __future__ import annotations

from docutils import nodes

from sphinx_gitops.ext.names import css_name
from sphinx_gitops.model import FlowKind
from sphinx_gitops.scene import Scene
from sphinx_gitops.words import CLASS_WORDS, FLOW_WORDS, MARK_WORDS


def legend(scene: Scene) -> nodes.legend:
    """One item for each sign in use."""
    things = list(scene.all_nodes())
    signs = [
        (f"gitops-class gitops-{css_name(colour)}", CLASS_WORDS.get(colour, colour))
        for colour in scene.swatches
        if any(node.colour == colour for node in things)
    ]
    marks = {node.mark.value for node in things if node.mark}
    signs += [(f"gitops-mark-{mark}", words) for mark, words in MARK_WORDS.items() if mark in marks]
    flows = {edge.kind for edge in scene.edges}
    signs += [(f"gitops-flow-{kind.value}", FLOW_WORDS[kind.value]) for kind in FlowKind if kind in flows]
    items = (nodes.list_item("", nodes.paragraph("", words), classes=names.split()) for names, words in signs)
    return nodes.legend("", nodes.bullet_list("", *items, classes=["gitops-legend"]))
