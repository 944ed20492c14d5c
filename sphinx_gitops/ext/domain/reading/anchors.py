"""A document with all its figures and descriptions in, their anchors out: each is given once in what an output has.

Directives take anchors when they run. What has them then may be thrown away, as where an extension parses a body twice,
be copied, or be under another condition, and in another output.
"""

from __future__ import annotations

from dataclasses import replace

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from sphinx_gitops.ext.domain.conditions import Conditions, conditions_of
from sphinx_gitops.ext.domain.entries import anchor_of, outline_anchor, runbook_anchor
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_object, gitops_outline
from sphinx_gitops.ext.placeholders import figure_of
from sphinx_gitops.runbook import Runbook


class ClaimAnchors(SphinxTransform):
    """Gives anchors to the first that is there of those that are in an output together."""

    default_priority = 24  # before index entries are written, at 25

    def apply(self, **kwargs: object) -> None:
        """Look at every workflow, description and runbook."""
        self._held: dict[str, list[Conditions]] = {}
        self._outlines = {outline["key"]: outline for outline in self.document.findall(gitops_outline)}
        for node in list(self.document.findall(lambda node: isinstance(node, (gitops_diagram, gitops_object)))):
            if isinstance(node, gitops_object):
                self._object(node)
            elif isinstance(node, gitops_diagram) and not node.request.view:
                self._workflow(node)

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
        kind, ids, free = type(node), self.document.ids, []
        for anchor in anchors:
            holder = ids.get(anchor)
            other = isinstance(holder, kind) and conditions_of(holder) != conditions_of(node)
            if holder is None or holder is node or other or not self._attached(holder):
                free.append(anchor)
        return free

    def _give(self, node: nodes.Element, anchors: list[str]) -> None:
        given = self._free(anchors, node)
        node["ids"] = list(dict.fromkeys([*given, *node["ids"]]))
        for anchor in given:
            self.document.ids[anchor] = node

    def _workflow(self, diagram: gitops_diagram) -> None:
        workflow, figure = diagram.workflow, figure_of(diagram)
        anchors = [anchor_of(name) for name in (workflow.id, *workflow.formerly)]
        first = self._first(anchors[0], figure)
        if first == diagram.request.anchored:
            return
        diagram["request"] = replace(diagram.request, anchored=first)
        outline = self._outlines.get(diagram.request.key)
        if outline is not None:
            outline["ids"] = [outline_anchor(workflow.id)] if first else []
        if first:
            self._give(figure, anchors)
        else:
            figure["ids"] = [name for name in figure["ids"] if name not in anchors]

    def _object(self, node: gitops_object) -> None:
        said, place = node["said"], node.parent
        names = [said.id, *said.formerly] if isinstance(said, Runbook) else [said.name]
        anchors = [(runbook_anchor if isinstance(said, Runbook) else anchor_of)(name) for name in names]
        if not self._first(anchors[0], node):
            if isinstance(place, addnodes.desc_signature):
                place["ids"] = [name for name in place["ids"] if name not in anchors]
        elif isinstance(place, addnodes.desc_signature):
            if anchors[0] not in place["ids"]:
                self._give(place, anchors)
        elif not self._attached(self.document.ids.get(anchors[0])):
            target = nodes.target()
            place.insert(place.index(node), target)
            self._give(target, anchors)
