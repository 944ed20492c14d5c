"""``sphinx-gitops diff OLD NEW``: what a change does to a workflow, in words, and drawn."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field

from sphinx_gitops import api
from sphinx_gitops.cli.files import project
from sphinx_gitops.cli.files.output import kind_of
from sphinx_gitops.cli.files.project import Project, project_of
from sphinx_gitops.cli.files.reading import failed
from sphinx_gitops.cli.files.streams import STDOUT, put, say, write
from sphinx_gitops.cli.sides import Side, Sides, sides_of
from sphinx_gitops.diff import Change, compared
from sphinx_gitops.diff.formats import FORMATS
from sphinx_gitops.diff.marking import marked
from sphinx_gitops.diff.repository_workflow import RepositoryWorkflow, at_manifests, repository_workflow
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Code, Problem, Severity, Span
from sphinx_gitops.reader import read_path
from sphinx_gitops.render.drawing import RenderError
from sphinx_gitops.render.painting.standalone import SIDES, addresses
from sphinx_gitops.reports import to_text

_TROUBLE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is compared, how it is told, and where it is drawn."""
    parser.usage = "%(prog)s [-h] [--format FORMAT] [-o FILE] [--colours COLOURS] [--conf DIR] OLD NEW [-- FILE]"
    words = (
        "OLD NEW: two workflows, or two folders of manifests; or OLD NEW [-- FILE]: two revisions of the repository, "
        "or a revision and a file; OLD..NEW and OLD...NEW as git has them"
    )
    parser.add_argument("what", metavar="OLD NEW [-- FILE]", nargs="+", help=words)
    words = "text for readers, json for programs, markdown for a pull request"
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help=words)
    words = "also draw both in one picture, as .svg, .png or .pdf, with marks at what is new, gone and changed"
    parser.add_argument("-o", "--output", default="", metavar="FILE", help=words)
    words = "those of an SVG: for a light page, a dark one, or as the reader prefers"
    parser.add_argument("--colours", default=SIDES[0], choices=SIDES, help=words)
    project.add_arguments(parser)


@dataclass(frozen=True, slots=True)
class _Read:
    """The workflow of a side, None where there is none, and the project whose kinds it may have."""

    workflow: Workflow | None
    project: Project
    has_failed: bool = False
    made: RepositoryWorkflow = field(default_factory=RepositoryWorkflow)


def _of_file(side: Side, folder: str) -> _Read:
    found = project_of(str(side.path), folder)
    if not side.is_there:
        return _Read(None, found)
    reading = read_path(side.path, source=side.shown, vocabulary=found.settings.vocabulary)
    problems = [*found.problems, *found.explained(reading.problems)]
    say(to_text([problem for problem in problems if problem.severity is Severity.ERROR]))
    return _Read(reading.workflow, found, has_failed=reading.workflow is None or bool(failed(problems)))


def _empty(like: Workflow) -> Workflow:
    """A workflow without anything, which is called as another is."""
    return Workflow(id=like.id, title=like.title, span=like.span, description=like.description)


def _both(sides: Sides, folder: str) -> tuple[_Read, _Read] | None:
    """Both sides; None where one cannot be read, or neither has a workflow, which is said."""
    if sides.is_repository:
        made = [repository_workflow(side.path, side.name, _before_paths(side)) for side in (sides.old, sides.new)]
        old, new = (_Read(one.workflow, Project(), made=one) for one in made)
    else:
        old, new = (_of_file(side, folder) for side in (sides.old, sides.new))
    if old.has_failed or new.has_failed:
        return None
    if old.workflow is None and new.workflow is None:
        say(f"nothing found: {sides.old.shown} and {sides.new.shown} declare nothing; name a workflow: -- FILE\n")
        return None
    return old, new


def _before_paths(side: Side) -> str:
    """What goes before the paths of a folder in messages."""
    return side.shown if side.shown.endswith(":") else f"{side.shown}/"


def _draw(old: Workflow, new: Workflow, options: argparse.Namespace, read: _Read, *, is_repository: bool) -> int:
    """Write the picture; the exit status."""
    found = marked(old, new, read.project.settings.vocabulary, by_manifest=is_repository)
    kind = kind_of(options.output, options.colours)
    try:
        drawn, _ = api.draw_scene(found.scene, kind, pages=addresses(new), colours=options.colours, legend=found.legend)
    except RenderError as error:
        say(f"{Problem(code=Code.RENDERER, message=str(error), span=Span(options.output, 1))}\n")
        return _TROUBLE
    return _TROUBLE if write(drawn, options.output) else 0


def diff(options: argparse.Namespace) -> int:
    """Print what changes; 0 where nothing does, 1 where something does, 2 for trouble. Raises UsageError."""
    if options.output:
        kind_of(options.output, options.colours)
    with sides_of([word for word in options.what if word != "--"]) as sides:  # some versions of argparse leave it
        both = _both(sides, options.conf)
    if both is None:
        return _TROUBLE
    old, new = both
    known = new.workflow or old.workflow
    assert known
    before, after = old.workflow or _empty(known), new.workflow or _empty(known)
    changes: Sequence[Change] = compared(before, after, by_manifest=sides.is_repository)
    if sides.is_repository:
        changes = at_manifests(changes, old.made, new.made)
    if options.output:
        status = _draw(before, after, options, new, is_repository=sides.is_repository)
        if status:
            return status
    if options.output != STDOUT:
        put(FORMATS[options.format](changes))
    return int(bool(changes))
