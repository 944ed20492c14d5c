"""compliance-trestle reads the component definition of a build."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path

import pytest

from support.audit_pages import FILES
from support.project import missing

pytestmark = pytest.mark.others


def test_trestle_reads_the_component_definition(build):
    if importlib.util.find_spec("trestle") is None:
        missing("compliance-trestle is not installed")
    component = importlib.import_module("trestle.oscal.component")
    app = build(FILES, builder="gitops-json")
    definition = component.ComponentDefinition.oscal_read(Path(app.outdir) / "gitops-oscal.json")
    (workflow,) = definition.components
    (implementation,) = workflow.control_implementations
    controls = {str(getattr(one.control_id, "root", one.control_id)) for one in implementation.implemented_requirements}
    assert {"declarative", "access-controls"} <= controls
