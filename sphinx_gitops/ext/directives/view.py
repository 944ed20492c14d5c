"""The directive ``gitops-view``: another picture of a workflow that is defined anywhere in the project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_gitops.ext.directives.figure import FigureDirective
from sphinx_gitops.ext.directives.options.options import report_unusable
from sphinx_gitops.ext.directives.options.status_option import status_sources
from sphinx_gitops.status import time_of

if TYPE_CHECKING:
    from docutils.nodes import Node


class ViewDirective(FigureDirective):
    """``.. gitops-view:: WORKFLOW``."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """A figure and an outline to resolve: the workflow may not have been read yet."""
        report_unusable(self)
        name = self.arguments[0]
        request = replace(self.request(view=name), statuses=status_sources(self))
        figure = self.figure(self.diagram(request), time=time_of(request.statuses))
        self.add_name(figure)
        return [figure, self.outline(request)]
