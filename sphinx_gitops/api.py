"""The package as a library: read a workflow, write it in words or as Mermaid, draw it. Knows nothing of Sphinx."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import Literal, TypeAlias

from sphinx_gitops import emit
from sphinx_gitops.facts import LegendEntry
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Problem, Severity
from sphinx_gitops.reader import read_path
from sphinx_gitops.render import drawing
from sphinx_gitops.render.drawing import Budget, Picture, RenderError
from sphinx_gitops.render.painting.legends.legend_content import explained
from sphinx_gitops.render.painting.standalone import SIDES, ColourScheme, PlainInk, addresses, standalone
from sphinx_gitops.scene import Scene
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT, Vocabulary

DrawingFormat: TypeAlias = Literal["svg", "pdf", "png"]
"""What a picture is written as."""
KINDS: tuple[DrawingFormat, ...] = ("svg", "pdf", "png")
"""Each of them."""
_PAPER = (453.5, 700.0)
"""An A4 page within its margins, in pt."""


class WorkflowError(ValueError):
    """A file has errors; ``problems`` are all of them, ``workflow`` what can be used in spite of them, or None."""

    def __init__(self, problems: tuple[Problem, ...], workflow: Workflow | None) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
        self.workflow = workflow


def read(path: str | PathLike[str], *, template: str = "", vocabulary: Vocabulary = DEFAULT) -> Workflow:
    """Read the workflow in a YAML file, laid over the built-in *template* where one is named.

    The file is UTF-8, or UTF-16 with its mark, and follows the manual's page on the format. *vocabulary* has the kinds
    and colour classes that the workflow may use; :func:`sphinx_gitops.settings.read_settings` makes one of the values
    of a ``conf.py``.

    Raises :exc:`WorkflowError` where the file cannot be read or has errors, with every one of them.
    """
    reading = read_path(Path(path), source=str(path), template=template, vocabulary=vocabulary)
    if reading.workflow is None or any(problem.severity is Severity.ERROR for problem in reading.problems):
        raise WorkflowError(reading.problems, reading.workflow)
    return reading.workflow


def to_mermaid(workflow: Workflow, *, links: Mapping[str, str] | None = None, vocabulary: Vocabulary = DEFAULT) -> str:
    """Write a workflow as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html), which ends in a newline.

    *links* has an address for each id that is to be clicked; ids that the workflow has not are left out. Raises
    nothing.
    """
    shown = scene(workflow, vocabulary)
    keys = {node.id: node.key for node in shown.all_nodes()} | {box.id: box.key for box in shown.all_boxes()}
    addresses = {keys[name]: address for name, address in (links or {}).items() if name in keys}
    return emit.to_mermaid(shown, emit.MermaidOptions(links=addresses))


def to_outline(workflow: Workflow, *, vocabulary: Vocabulary = DEFAULT) -> str:
    """Write a workflow in words: stages, groups and components as a nested list, then the flows; plain text in lines.

    Raises nothing.
    """
    return emit.to_outline(workflow, vocabulary)


def draw(
    workflow: Workflow,
    kind: DrawingFormat = "svg",
    *,
    width: float = 736.0,
    vocabulary: Vocabulary = DEFAULT,
    colours: ColourScheme = "light",
) -> bytes:
    """Draw a workflow: an SVG for a page on screen, or a PDF or PNG for paper, with its legend.

    Returns the bytes of the file: an SVG 1.1 in UTF-8 whose sizes are in px, a PDF whose sizes are in pt, or a PNG with
    two pixels a px. In an SVG and in a PDF each component with a ``url`` leads there, and so does the label of
    a flow.

    *width* is what an SVG fills, in px. *colours* are those of an SVG: ``light``, ``dark``, or ``auto``, which
    follows ``prefers-color-scheme``. Paper is light.

    Raises :exc:`RenderError` where there is nothing to draw, or where the extra that writes the kind is not installed;
    ValueError where *kind* or *colours* is none.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of picture: expected svg, pdf or png")
    if colours not in SIDES:
        raise ValueError(f"there are no colours {colours!r}: expected light, dark or auto")
    if not workflow.stages:
        raise RenderError(f"the workflow {workflow.id!r} has no stage, so there is nothing to draw")
    shown = scene(workflow, vocabulary)
    return draw_scene(shown, kind, pages=addresses(workflow), width=width, colours=colours)[0]


def draw_scene(
    shown: Scene,
    kind: DrawingFormat = "svg",
    *,
    pages: Mapping[str, str],
    width: float = 736.0,
    colours: ColourScheme = "light",
    legend: Sequence[LegendEntry] | None = None,
) -> tuple[bytes, Picture]:
    """Draw a scene, which may be a part of a workflow, as :func:`draw` does: the file, and the picture that is in it.

    *pages* has an address for each id; *legend* is below the picture, on paper that of the scene if there is none.
    """
    # A file has no documents to lead to.
    alone = replace(shown, edges=tuple(replace(edge, doc="") for edge in shown.edges))
    if kind != "svg":
        from sphinx_gitops.render.printing.converters import converter  # noqa: PLC0415 - most are pages, and no paper
        from sphinx_gitops.render.printing.paper import Sheet, typeset  # noqa: PLC0415 - the same

        entries = explained(shown) if legend is None else legend
        printed = typeset(alone, Sheet(*_PAPER), prefix="gitops", legend=entries, links=kind == "pdf").picture
        svg = standalone(printed.svg, pages)
        return converter(svg).convert(svg, kind), printed
    ink = PlainInk(shown.swatches, colours)
    picture = drawing.draw(alone, prefix="gitops", budget=Budget(width=width), ink=ink, legend=legend or ())
    return standalone(picture.svg, pages, ink.style()).encode() + b"\n", picture
