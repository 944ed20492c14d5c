"""Documents before and after others have changed them in, the parts that they have removed with something of ours out.

A document that is written again is without these parts from the start, so that nothing in them is drawn, numbered or
warned of. Places are paths from the document, by the numbers of children.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.domain.document_record import DESCRIPTIONS, RUNBOOKS, VIEWS, WORKFLOWS, Place
from sphinx_gitops.ext.domain.entries import anchor_of, runbook_anchor
from sphinx_gitops.ext.nodes import gitops_diagram
from sphinx_gitops.ext.placeholders import figure_of

if TYPE_CHECKING:
    from sphinx_gitops.ext.removed.shown_anchors import ShownAnchors

Root: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A node of ours with the nodes around it, from the document inwards, and the number of each in the one before.

    ``names`` are the diagram's places, or the anchors of a description.
    """

    nodes: tuple[nodes.Element, ...]
    path: Root
    names: frozenset[Place | str]

    def of(self, lost: Collection[Place]) -> bool:
        """Whether it stands for any of what is lost."""
        own = {(runbook_anchor if part == RUNBOOKS else anchor_of)(name) for part, name in lost if part in _DESCRIBED}
        return bool(self.names & {*lost, *own})

    def root(self, shown: ShownAnchors) -> Root | None:
        """The outermost part that has been taken away with it; None where something of that is still there."""
        away = False
        for depth, (above, node) in enumerate(zip(self.nodes, self.nodes[1:], strict=False), 1):
            away = away or not any(child is node for child in above.children)
            if away and not any(name in shown.every for one in node.findall(nodes.Element) for name in one["ids"]):
                return self.path[:depth]
        return None


_DESCRIBED = frozenset({RUNBOOKS, DESCRIPTIONS})


def _names(node: nodes.Element) -> frozenset[Place | str]:
    if not isinstance(node, gitops_diagram):
        return frozenset(node["ids"])
    if node.request.view:
        return frozenset((VIEWS, anchor) for anchor in figure_of(node)["ids"])
    return frozenset({(WORKFLOWS, node.workflow.id)})


def chains(document: nodes.document) -> list[Chain]:
    """Everything of a document that may stand for what it registers, before anybody has changed it."""
    return [
        Chain(around, path, _names(around[-1])) for around, path in _walk((document,), ()) if _stands_for(around[-1])
    ]


def _walk(around: tuple[nodes.Element, ...], path: Root) -> Iterator[tuple[tuple[nodes.Element, ...], Root]]:
    """Every element from the document inwards: in an assembled one, parents are not those that have a node."""
    yield around, path
    for number, child in enumerate(around[-1].children):
        if isinstance(child, nodes.Element) and child.children:
            yield from _walk((*around, child), (*path, number))
        elif isinstance(child, nodes.Element):
            yield (*around, child), (*path, number)


def _stands_for(node: nodes.Element) -> bool:
    described = isinstance(node, (addnodes.desc_signature, nodes.target))
    return isinstance(node, gitops_diagram) or (described and any(name.startswith("gitops-") for name in node["ids"]))


def drop(document: nodes.document, roots: Collection[Root]) -> None:
    """Take parts out of a document as it has been read."""
    for root in sorted(roots, reverse=True):  # the last first, so that numbers stay
        above: nodes.Node = document
        for number in root[:-1]:
            above = above.children[number]
        assert isinstance(above, nodes.Element)
        del above[root[-1]]
