"""``sphinx-gitops render FILE``: a workflow as a picture; the suffix of the file that is written says of which kind."""

from __future__ import annotations

import argparse

from sphinx_gitops import api
from sphinx_gitops.cli.files import reading
from sphinx_gitops.cli.files.output import kind_of
from sphinx_gitops.cli.files.streams import STDOUT, say, write
from sphinx_gitops.cli.selection import add_collapse, add_selection, selected
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.render.direction_warnings import direction_warnings
from sphinx_gitops.render.drawing import RenderError
from sphinx_gitops.render.painting.standalone import SIDES, addresses
from sphinx_gitops.reports import to_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, what of it is drawn, and where to."""
    reading.add_arguments(parser)
    reading.add_status(parser)
    add_selection(parser)
    add_collapse(parser)
    words = "the picture, as .svg, .png or .pdf; default: an SVG on standard output"
    parser.add_argument("-o", "--output", default=STDOUT, metavar="FILE", help=words)
    words = "those of an SVG: for a light page, a dark one, or as the reader prefers"
    parser.add_argument("--colours", default=SIDES[0], choices=SIDES, help=words)


def render(options: argparse.Namespace) -> int:
    """Write the picture. Raises UsageError."""
    kind = kind_of(options.output, options.colours)
    opened = reading.open_workflow(options)
    if not opened.workflow:
        return opened.status
    part = selected(opened.workflow, options)
    shown, pages = part.scene(opened.settings.vocabulary, options), addresses(part.workflow)
    try:
        drawn, picture = api.draw_scene(shown, kind, pages=pages, colours=options.colours)
    except RenderError as error:
        say(f"{Problem(code=Code.RENDERER, message=str(error), span=Span(options.file, 1))}\n")
        return 1
    say(to_text(direction_warnings(opened.workflow, picture)))
    return write(drawn, options.output) or opened.status or part.status
