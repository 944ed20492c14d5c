"""The role ``gitops:manifest``, which cites an object or a path of a repository; what a text cites out, by names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxRole

if TYPE_CHECKING:
    from docutils.nodes import Node

_CLASS = "gitops-manifest"
_LINKED = frozenset({"component", "runbook"})


class ManifestRole(SphinxRole):
    """``:gitops:manifest:`Application/argocd/shop```: shown as it is written."""

    def run(self) -> tuple[list[Node], list[nodes.system_message]]:
        """The name as a literal."""
        literal = nodes.literal(self.rawtext, self.text, classes=[_CLASS])
        self.set_source_info(literal)
        return [literal], []


def cited_in(text: nodes.Element) -> Iterator[str]:
    """The components, runbooks and manifests that a text refers to, in its order."""
    for node in text.findall(nodes.Element):
        if isinstance(node, addnodes.pending_xref) and node.get("refdomain") == "gitops":
            if node["reftype"] in _LINKED:
                yield str(node["reftarget"])
        elif isinstance(node, nodes.literal) and _CLASS in node["classes"]:
            yield node.astext()
