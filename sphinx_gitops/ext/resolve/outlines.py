"""Resolved diagrams in, text versions as a builder takes them out: folded in HTML, whole elsewhere.

They are built after reading: dozens of transforms would walk through them, and none has anything to do there.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.relations import ComponentContext
from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_outline
from sphinx_gitops.ext.outputs import latex
from sphinx_gitops.ext.outputs.capabilities import Medium, Outline, PictureForm, capabilities
from sphinx_gitops.ext.outputs.output_documents import Origins, within
from sphinx_gitops.ext.placeholders import Placeholders
from sphinx_gitops.ext.resolve.in_picture import in_picture
from sphinx_gitops.ext.resolve.mermaid_source import source_fold
from sphinx_gitops.ext.resolve.moved import MovedDiagrams
from sphinx_gitops.ext.resolve.outline_markup import (
    CONTAINER,
    HTML,
    NODES,
    Maker,
    Piece,
    UnresolvedReferenceError,
    element,
)
from sphinx_gitops.ext.resolve.outline_nodes import OutlineBuilder
from sphinx_gitops.phrases.words import TEXT_VERSION
from sphinx_gitops.render.markup import escape

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_CLASSES = ("gitops-outline-body",)


class OutlineResolver:
    """Replaces the outlines of one document by their text versions."""

    def __init__(self, app: Sphinx, origins: Origins, document: nodes.document, moved: MovedDiagrams) -> None:
        self._app = app
        self._output = capabilities(app)
        self._origins = origins
        self._document = document
        self._moved = moved

    def replace(self, diagram: ResolvedDiagram, found: Placeholders) -> None:
        """Replace a placeholder; where another extension has removed it, there is no text version."""
        if found.outline:
            source = source_fold(diagram) if diagram.request.show_source and self._output.folded else []
            parts = [*self._parts(diagram, found.outline, found.figure), *source]
            after = self._moved.after_table(found.outline) if self._output.picture is PictureForm.PDF else None
            if after is not None:
                after.extend(parts)
                parts = []
            found.outline.parent.replace(found.outline, parts)

    def _parts(self, diagram: ResolvedDiagram, outline: gitops_outline, figure: nodes.figure) -> list[nodes.Node]:
        """The outline: for a page of HTML at once, where no reference of it is open."""
        mode = self._output.outline_mode(diagram.request.outline)
        if mode in {"none", "short"}:
            self._warn_of_pages(diagram)
        if mode == "none":
            figure["ids"] += self._ids(diagram, outline["ids"])
            return []
        heading = self._heading(diagram, figure)
        html = self._html(diagram, outline["ids"]) if self._output.folded and mode != "short" else None
        if html:
            return [*heading, _summary(mode), html]
        return [*heading, *self._nodes(diagram, outline["ids"], mode)]

    def _ids(self, diagram: ResolvedDiagram, ids: list[str]) -> list[str]:
        """The ids of an outline that is left out."""
        parts = [node for node in self._builder(diagram, NODES).build() if isinstance(node, nodes.Element)]
        return [*ids, *(name for part in parts for node in part.findall(nodes.Element) for name in node["ids"])]

    def _warn_of_pages(self, diagram: ResolvedDiagram) -> None:
        """Warn of each ``doc`` that leads nowhere, as Sphinx does of a reference that a text version shows."""
        app, domain = self._app, gitops_domain(self._app.env)
        parts = self._builder(diagram, NODES).build()
        xrefs = [xref for part in parts for xref in part.findall(addnodes.pending_xref)]
        for xref in xrefs:
            if (xref["refdomain"], xref["reftype"]) != (domain.name, "doc"):
                continue
            target, shown = xref["reftarget"], nodes.inline()
            if domain.resolve_xref(app.env, xref["refdoc"], app.builder, "doc", target, xref, shown) is None:
                app.events.emit_firstresult("warn-missing-reference", domain, xref)

    def _heading(self, diagram: ResolvedDiagram, figure: nodes.figure) -> list[nodes.Node]:
        """On paper, the name of the workflow: nothing opens a text version there, and two may follow each other."""
        if self._output.medium is not Medium.PAPER:
            return []
        name = diagram.workflow.title
        caption = next((child.astext() for child in figure if isinstance(child, nodes.caption)), "")
        if diagram.request.view and caption:
            name = f"{name} ({caption})"
        words = nodes.strong("", f"{say(TEXT_VERSION)}: {name}")
        return [nodes.paragraph("", "", words, classes=["gitops-outline-title"])]

    def _html(self, diagram: ResolvedDiagram, ids: list[str]) -> nodes.raw | None:
        """The outline as HTML; None where Sphinx has to resolve a reference in it."""
        try:
            inside = "".join(self._builder(diagram, HTML).build())
        except UnresolvedReferenceError:
            return None
        return nodes.raw("", element("div", inside, classes=[*_CLASSES, *CONTAINER], ids=ids), format="html")

    def _nodes(self, diagram: ResolvedDiagram, ids: list[str], mode: str) -> list[nodes.Node]:
        """The outline as standard nodes, with a fold before them in HTML."""
        builder = self._builder(diagram, NODES)
        inside = builder.build_short() if mode == "short" else builder.build()
        container = nodes.container("", *inside, ids=ids, classes=list(_CLASSES))
        if not self._output.item_anchors:
            latex.target_items(container)
        if self._output.math_arrows:
            latex.draw_arrows(container)
        match self._output.outline:
            case Outline.BARE:
                return [*container.children]
            case Outline.CONTAINER:
                return [container]
            case Outline.FOLDED:
                return [_summary(mode), container]

    def _builder(self, diagram: ResolvedDiagram, make: Maker[Piece]) -> OutlineBuilder[Piece]:
        workflow, docname = diagram.workflow, self._origins.docname(diagram.node)
        view = bool(diagram.request.view)
        domain = gitops_domain(self._app.env)
        registered = domain.objects.get(workflow.id)
        own = not view and registered and registered.docname == docname
        return OutlineBuilder(
            make=make,
            workflow=diagram.selected.workflow if view else workflow,
            vocabulary=vocabulary(self._app.config),
            docname=docname,
            say=say,
            anchors=diagram.request.anchored,
            linked=view,
            foreign=diagram.foreign,
            brief=cache(domain.relations.brief) if own else lambda _: ComponentContext(),
            within=lambda brief: within(brief.mentions, self._app.env),
            held=self._described.get("" if self._output.single_page else docname, frozenset()),
            taken=self._taken,
            marked=diagram.marked,
            pictured=in_picture(diagram) if self._output.picture is PictureForm.INLINE else {},
        )

    @cached_property
    def _described(self) -> dict[str, frozenset[str]]:
        """The anchors that descriptions have, by document; under an empty name where all are on one page.

        A description that is not typeset is a target.
        """
        found: dict[str, set[str]] = {}
        for one in self._document.findall(nodes.Element):
            if isinstance(one, (addnodes.desc_signature, nodes.target)):
                docname = "" if self._output.single_page else self._origins.docname(one)
                found.setdefault(docname, set()).update(one["ids"])
        return {docname: frozenset(anchors) for docname, anchors in found.items()}

    def _taken(self, former: str, own: str) -> bool:
        """Whether a former name of a thing leads to another, which has it today or had it too."""
        row = gitops_domain(self._app.env).objects.get(former)
        return bool(row and row.current != own)


def _summary(mode: str) -> nodes.raw:
    """The element that opens and closes an outline on a page."""
    state = " open" if mode == "open" else ""
    summary = f'<details class="gitops-outline"{state}><summary>{escape(say(TEXT_VERSION))}</summary></details>'
    return nodes.raw("", summary, format="html")
