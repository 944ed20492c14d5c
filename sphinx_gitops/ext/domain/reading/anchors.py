"""A document with all its figures and descriptions in, their anchors out: each is given once in what an output has.

Directives take anchors when they run. What has them then may be thrown away, as where an extension parses a body twice,
be copied, or be under another condition, and in another output.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from sphinx_gitops.ext.domain.conditions import Conditions, conditions_of
from sphinx_gitops.ext.domain.entries import anchor_of, outline_anchor, runbook_anchor
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_object
from sphinx_gitops.ext.placeholders import Placeholders, paired
from sphinx_gitops.runbook import Runbook

_HOLDERS = (addnodes.desc_signature, nodes.target)
"""What has the anchors of a description: its signature, or a target where nothing is typeset."""


class ClaimAnchors(SphinxTransform):
    """Gives anchors to the first that is there of those that are in an output together."""

    default_priority = 24  # before index entries are written, at 25

    def apply(self, **kwargs: object) -> None:
        """Look at every workflow, description and runbook."""
        self._held: dict[str, list[Conditions]] = {}
        pairs = {id(pair.diagram): pair for pair in paired(self.document)}
        for node in list(self.document.findall(lambda node: isinstance(node, (gitops_diagram, gitops_object)))):
            if isinstance(node, gitops_object):
                self._object(node)
            elif not pairs[id(node)].diagram.request.view:
                self._workflow(pairs[id(node)])

    def _first(self, anchor: str, node: nodes.Node) -> bool:
        """Whether nothing before *node* has an anchor wherever *node* is."""
        held, own = self._held.setdefault(anchor, []), conditions_of(node)
        if any(set(other) <= set(own) for other in held):
            return False
        held.append(own)
        return True

    def _attached(self, node: nodes.Node | None) -> bool:
        while node is not None and node is not self.document:
            node = node.parent
        return node is self.document

    def _free(self, anchors: list[str], node: nodes.Element) -> list[str]:
        """Those of the anchors that nothing else of the document has, but for the same under another condition."""
        kinds = _HOLDERS if isinstance(node, _HOLDERS) else (nodes.figure,)
        ids, free = self.document.ids, []
        for anchor in anchors:
            holder = ids.get(anchor)
            other = isinstance(holder, kinds) and conditions_of(holder) != conditions_of(node)
            if holder is None or holder is node or other or not self._attached(holder):
                free.append(anchor)
        return free

    def _give(self, node: nodes.Element, anchors: list[str]) -> None:
        given = self._free(anchors, node)
        node["ids"] = list(dict.fromkeys([*given, *node["ids"]]))
        for anchor in given:
            self.document.ids[anchor] = node

    def _workflow(self, found: Placeholders) -> None:
        diagram, figure, outline = found.diagram, found.figure, found.outline
        workflow = diagram.workflow
        anchors = [anchor_of(name) for name in (workflow.id, *workflow.formerly)]
        first = self._first(anchors[0], figure)
        if first == diagram.request.anchored:
            return
        diagram["request"] = replace(diagram.request, anchored=first)
        if outline:
            outline["ids"] = [outline_anchor(workflow.id)] if first else []
        if first:
            self._give(figure, anchors)
        else:
            figure["ids"] = [name for name in figure["ids"] if name not in anchors]

    def _object(self, node: gitops_object) -> None:
        said, holder = node["said"], _holder(node)
        names = [said.id, *said.formerly] if isinstance(said, Runbook) else [said.name]
        anchors = [(runbook_anchor if isinstance(said, Runbook) else anchor_of)(name) for name in names]
        if self._first(anchors[0], node):
            self._give(holder, anchors)
        else:
            holder["ids"] = [name for name in holder["ids"] if name not in anchors]
        if isinstance(holder, nodes.target) and not holder["ids"]:
            holder.parent.remove(holder)


def _holder(node: gitops_object) -> nodes.Element:
    """The node that has, or gets, the anchors of a description; Sphinx puts a target where nothing is typeset."""
    place = node.parent
    found = place if isinstance(place, addnodes.desc_signature) else place[place.index(node) - 1]
    return cast("nodes.Element", found)
