"""The gallery's workflows are right, and together they use the whole of the format's words."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import FlowKind, Tier
from sphinx_gitops.reader import read_path
from support.project import ROOT

FILES = sorted((ROOT / "docs/gallery").glob("*.yaml"))
WORKFLOWS = {file.stem: read_path(file).workflow for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_workflow_reads_without_a_problem_and_says_what_it_is(file):
    reading = read_path(file)
    assert not reading.problems
    assert reading.workflow.description or file.stem == "small"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_workflow_has_a_page_with_its_source(file):
    page = next(path for path in (file.with_suffix(".md"), file.with_suffix(".rst")) if path.exists())
    assert page.read_text(encoding="utf-8").count(file.name) == 2


@pytest.mark.parametrize("kind", list(FlowKind))
def test_the_gallery_has_the_flow(kind):
    assert any(flow.kind is kind for workflow in WORKFLOWS.values() for flow in workflow.flows)


@pytest.mark.parametrize("tier", list(Tier))
def test_the_gallery_has_the_tier(tier):
    assert any(component.tier is tier for workflow in WORKFLOWS.values() for component in workflow.components())


def test_one_picture_holds_sixty_components():
    assert len(list(WORKFLOWS["company"].components())) == 60


def test_the_delivery_of_the_gallery_is_that_of_the_demo():
    assert (ROOT / "docs/gallery/delivery.yaml").read_bytes() == (ROOT / "docs/demo/delivery.yaml").read_bytes()
