"""Ids of a workflow's parts, and its edges, in, their addresses on a page of HTML out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx_gitops.ext.domain.links import link_targets
from sphinx_gitops.ext.domain.other_projects import other_thing
from sphinx_gitops.ext.outputs.capabilities import capabilities

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram


def page_address(app: Sphinx, docname: str) -> str:
    """The address of a document's page from the root of the output."""
    if capabilities(app).single_page:
        docname = app.config.root_doc
    return str(app.builder.get_target_uri(docname)).partition("#")[0]


def fragment(target: link_targets.DocumentAnchor) -> str:
    """The part of an address that leads to the anchor of *target*; empty for a whole document."""
    return "#" + quote(target.anchor, safe="-._~") if target.anchor else ""


def address(app: Sphinx, docname: str, target: link_targets.DocumentAnchor) -> str:
    """The relative address of *target* on the HTML page of *docname*; it may have quotes in it."""
    single = capabilities(app).single_page
    if target.anchor and (target.docname == docname or single):
        return fragment(target)
    if target.docname == docname and not single:
        return "#"
    return app.builder.get_relative_uri(docname, target.docname) + fragment(target)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the parts of a diagram lead from the page of *docname*, by id, and the labels of its edges."""

    app: Sphinx
    docname: str
    diagram: ResolvedDiagram

    def part(self, name: str) -> str:
        """The address of an id."""
        other = other_thing(self.app.env, name) if ":" in name else None
        if other:
            return other.address(self.docname)
        return address(self.app, self.docname, self.diagram.place(self.app.env, self.docname, name))

    def edge(self, number: int) -> str:
        """The address to which the label of an edge leads, by its number from 0."""
        return self.diagram.scene.edges[number].url or address(self.app, self.docname, self.diagram.edge_place(number))
