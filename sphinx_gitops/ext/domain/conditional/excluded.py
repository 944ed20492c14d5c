"""A document that is written in, the same without the parts with something of ours that this output leaves out out."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.domain.conditions import condition_of, directive_of
from sphinx_gitops.ext.domain.domain import gitops_domain


class DropExcluded(PostTransform):
    """Takes away what this output leaves out, before pictures of it are drawn or references in it are resolved.

    Sphinx itself does so later. Parts without anything of ours are left to it.
    """

    default_priority = 1

    def run(self, **kwargs: object) -> None:
        """Look at every condition of the document."""
        domain = gitops_domain(self.env)
        if not domain.conditions:
            return
        for node in list(self._conditional()):
            if not domain.holds(condition_of(node)):
                if isinstance(node, addnodes.only):
                    node.replace_self([nodes.comment()])
                else:
                    node.parent.remove(node)

    def _conditional(self) -> Iterator[nodes.Element]:
        wanted = gitops_domain(self.env).conditions
        for node in self.document.findall(nodes.Element):
            if directive_of(node) and condition_of(node) in wanted:
                yield node
