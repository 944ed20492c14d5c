"""Ids of a workflow's parts in, their addresses on a page of HTML out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx_gitops.ext.domain.links import link_targets
from sphinx_gitops.ext.domain.other_projects import other_thing
from sphinx_gitops.ext.outputs.capabilities import capabilities

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram


def fragment(target: link_targets.Place) -> str:
    """The part of an address that leads to the anchor of *target*."""
    return "#" + quote(target.anchor, safe="-._~")


def address(app: Sphinx, docname: str, target: link_targets.Place) -> str:
    """The relative address of *target* on the HTML page of *docname*; it may have quotes in it."""
    if target.docname == docname or capabilities(app).single_page:
        return fragment(target)
    return app.builder.get_relative_uri(docname, target.docname) + fragment(target)


def addresses(app: Sphinx, docname: str, diagram: ResolvedDiagram) -> Callable[[str], str]:
    """For each id of a diagram, its address on the page of *docname*."""

    def of(name: str) -> str:
        other = other_thing(app.env, name) if ":" in name else None
        return other.address(docname) if other else address(app, docname, diagram.place(app.env, docname, name))

    return of
