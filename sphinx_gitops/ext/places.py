"""Which document a node stands in, and which documents stand in the output, where a builder makes one of many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

from sphinx_gitops.ext.relations import Page

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_ASSEMBLED = frozenset({"latex", "texinfo", "man"})


class Origins:
    """The documents that one output is made of; their nodes do not know that they have been put into another."""

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


def assembled(builder: Builder) -> bool:
    """Whether a builder makes one output of many documents."""
    return isinstance(builder, SingleFileHTMLBuilder) or builder.format in _ASSEMBLED


def within(pages: Iterable[Page], document: nodes.document, app: Sphinx) -> list[Page]:
    """The pages that a link can reach: all, or those that stand in the same output."""
    if not assembled(app.builder):
        return list(pages)
    inside = {str(part["docname"]) for part in document.findall(addnodes.start_of_file)} | {app.env.docname}
    return [page for page in pages if page.docname in inside]
