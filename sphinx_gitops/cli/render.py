"""``sphinx-gitops render FILE``: a workflow as a picture."""

from __future__ import annotations

import argparse

from sphinx_gitops import api
from sphinx_gitops.cli import reading
from sphinx_gitops.cli.selection import add_collapse, add_selection, selected
from sphinx_gitops.cli.streams import STDOUT, say, write
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.render import RenderError, known
from sphinx_gitops.render.standalone import addresses


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, what of it is drawn, by what, and where to."""
    reading.add_arguments(parser)
    add_selection(parser)
    add_collapse(parser)
    parser.add_argument("-o", "--output", default=STDOUT, metavar="FILE", help="the SVG file; default: standard output")
    parser.add_argument("--engine", default="auto", choices=["auto", *known()])


def render(options: argparse.Namespace) -> int:
    """Write the picture. Raises UsageError."""
    opened = reading.open_workflow(options)
    if not opened.workflow:
        return opened.status
    part = selected(opened.workflow, options)
    shown = part.scene(opened.settings.vocabulary, options)
    try:
        drawn = api.draw_scene(shown, pages=addresses(part.workflow), engine=options.engine)
    except RenderError as error:
        say(f"{Problem(code=Code.RENDERER, message=str(error), span=Span(options.file, 1))}\n")
        return 1
    return write(drawn, options.output) or opened.status or part.status
