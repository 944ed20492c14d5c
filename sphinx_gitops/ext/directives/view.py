"""The directive ``gitops-view``: another picture of a workflow that is defined anywhere in the project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_gitops.ext.application import PostTransform
from sphinx_gitops.ext.css_classes import style_class
from sphinx_gitops.ext.directives.figure import FigureDirective
from sphinx_gitops.ext.directives.options import leave_aside
from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.domain.entries import view_anchor
from sphinx_gitops.ext.domain.external import foreign_of
from sphinx_gitops.ext.domain.usage import packed_of
from sphinx_gitops.ext.drawing.diagram_scene import complaints
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.source_places import node_span
from sphinx_gitops.problems import Code, Problem

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class ViewDirective(FigureDirective):
    """``.. gitops-view:: WORKFLOW``."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """Leave a place for the picture: the workflow may not have been read yet."""
        leave_aside(self)
        name = self.arguments[0]
        diagram = self.diagram()
        diagram["view"] = name
        figure = self.figure(diagram)
        self.add_name(figure)
        return [figure, self.outline()]


def settle(env: BuildEnvironment, diagram: gitops_diagram) -> bool:
    """Give a picture what other workflows have: what a view shows, where flows end; false where a view has nothing."""
    if diagram["view"]:
        found = packed_of(env, diagram["view"])
        if found is None:
            return False
        diagram["docname"], diagram["workflow"] = found
        diagram["linked"] = True
        around = gitops_domain(env).relations.component(diagram.get("around", ""))
        if around:  # by its id of today
            diagram["selection"] = replace(diagram["selection"], focus=around.id)
    diagram["foreign"] = foreign_of(env, diagram.workflow)
    return True


class ResolveViews(PostTransform):
    """Finds what pictures show of other documents' workflows, once everything has been read."""

    default_priority = 3

    def run(self, **kwargs: object) -> None:
        """Settle every picture of the document, or say why a view cannot be."""
        if self.app.builder.name == "gettext":
            return
        number = 0
        for diagram in list(self.document.findall(gitops_diagram)):
            there = settle(self.env, diagram)
            if diagram["view"]:
                self._view(diagram, number, there=there)
                number += 1

    def _view(self, diagram: gitops_diagram, number: int, *, there: bool) -> None:
        """Settle a view: its text version's anchor, its workflow's colours, what is wrong with its options."""
        figure = diagram.parent
        outline = figure.parent[figure.parent.index(figure) + 1]
        assert isinstance(outline, gitops_outline)
        if not there:
            self._missing(diagram, figure, outline)
            return
        report(complaints(diagram))
        diagram["described"] = view_anchor(number)
        outline["ids"] = [diagram["described"]]
        if diagram.workflow.styles:
            figure["classes"] += ["gitops-styled", style_class(diagram["docname"], diagram.workflow.id)]

    def _missing(self, diagram: gitops_diagram, figure: nodes.Element, outline: gitops_outline) -> None:
        """Leave the caption and the name of what is not there."""
        name = diagram["view"]
        hint = gitops_domain(self.env).index.near_workflow(name)
        message = f"there is no workflow {name!r} in this project{hint}"
        report([Problem(code=Code.UNKNOWN_ID, message=message, span=node_span(diagram))])
        captions = [nodes.paragraph("", "", *child.children) for child in figure if isinstance(child, nodes.caption)]
        target = nodes.target("", "", ids=figure["ids"], names=figure["names"])
        outline.parent.remove(outline)
        paragraph = nodes.paragraph("", "", nodes.literal("", name))
        figure.replace_self([*([target] if figure["ids"] else []), paragraph, *captions])


def setup(app: Sphinx) -> None:
    """Register the directive, plainly and in the domain, and its post-transform."""
    app.add_directive("gitops-view", ViewDirective)
    app.add_directive_to_domain("gitops", "view", ViewDirective)
    app.add_post_transform(ResolveViews)
