"""Small repositories, drawn as workflows and held against what each workflow must be."""

from __future__ import annotations

import pytest
import yaml

from sphinx_gitops.importers.discovery_json import to_json
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.importers.workflow.patterns import covers
from sphinx_gitops.importers.workflow.writing import workflow_text
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text

POOL = {"Application", "ApplicationSet", "HelmRelease", "Kustomization"}


class Drawn:
    """A workflow, read back, and what it was made of."""

    def __init__(self, root):
        discovery = discover(root)
        self.found = to_json(discovery)
        self.text = workflow_text(discovery, root.name, "deploy")
        self.tree = yaml.safe_load(self.text)
        self.reading = read_text(
            self.text, locate=lambda line, column: Span("w.yaml", line + 1, column + 1), default="w"
        )
        self.components = {one.id: one for one in self.reading.workflow.components()}
        self.flows = [(*pair, flow.kind.value) for flow in self.reading.workflow.flows for pair in flow.pairs()]

    def title(self, identity):
        return self.components[identity].title

    def holders(self, identity):
        return [
            one.id
            for one in self.components.values()
            if any(covers(binding.object, identity) for binding in one.bindings)
        ]

    def named_flows(self):
        return [(self.title(source), self.title(target)) for source, target, _ in self.flows]


def sound(drawn):
    """Hold a workflow against everything that each must be."""
    assert drawn.reading.problems == ()
    assert len(drawn.components) <= 60
    assert len(drawn.flows) <= 120
    assert all(one.bindings for one in drawn.components.values())
    for one in drawn.found["objects"]:
        if one["kind"] in POOL:
            assert len(drawn.holders(one["id"])) == 1, one["id"]
    ids = {one["id"] for one in drawn.found["objects"]}
    folders = {folder for one in drawn.found["environments"] for folder in one["folders"]} | {"./"}
    for component in drawn.components.values():
        for binding in component.bindings:
            assert binding.object in folders or any(covers(binding.object, identity) for identity in ids)
    stages = list(drawn.tree["stages"])
    assert stages == [name for name in ("source", "ci", "cd", "platform") if name in stages]
    has_ci = any(one["kind"] in {"Workflow", "Job", "Pipeline", "PipelineRun"} for one in drawn.found["objects"])
    assert ("ci" in stages) == has_ci


@pytest.fixture
def draw(read, tmp_path):
    """Write a repository and draw it."""

    def run(files):
        read(files)
        drawn = Drawn(tmp_path / "fleet")
        sound(drawn)
        return drawn

    return run
