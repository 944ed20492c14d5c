"""The package as a library: read a workflow, write it in words or as Mermaid, draw it. Knows nothing of Sphinx."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Literal

from sphinx_gitops import emit
from sphinx_gitops import render as engines
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Problem, Severity
from sphinx_gitops.reader import read_path
from sphinx_gitops.render import RenderError, arrange, choose, given
from sphinx_gitops.render.geometry.layout import Layout
from sphinx_gitops.render.painting.legend_content import explained
from sphinx_gitops.render.painting.standalone import addresses, standalone
from sphinx_gitops.render.paper import Plan, Sheet, typeset
from sphinx_gitops.render.printing.converters import converter
from sphinx_gitops.scene import Scene
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
    engine: str = "auto",
    timeout: float = 20.0,
    vocabulary: Vocabulary = DEFAULT,
) -> bytes:
    """Draw a workflow: an SVG for a page on screen, or a PDF or PNG for paper, with its legend.

    In an SVG each component with a ``url`` leads there.

    *engine* and *timeout*, in seconds, are as in ``conf.py``. Raises :exc:`RenderError` where it cannot be drawn.
    """
    if kind not in {"svg", "pdf", "png"}:
        raise ValueError(f"{kind!r} is no kind of picture: expected svg, pdf or png")
    found = choose(engine)
    if found is None:
        raise RenderError(f'the engine {engine!r} is not installed: pip install "sphinx-gitops[static]"')
    if not workflow.stages:
        raise RenderError(f"the workflow {workflow.id!r} has no stage, so there is nothing to draw")
    shown = scene(workflow, vocabulary)
    if kind == "svg":
        picture = engines.draw(shown, emit.to_graph, engine=found, prefix="gitops", timeout=timeout)
        return standalone(picture.svg, addresses(workflow)).encode() + b"\n"
    return _paper(shown, kind, engine, timeout)


def _paper(shown: Scene, kind: str, engine: str, timeout: float) -> bytes:
    found, errors = choose(engine), list[RenderError]()
    assert found is not None

    def lay(plan: Plan) -> Layout | None:
        source = given(plan.scene, emit.to_graph)
        try:
            return arrange(plan.scene, source, engine=found, config=plan.config, timeout=timeout)
        except RenderError as error:
            errors.append(error)
            return None

    printed = typeset(shown, lay, _PAPER, prefix="gitops", legend=explained(shown))
    if printed is None:
        raise RenderError(f"no layout for paper: {'; '.join(dict.fromkeys(map(str, errors)))}")
    return converter(printed.picture.svg).convert(printed.picture.svg, kind)
