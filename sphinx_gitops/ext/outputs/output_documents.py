"""A node in, the document that it comes from out; and the documents of an output that is made of many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.links import labels
from sphinx_gitops.ext.domain.relations import RelatedPage
from sphinx_gitops.ext.outputs.capabilities import capabilities

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class Origins:
    """The documents that one output is made of: nodes of an assembled doctree do not have the name of their own."""

    def __init__(self, document: nodes.document, env: BuildEnvironment) -> None:
        self._docname = env.docname
        self._parts = {
            id(child): str(part["docname"])
            for part in document.findall(addnodes.start_of_file)
            for child in part.children
        }

    def docname(self, node: nodes.Node) -> str:
        """The document that a node comes from."""
        above: nodes.Node | None = node
        while above is not None:
            if id(above) in self._parts:
                return self._parts[id(above)]
            above = above.parent
        return self._docname


def within(pages: Iterable[RelatedPage], env: BuildEnvironment) -> list[RelatedPage]:
    """The pages that a link can reach: all, or those of the same output."""
    index = gitops_domain(env).index
    return [page for page in pages if index.has(page.docname)]


def _documents(document: nodes.document, root: str) -> frozenset[str]:
    return frozenset({root, *(str(part["docname"]) for part in document.findall(addnodes.start_of_file))})


class EnterOutput(PostTransform):
    """Gives the domain the documents of the output, so that no reference has a target outside of it."""

    default_priority = 1  # before all that asks

    def run(self, **kwargs: object) -> None:
        """Collect the names of the documents."""
        index = gitops_domain(self.env).index
        index.inside = _documents(self.document, self.env.docname) if capabilities(self.app).assembled else None
        if index.inside is not None:
            labels.settle(self.env)
