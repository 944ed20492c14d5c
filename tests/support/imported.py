"""Diagrams imported, and what of a workflow must be the same after ``emit`` and ``import``."""

from __future__ import annotations

from collections import Counter

from sphinx_gitops.emit import MermaidOptions, to_mermaid
from sphinx_gitops.importers.diagrams.diagram import Diagram
from sphinx_gitops.importers.diagrams.workflow_text import workflow_text
from sphinx_gitops.importers.mermaid.reading import read_mermaid
from sphinx_gitops.model import Group, Part, Workflow
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT


def read_back(diagram: Diagram) -> Workflow:
    """The workflow of a diagram, which is sound."""
    text, _ = workflow_text(diagram, "Imported")
    reading = read_text(text, locate=lambda line, column: Span("t", line + 1, column + 1), default="x")
    assert reading.workflow, (reading.problems, text)
    assert reading.problems == (), text
    return reading.workflow


def imported(source: str) -> Workflow:
    """The workflow of a flowchart in Mermaid."""
    return read_back(read_mermaid(source, 1))


def _named(part: Part) -> tuple:
    return part.id, words(part.title) or part.id, words(part.subtitle), words(part.note)


def _nested(group: Group) -> tuple:
    components = sorted(map(_named, group.components))
    title = (*_named(group), group.direction)
    return (*title, components, sorted(map(_nested, group.groups)))


def words(text: str) -> str:
    """A text without what has no width."""
    return " ".join("".join(c for c in text if c.isprintable()).split())


def graph(workflow: Workflow) -> tuple:
    """What is drawn of a workflow: stages with everything in them, and each arrow with its words."""
    shown = scene(workflow, DEFAULT)
    ids = {one.key: one.id for one in (*shown.all_nodes(), *shown.all_boxes())}
    edges = Counter((ids[one.source], ids[one.target], words(one.words)) for one in shown.edges)
    return [_nested(stage) for stage in workflow.stages], edges, workflow.direction


def emitted(workflow: Workflow) -> str:
    """A workflow as ``emit`` prints it."""
    return to_mermaid(scene(workflow, DEFAULT), MermaidOptions(config={"layout": "dagre"}))
