"""The page of the gallery that breaks every rule breaks every rule."""

from __future__ import annotations

import pytest

from sphinx_gitops.audit.assessment import Result, assess
from sphinx_gitops.audit.framework import read_framework
from sphinx_gitops.audit.subject import Audited
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.reader import read_path
from sphinx_gitops.rules import RULES
from sphinx_gitops.rules.judging import WorkflowRepository
from support.project import ROOT

FOLDER = ROOT / "docs/gallery/every-rule"


@pytest.fixture(scope="module")
def assessment():
    reading = read_path(FOLDER / "delivery.yaml")
    assert reading.problems == ()
    framework, problems = read_framework((FOLDER / "framework.yaml").read_text(encoding="utf-8"), "f.yaml", "f")
    assert problems == ()
    source = WorkflowRepository(shown="deploy", discovery=discover(FOLDER / "deploy"))
    return assess(framework, Audited(workflow=reading.workflow, runbooks={}, sources=(source,)))


def test_each_rule_is_a_control_and_none_is_met(assessment):
    assert [row.rule for row in assessment.rows] == [rule.code for rule in RULES]
    assert {row.result for row in assessment.rows} == {Result.NOT_MET}
