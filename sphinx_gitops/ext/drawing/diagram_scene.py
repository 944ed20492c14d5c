"""The scene of a placeholder: what its directive asks for, in the colours and the language of the build."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.locale import say
from sphinx_gitops.ext.nodes import gitops_diagram
from sphinx_gitops.ext.source_places import node_span
from sphinx_gitops.model import Direction
from sphinx_gitops.problems import Problem
from sphinx_gitops.scene import Scene
from sphinx_gitops.view import SelectedWorkflow, collapse, scene, select

if TYPE_CHECKING:
    from sphinx.config import Config


def scene_of(diagram: gitops_diagram, config: Config) -> Scene:
    """What a placeholder's picture shows."""
    direction = Direction(diagram["direction"]) if diagram["direction"] else None
    part = selected_workflow(diagram)
    shown = scene(
        part.workflow,
        vocabulary(config),
        direction=direction,
        focus=part.focus,
        foreign=diagram["foreign"],
        say=say,
    )
    return collapse(replace(shown, hidden=part.hidden), diagram["depth"], say=say)


def selected_workflow(diagram: gitops_diagram) -> SelectedWorkflow:
    """The part of the workflow that a placeholder shows."""
    return select(diagram.workflow, diagram["selection"])


def complaints(diagram: gitops_diagram) -> list[Problem]:
    """What is wrong with the options that select a part, at the directive's line."""
    span = node_span(diagram)
    return [Problem(code=one.code, message=one.message, span=span) for one in selected_workflow(diagram).complaints]
