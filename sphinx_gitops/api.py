"""The package as a library: read a workflow, write it in words or as Mermaid, draw it. Knows nothing of Sphinx."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Literal

from sphinx_gitops import emit, render
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Problem, Severity
from sphinx_gitops.reader import read_path
from sphinx_gitops.render import Budget, RenderError
from sphinx_gitops.render.painting.legend_content import explained
from sphinx_gitops.render.painting.standalone import addresses, standalone
from sphinx_gitops.render.printing.converters import converter
from sphinx_gitops.render.printing.paper import Sheet, typeset
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT, Vocabulary

_PAPER = Sheet(453.5, 700.0)
"""An A4 page within its margins, in pt."""


class WorkflowError(ValueError):
    """A file has errors; ``problems`` are all of them, ``workflow`` what can be used in spite of them, or None."""

    def __init__(self, problems: tuple[Problem, ...], workflow: Workflow | None) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
        self.workflow = workflow


def read(path: str | PathLike[str], *, template: str = "", vocabulary: Vocabulary = DEFAULT) -> Workflow:
    """Read the workflow in a YAML file, laid over the built-in *template* where one is named.

    Raises :exc:`WorkflowError` where the file has errors, with every one of them.
    """
    reading = read_path(Path(path), source=str(path), template=template, vocabulary=vocabulary)
    if reading.workflow is None or any(problem.severity is Severity.ERROR for problem in reading.problems):
        raise WorkflowError(reading.problems, reading.workflow)
    return reading.workflow


def to_mermaid(workflow: Workflow, *, links: Mapping[str, str] | None = None, vocabulary: Vocabulary = DEFAULT) -> str:
    """Write a workflow as a Mermaid flowchart; *links* has an address for each id that is to be clicked."""
    shown = scene(workflow, vocabulary)
    keys = {node.id: node.key for node in shown.all_nodes()} | {box.id: box.key for box in shown.all_boxes()}
    addresses = {keys[name]: address for name, address in (links or {}).items() if name in keys}
    return emit.to_mermaid(shown, emit.MermaidOptions(links=addresses))


def to_outline(workflow: Workflow, *, vocabulary: Vocabulary = DEFAULT) -> str:
    """Write a workflow in words: stages, groups and components as a list, then the flows."""
    return emit.to_outline(workflow, vocabulary)


def draw(
    workflow: Workflow,
    kind: Literal["svg", "pdf", "png"] = "svg",
    *,
    width: float = 736.0,
    vocabulary: Vocabulary = DEFAULT,
) -> bytes:
    """Draw a workflow: an SVG for a page on screen, or a PDF or PNG for paper, with its legend.

    *width* is the width to fill on a screen, in px. In an SVG each component with a ``url`` leads there. Raises
    :exc:`RenderError` where it cannot be drawn, and ValueError for another *kind*.
    """
    if kind not in {"svg", "pdf", "png"}:
        raise ValueError(f"{kind!r} is no kind of picture: expected svg, pdf or png")
    if not workflow.stages:
        raise RenderError(f"the workflow {workflow.id!r} has no stage, so there is nothing to draw")
    shown = scene(workflow, vocabulary)
    if kind == "svg":
        picture = render.draw(shown, prefix="gitops", budget=Budget(width=width))
        return standalone(picture.svg, addresses(workflow)).encode() + b"\n"
    svg = typeset(shown, _PAPER, prefix="gitops", legend=explained(shown)).picture.svg
    return converter(svg).convert(svg, kind)
