"""The text equivalent as the builder takes it: folded in HTML, whole elsewhere.

It is built here, after reading: dozens of transforms would walk through it, and none has anything to do there.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docutils import nodes
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.relations import ComponentContext
from sphinx_gitops.ext.drawing.diagram_scene import selected_workflow
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline
from sphinx_gitops.ext.outputs import latex, stylesheets
from sphinx_gitops.ext.outputs.output_documents import Origins, within
from sphinx_gitops.ext.resolve.mermaid_source import source_fold
from sphinx_gitops.ext.resolve.outline_markup import CONTAINER, HTML, NODES, Maker, Piece, UnresolvedError, element
from sphinx_gitops.ext.resolve.outline_nodes import OutlineBuilder
from sphinx_gitops.phrases import TEXT_VERSION

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_CLASSES = ("gitops-outline-body",)


class ResolveOutlines(PostTransform):
    """Settles the text equivalents for everyone, before the pictures replace the nodes that know the workflows."""

    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Replace every placeholder of the document."""
        if self.app.builder.name == "gettext":
            return  # the writer's words are taken from the picture's placeholder
        self._origins = Origins(self.document, self.env)
        for outline in list(self.document.findall(gitops_outline)):
            parent, place = outline.parent, outline.parent.index(outline)
            figure = parent[place - 1]
            assert isinstance(figure, nodes.figure)
            diagram = next(iter(figure.findall(gitops_diagram)))
            parent[place : place + 1] = [*self._parts(outline, figure, diagram), *self._source(diagram)]

    def _parts(self, outline: gitops_outline, figure: nodes.figure, diagram: gitops_diagram) -> list[nodes.Node]:
        """The outline as the builder takes it: for a page at once, where no reference of it is open."""
        page = stylesheets.takes_stylesheet(self.app.builder) and outline["fold"] != "none"
        written = self._written(outline, diagram) if page else None
        if written:
            return [_summary(outline), written]
        outline.extend(self._builder(diagram, NODES).build())
        return self._settled(outline, figure)

    def _written(self, outline: gitops_outline, diagram: gitops_diagram) -> nodes.raw | None:
        """The outline as HTML; None where Sphinx has to resolve a reference in it."""
        try:
            inside = "".join(self._builder(diagram, HTML).build())
        except UnresolvedError:
            return None
        return nodes.raw("", element("div", inside, classes=[*_CLASSES, *CONTAINER], ids=outline["ids"]), format="html")

    def _source(self, diagram: gitops_diagram) -> list[nodes.Node]:
        """The Mermaid text, where a reader can copy it: paper and terminals have no use for it."""
        wanted = diagram["source"] and stylesheets.takes_stylesheet(self.app.builder)
        return source_fold(diagram, self.config) if wanted else []

    def _builder(self, diagram: gitops_diagram, make: Maker[Piece]) -> OutlineBuilder[Piece]:
        workflow, docname = diagram.workflow, self._origins.docname(diagram)
        domain = gitops_domain(self.env)
        registered = domain.objects.get(workflow.id)
        own = not diagram["view"] and registered and registered.docname == docname
        return OutlineBuilder(
            make=make,
            workflow=selected_workflow(diagram).workflow if diagram["view"] else workflow,
            vocabulary=vocabulary(self.config),
            docname=docname,
            say=say,
            anchors=diagram["anchored"],
            linked=bool(diagram["view"]),
            foreign=diagram["foreign"],
            brief=cache(domain.relations.brief) if own else lambda _: ComponentContext(),
            within=lambda brief: within(brief.mentions, self.env),
            held=lambda name: self._held(name, docname),
            taken=self._taken,
        )

    def _held(self, name: str, docname: str) -> str:
        """The name whose anchor a component's description has, where it stands on the page of *docname*."""
        found = gitops_domain(self.env).index.description(name)
        if not found:
            return ""
        single = isinstance(self.app.builder, SingleFileHTMLBuilder)
        return found.name if single or found.docname == docname else ""

    def _taken(self, former: str, own: str) -> bool:
        """Whether a former name of a thing is another's of today."""
        row = gitops_domain(self.env).objects.get(former)
        return bool(row and not row.former and row.current != own)

    def _settled(self, outline: gitops_outline, figure: nodes.figure) -> list[nodes.Node]:
        """A container of standard nodes, with a fold before it in HTML."""
        container = nodes.container("", *outline.children, ids=outline["ids"], classes=list(_CLASSES))
        if self.app.builder.format in {"latex", "texinfo"}:
            latex.target_items(container)
        if self.app.builder.format == "latex":
            latex.draw_arrows(container)
        if self.app.builder.format == "man":
            return [*container.children]  # its writer sets no blank before what is the first in a container
        if not stylesheets.takes_stylesheet(self.app.builder):
            return [container]
        if outline["fold"] == "none":
            figure["ids"] += [name for node in outline.findall(nodes.Element) for name in node["ids"]]
            return []
        return [_summary(outline), container]


def _summary(outline: gitops_outline) -> nodes.raw:
    """What opens and closes an outline on a page."""
    state = " open" if outline["fold"] == "open" else ""
    summary = f'<details class="gitops-outline"{state}><summary>{escape(say(TEXT_VERSION))}</summary></details>'
    return nodes.raw("", summary, format="html")


def setup(app: Sphinx) -> None:
    """Register the post-transform."""
    app.add_post_transform(ResolveOutlines)
