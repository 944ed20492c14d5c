"""The post-transform of diagrams: placeholders in, the nodes that a builder knows out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docutils import nodes

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.css_classes import style_class
from sphinx_gitops.ext.domain.conditions import conditions_of
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.entries import anchor_of, figure_anchor, view_anchor
from sphinx_gitops.ext.domain.usage import packed_of
from sphinx_gitops.ext.drawing.resolved_diagram import ResolvedDiagram, resolve
from sphinx_gitops.ext.outputs.capabilities import capabilities
from sphinx_gitops.ext.outputs.output_documents import Origins
from sphinx_gitops.ext.placeholders import Placeholders, placeholders
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.resolve.figures import FigureResolver
from sphinx_gitops.ext.resolve.moved import MovedDiagrams
from sphinx_gitops.ext.resolve.outlines import OutlineResolver
from sphinx_gitops.ext.source_places import node_span
from sphinx_gitops.problems import Code, Problem


class ResolveDiagrams(PostTransform):
    """Resolves each diagram once, and makes its outline and its figure from that, before references are resolved."""

    default_priority = 4

    def run(self, **kwargs: object) -> None:
        """Replace every placeholder of the document."""
        if not capabilities(self.app).resolves:
            return  # the texts of placeholders are messages of the catalogue
        origins = Origins(self.document, self.env)
        found = [one for one in placeholders(self.document) if not self._without_component(one)]
        views = [one for one in found if one.diagram.request.view]
        for number, one in enumerate(views):
            if one.outline:
                one.outline["ids"] = [view_anchor(number)]
        known = [one for one in found if not self._without_workflow(one)]
        self._anchor_once(known, origins)
        moved = MovedDiagrams()
        outlines = OutlineResolver(self.app, origins, self.document, moved)
        figures = FigureResolver(self.app, origins, self.document)
        for one in known:
            diagram = resolve(self.env, one.diagram)
            if diagram.request.view:
                report(diagram.problems)
                self._style(diagram, one.figure)
            if capabilities(self.app).html_anchors:
                moved.move(one, diagram.workflow.title)
            described_by = one.outline_id
            outlines.replace(diagram, one)
            figures.replace(diagram, one, described_by)

    def _anchor_once(self, known: Sequence[Placeholders], origins: Origins) -> None:
        """Leave the anchors of a workflow to its first picture, where an output has two of different conditions."""
        conditions = {id(one): conditions_of(one.figure) for one in known}
        if not any(conditions.values()):
            return
        holds, seen = gitops_domain(self.env).holds, set[tuple[str, str]]()
        for one in known:
            request = one.diagram.request
            if request.view or not request.anchored or not all(map(holds, conditions[id(one)])):
                continue
            workflow = one.diagram.workflow
            name = (origins.docname(one.figure), workflow.id)
            if name in seen:
                anchors = {anchor_of(own) for own in (workflow.id, *workflow.formerly)}
                ids = [own for own in one.figure["ids"] if own not in anchors]
                one.figure["ids"] = ids or [figure_anchor(request.key)]  # Sphinx wants one
                one.diagram["request"] = replace(request, anchored=False)
                if one.outline:
                    one.outline["ids"] = []
            seen.add(name)

    def _without_component(self, found: Placeholders) -> bool:
        """Whether a neighbourhood's component is not there; its description has a warning, so the view is removed."""
        name = found.diagram.request.neighbourhood
        if not name or gitops_domain(self.env).relations.component(name):
            return False
        found.remove()
        return True

    def _style(self, diagram: ResolvedDiagram, figure: nodes.figure) -> None:
        """Give a view the colours of its workflow."""
        if diagram.workflow.styles:
            figure["classes"] += ["gitops-styled", style_class(diagram.defined_in, diagram.workflow.id)]

    def _without_workflow(self, found: Placeholders) -> bool:
        """Whether a view's workflow is not there; the caption and the name of the view then replace it."""
        name = found.diagram.request.view
        if not name or packed_of(self.env, name):
            return False
        index = gitops_domain(self.env).index
        if not index.unread(name):
            message = f"there is no workflow {name!r} in this project{index.near_workflow(name)}"
            report([Problem(code=Code.UNKNOWN_ID, message=message, span=node_span(found.diagram))])
        figure = found.figure
        captions = [nodes.paragraph("", "", *child.children) for child in figure if isinstance(child, nodes.caption)]
        target = nodes.target("", "", ids=figure["ids"], names=figure["names"])
        if found.outline:
            found.outline.parent.remove(found.outline)
        paragraph = nodes.paragraph("", "", nodes.literal("", name))
        figure.replace_self([*([target] if figure["ids"] else []), paragraph, *captions])
        return True
