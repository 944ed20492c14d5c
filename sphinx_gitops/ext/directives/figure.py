"""What the directives that draw share: options in, a request, its placeholders and the figure around them out."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_gitops.ext.diagram_request import DiagramRequest
from sphinx_gitops.ext.directives import mermaid_option
from sphinx_gitops.ext.directives.options import choice, lenient, number, width
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.source_places import directive_span, option_lines
from sphinx_gitops.model import Direction
from sphinx_gitops.problems import Problem, Span
from sphinx_gitops.view import LEVELS, Selection, without_focus

_direction = choice(*(member.value.lower() for member in Direction))
_level = choice(*LEVELS)


def _hops(argument: str) -> int | None:
    return None if (argument or "").strip() == "all" else number(argument)


class FigureDirective(SphinxDirective):
    """A directive whose result is a figure with a picture, and its text equivalent."""

    option_spec: ClassVar = lenient(
        {
            "name": directives.unchanged,
            "class": directives.class_option,
            "caption": directives.unchanged,
            "align": choice("left", "center", "right"),
            "alt": directives.unchanged,
            "width": width,
            "direction": lambda argument: Direction(_direction(argument).upper()),
            "show": directives.unchanged_required,
            "hide": directives.unchanged_required,
            "focus": directives.unchanged_required,
            "hops": _hops,
            "upstream": directives.flag,
            "downstream": directives.flag,
            "path": directives.unchanged_required,
            "collapse": lambda argument: LEVELS[_level(argument)],
            "depth": number,
            "legend": choice("right", "below", "none"),
            "outline": choice("open", "collapsed", "none"),
            "config": mermaid_option.parsed,
            "show-source": directives.flag,
        }
    )

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

    def request(self, *, view: str = "") -> DiagramRequest:
        """What the options ask for."""
        options = self.options
        given = {name: options[name] for name in ("direction", "legend", "outline", "width", "alt") if name in options}
        return DiagramRequest(
            key=f"{self.env.docname}:{self.env.new_serialno('gitops-diagram')}",
            view=view,
            selection=self.selection(),
            depth=min((options[name] for name in ("collapse", "depth") if name in options), default=None),
            config=mermaid_option.usable(options.get("config", {}), self.span),
            show_source="show-source" in options,
            **given,
        )

    def diagram(self, request: DiagramRequest, packed: bytes = b"") -> gitops_diagram:
        """The placeholder of the picture, with its own workflow as bytes unless it is a view."""
        diagram = gitops_diagram("", request=request, workflow=packed, translations={})
        self.set_source_info(diagram)
        return diagram

    def outline(self, request: DiagramRequest, *ids: str) -> gitops_outline:
        """The placeholder of the outline."""
        outline = gitops_outline("", key=request.key, ids=list(ids))
        self.set_source_info(outline)
        return outline

    def figure(self, diagram: gitops_diagram) -> nodes.figure:
        """The figure around a placeholder, without any ids yet."""
        figure = nodes.figure("", diagram, classes=["gitops-workflow", *self.options.get("class", [])])
        self.set_source_info(figure)
        if "align" in self.options:
            figure["align"] = self.options["align"]
        if self.options.get("caption"):
            inlines, messages = self.state.inline_text(self.options["caption"], self.lineno)
            caption = nodes.caption(self.options["caption"], "", *inlines)
            self.set_source_info(caption)
            figure += caption
            figure += messages
        return figure
