"""What the directives that draw share: options in, a request, its placeholders and the figure around them out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_gitops.ext.css_classes import STATUS_TIME_CLASS
from sphinx_gitops.ext.diagram_request import DiagramRequest, OutlineModes
from sphinx_gitops.ext.directives.options import mermaid_option
from sphinx_gitops.ext.directives.options.defaults import default_options
from sphinx_gitops.ext.directives.options.figure_options import FIGURE_OPTIONS
from sphinx_gitops.ext.directives.options.options import FIT, lenient
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.source_places import directive_span, option_lines
from sphinx_gitops.phrases.words import STATUS_TIME
from sphinx_gitops.problems import Problem, Span
from sphinx_gitops.view import Selection, without_focus

_LEGEND = 192
"""The width in px that a legend beside a picture takes, with the blank between, as the style sheet has it."""


def _has_text_beside(options: Mapping[str, Any]) -> bool:
    """Whether a picture has text beside it, and so its legend below."""
    return options.get("align") in {"left", "right"}


class FigureDirective(SphinxDirective):
    """A directive whose result is a figure with a picture, and its text equivalent."""

    option_spec: ClassVar = lenient(FIGURE_OPTIONS)

    @cached_property
    def span(self) -> Span:
        """The place of the directive."""
        return directive_span(self)

    def selection(self) -> Selection:
        """The part of the workflow that the options ask for."""
        for name, one in without_focus(self.options):
            span = directive_span(self, option_lines(self).get(name, 0))
            report([Problem(code=one.code, message=one.message, span=span)])
        words = {name: self.options[name] for name in ("show", "hide", "focus", "path", "hops") if name in self.options}
        return Selection(**words, upstream="upstream" in self.options, downstream="downstream" in self.options)

    def _defaults(self) -> dict[str, Any]:
        """The project's options; an own level of folding replaces both of the project."""
        found = dict(default_options(self.config))
        if {"collapse", "depth"} & set(self.options):
            found = {name: value for name, value in found.items() if name not in {"collapse", "depth"}}
        return found

    def request(self, *, view: str = "") -> DiagramRequest:
        """What the options ask for."""
        options = {**self._defaults(), **self.options}
        names = ("direction", "legend", "width", "fit", "alt")
        given = {name: options[name] for name in names if name in options}
        column = self.config.gitops_width
        if options.get("legend") == "right" and options.get("fit", column) == column and not _has_text_beside(options):
            given["fit"] = max(column - _LEGEND, FIT[0])
        return DiagramRequest(
            key=f"{self.env.docname}:{self.env.new_serialno('gitops-diagram')}",
            view=view,
            span=self.span,
            selection=self.selection(),
            outline=OutlineModes(**{**self._defaults().get("outline", {}), **self.options.get("outline", {})}),
            depth=min((depth for depth in map(options.get, ("collapse", "depth")) if depth is not None), default=None),
            config=mermaid_option.usable(options.get("config", {}), self.span),
            show_source="show-source" in options,
            highlight="highlight" in options,
            numbered="numbered" in options,
            **given,
        )

    def diagram(self, request: DiagramRequest, packed: bytes = b"") -> gitops_diagram:
        """The placeholder of the picture, with its own workflow as bytes unless it is a view."""
        diagram = gitops_diagram("", request=request, workflow=packed, translations={}, span=self.span)
        self.set_source_info(diagram)
        return diagram

    def outline(self, request: DiagramRequest, *ids: str) -> gitops_outline:
        """The placeholder of the outline."""
        outline = gitops_outline("", key=request.key, ids=list(ids))
        self.set_source_info(outline)
        return outline

    def figure(self, diagram: gitops_diagram, *, time: str = "") -> nodes.figure:
        """The figure around a placeholder, without any ids yet; *time* is that of its status."""
        options = {**self._defaults(), **self.options}
        figure = nodes.figure("", diagram, classes=["gitops-workflow", *options.get("class", [])])
        self.set_source_info(figure)
        if "align" in options:
            figure["align"] = options["align"]
        if self.options.get("caption"):
            inlines, messages = self.state.inline_text(self.options["caption"], self.lineno)
            caption = nodes.caption(self.options["caption"], "", *inlines)
            self.set_source_info(caption)
            figure += caption
            figure += messages
        elif time:  # now, for Sphinx numbers what has a caption when it has been read
            words = say(STATUS_TIME).replace("{time}", time)
            words = words[:1].upper() + words[1:]
            figure += nodes.caption("", "", nodes.inline("", words, classes=[STATUS_TIME_CLASS]))
        return figure
