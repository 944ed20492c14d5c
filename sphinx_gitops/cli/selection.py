"""The options of a view in, as the directives have them; the part of a workflow, or the scene of it, out."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from sphinx_gitops.cli.files.reading import failed
from sphinx_gitops.cli.files.streams import say
from sphinx_gitops.cli.usage import hops, levels
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Problem, Span
from sphinx_gitops.reports import to_text
from sphinx_gitops.scene import Scene
from sphinx_gitops.view import (
    LEVELS,
    WHOLE,
    SelectedWorkflow,
    Selection,
    collapse,
    numbered,
    scene,
    select,
    without_focus,
)
from sphinx_gitops.vocabulary import Vocabulary

_NAMES = ("show", "hide", "focus", "path", "upstream", "downstream", "hops")


def add_selection(parser: argparse.ArgumentParser) -> None:
    """What is left of a workflow."""
    for name, metavar, words in (
        ("show", "TERMS", "show only what these match, such as 'stage:ci, kind:security-scan, prod-*'"),
        ("hide", "TERMS", "show nothing that these match"),
        ("focus", "IDS", "show what is near these"),
        ("path", "PATH", "show every way, such as 'APP -> PROD'"),
    ):
        parser.add_argument(f"--{name}", default="", metavar=metavar, help=words)
    parser.add_argument("--hops", default=1, type=hops, metavar="N", help="so many flows from the focus, or all")
    parser.add_argument("--upstream", action="store_true", help="only what leads to the focus")
    parser.add_argument("--downstream", action="store_true", help="only what the focus leads to")
    parser.add_argument("--numbered", action="store_true", help="number the flows, in the order of the whole workflow")


def add_collapse(parser: argparse.ArgumentParser) -> None:
    """How much of it is drawn."""
    parser.add_argument("--collapse", choices=tuple(LEVELS), help="draw each stage, or each group, as one node")
    parser.add_argument("--depth", type=levels, metavar="N", help="draw so many levels of boxes, deeper ones as nodes")


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectedPart:
    """The part of a workflow that the options ask for, and 1 where they ask for what is not there."""

    selected: SelectedWorkflow
    status: int

    @property
    def workflow(self) -> Workflow:
        """The part as a workflow of its own."""
        return self.selected.workflow

    def scene(self, vocabulary: Vocabulary, options: argparse.Namespace) -> Scene:
        """What is drawn of it."""
        depths = (LEVELS.get(options.collapse), options.depth)
        depth = min((depth for depth in depths if depth is not None), default=None)
        return collapse(scene(self.workflow, vocabulary, focus=self.selected.focus), depth)


def selected(workflow: Workflow, options: argparse.Namespace) -> SelectedPart:
    """The part that the options ask for; what is wrong with them goes to standard error."""
    whole = numbered(workflow) if options.numbered else workflow
    part = select(whole, Selection(**{name: getattr(options, name) for name in _NAMES}), spell="--{}")
    given = [name for name in _NAMES if getattr(options, name) != getattr(WHOLE, name)]
    complaints = [*(one for _, one in without_focus(given, spell="--{}")), *part.complaints]
    span = Span(options.file, 1)
    problems = [Problem(code=one.code, message=one.message, span=span) for one in complaints]
    say(to_text(problems))
    return SelectedPart(selected=part, status=failed(problems))
