"""What the directives that draw share: their options, and the figure around a picture to draw."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_gitops.ext.directives import mermaid_option
from sphinx_gitops.ext.directives.options import choice, lenient, number, width
from sphinx_gitops.ext.nodes import gitops_diagram, gitops_outline
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.source_places import option_lines, standing
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
            "direction": lambda argument: _direction(argument).upper(),
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
        """Where the directive stands."""
        return standing(self)

    def selection(self) -> Selection:
        """The part of the workflow that the options ask for."""
        for name, one in without_focus(self.options):
            span = standing(self, option_lines(self).get(name, 0))
            report([Problem(code=one.code, message=one.message, span=span)])
        words = {name: self.options[name] for name in ("show", "hide", "focus", "path", "hops") if name in self.options}
        return Selection(**words, upstream="upstream" in self.options, downstream="downstream" in self.options)

    def diagram(self) -> gitops_diagram:
        """The picture to draw, as far as the options tell."""
        diagram = gitops_diagram(
            workflow=b"",
            view="",
            foreign={},
            direction=self.options.get("direction", ""),
            selection=self.selection(),
            depth=min((self.options[name] for name in ("collapse", "depth") if name in self.options), default=None),
            config=mermaid_option.usable(self.options.get("config", {}), self.span),
            legend=self.options.get("legend", "below"),
            source="show-source" in self.options,
            fold=self.options.get("outline", "collapsed"),
            width=self.options.get("width", ""),
            alt=self.options.get("alt", ""),
            described="",
            anchored=False,
            linked=False,
            indexed=False,
            registered=False,
            entries=False,
            styles=(),
            span=self.span,
            translations={},
        )
        self.set_source_info(diagram)
        return diagram

    def outline(self) -> gitops_outline:
        """The place of the text equivalent."""
        outline = gitops_outline("", fold=self.options.get("outline", "collapsed"))
        self.set_source_info(outline)
        return outline

    def figure(self, diagram: gitops_diagram) -> nodes.figure:
        """The figure around a picture, without any anchors yet."""
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
