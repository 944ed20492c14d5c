"""A flow may end in a workflow of another project, ``PROJECT:WORKFLOW.ID``."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT
from sphinx_gitops.workflows.validation import flaws

TEXT = "id: w\nstages: {{s: {{components: {{A: a}}}}}}\nflows:\n  - {}\n"


def read(flow: str):
    return read_text(TEXT.format(flow), locate=lambda line, column: Span("w", line + 1, column + 1), default="x")


@pytest.mark.parametrize("flow", ["A --> other:argo.BUILD", "{from: A, to: 'other:argo.BUILD'}"])
def test_an_end_in_another_project_is_drawn_outside_every_box(flow):
    reading = read(flow)
    assert reading.problems == ()
    assert flaws(reading.workflow, DEFAULT) == []
    (node,) = scene(reading.workflow, DEFAULT).nodes
    assert (node.id, node.title, node.under) == ("other:argo.BUILD", "BUILD", "argo (other)")
    assert node.facts == ("in another project",)


@pytest.mark.parametrize("name", ["other:BUILD", "'1x:argo.BUILD'", "'a b:argo.BUILD'", "'other:argo.'", "'a:b:c.D'"])
def test_what_names_no_workflow_there_is_an_error(name):
    (problem,) = read(f"{{from: A, to: {name}}}").problems
    assert problem.code.value == "unknown-id"


def test_a_chain_goes_on_from_another_project():
    assert [flow.pairs for flow in read("A --> my-docs:argo.B --> A").workflow.flows]
    assert read("A --> my-docs:argo.B --> A").problems == ()
