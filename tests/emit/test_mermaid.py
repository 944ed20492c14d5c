"""Mermaid of a whole workflow, read back by a parser of Mermaid: the nodes, boxes, edges and classes that it was written from."""

from __future__ import annotations

import json
from collections import defaultdict

from sphinx_gitops.emit import to_mermaid
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.view import scene
from sphinx_gitops.view.collapse import collapse
from sphinx_gitops.vocabulary import DEFAULT
from support.project import missing

WORKFLOW = """
stages:
  Source:
    title: Source Control
    class: source
    components: {APP: Application Code, INFRA: Infrastructure Code, CONFIG: Configuration, DEPLOY: Deployment Manifests}
  CI:
    title: Continuous Integration
    groups:
      Build:
        title: Build Pipeline
        class: build
        components: {BUILD: Build System, TEST: Test Runner, SCAN: Security Scanner, PKG: Package Registry}
      Verify:
        title: Verification
        class: verify
        components: {LINT: Linter, SEC: Security Check, COMP: Compliance Check}
  CD:
    title: Continuous Deployment
    groups:
      Operator:
        title: GitOps Operator
        class: ops
        components: {CTRL: Controller, RECON: Reconciler, DRIFT: Drift Detector}
      Manager:
        title: Resource Management
        class: manage
        components: {CONFMGR: Config Manager, SECMGR: Secret Manager, STATE: State Store}
  Platform:
    title: Runtime Platform
    class: platform
    components: {DEV: Development, STAGE: Staging, PROD: Production, DR: Disaster Recovery}
flows:
  - APP & INFRA & CONFIG & DEPLOY --> BUILD
  - BUILD --> TEST --> SCAN --> PKG
  - BUILD & TEST & SCAN --> LINT
  - LINT --> SEC --> COMP
  - PKG & COMP --> CTRL
  - CTRL --> RECON --> DRIFT
  - CTRL --> CONFMGR
  - CTRL --> SECMGR
  - RECON --> STATE
  - CONFMGR --> DEV & STAGE
  - SECMGR --> STAGE & PROD
  - STATE --> DR
"""


def graph(source: str) -> dict[str, object]:
    try:
        import merman
    except ImportError:
        missing("merman has no wheel for this machine")
    engine = merman.MermanEngine(json.dumps({"version": 2}), merman.MermanEngineServices())
    request = merman.MermanOperationRequestV4(
        operation_id="layout-json", source=source, uri=None, options_json="{}", control=None
    )
    found = json.loads(bytes(engine.execute(request).data))["semantic"]
    sharing = defaultdict(set)
    for node in found["nodes"]:
        colour = next((name for name in node["classes"] if name != "default"), "")
        sharing[colour].add(node["id"])
    return {
        "nodes": {node["id"]: node["label"] for node in found["nodes"]},
        "boxes": {box["id"]: (box["title"], frozenset(box["nodes"])) for box in found["subgraphs"]},
        "edges": sorted((edge["from"], edge["to"], edge["arrow"]) for edge in found["edges"]),
        "classes": {frozenset(ids) for ids in sharing.values()},
    }


# What the graph is, told apart from how the workflow above is written.
BOXES = {
    "Source": ("Source Control", "APP INFRA CONFIG DEPLOY"),
    "CI": ("Continuous Integration", "Build Verify"),
    "Build": ("Build Pipeline", "BUILD TEST SCAN PKG"),
    "Verify": ("Verification", "LINT SEC COMP"),
    "CD": ("Continuous Deployment", "Operator Manager"),
    "Operator": ("GitOps Operator", "CTRL RECON DRIFT"),
    "Manager": ("Resource Management", "CONFMGR SECMGR STATE"),
    "Platform": ("Runtime Platform", "DEV STAGE PROD DR"),
}
EDGES = """
APP BUILD, INFRA BUILD, CONFIG BUILD, DEPLOY BUILD, BUILD TEST, BUILD LINT, TEST SCAN, TEST LINT, SCAN PKG, SCAN LINT, LINT SEC, SEC COMP,
PKG CTRL, COMP CTRL, CTRL RECON, CTRL CONFMGR, CTRL SECMGR, RECON DRIFT, RECON STATE, CONFMGR DEV, CONFMGR STAGE, SECMGR STAGE, SECMGR PROD,
STATE DR
"""
TITLES = """
Application Code, Infrastructure Code, Configuration, Deployment Manifests, Build System, Test Runner, Security Scanner, Package Registry,
Linter, Security Check, Compliance Check, Controller, Reconciler, Drift Detector, Config Manager, Secret Manager, State Store,
Development, Staging, Production, Disaster Recovery
"""


def listed(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\n", " ").split(",")]


def test_a_workflow_is_read_back_as_its_own_graph():
    reading = read_text(WORKFLOW, locate=lambda line, column: Span("w", line + 1, column + 1), default="w")
    assert not reading.problems
    found = graph(to_mermaid(scene(reading.workflow, DEFAULT)))
    members = {name: ids.split() for name, (_, ids) in BOXES.items()}
    holding = [ids for ids in members.values() if not set(ids) & set(BOXES)]
    assert found["boxes"] == {name: (title, frozenset(members[name])) for name, (title, _) in BOXES.items()}
    assert found["nodes"] == dict(zip((name for ids in holding for name in ids), listed(TITLES), strict=True))
    assert found["edges"] == sorted((*edge.split(), "-->") for edge in listed(EDGES))
    assert found["classes"] == {frozenset(ids) for ids in holding}
    assert (len(found["nodes"]), len(found["edges"]), len(found["boxes"])) == (21, 24, 8)


def test_a_stage_that_is_drawn_as_one_node_has_its_note():
    text = "stages:\n  s: {title: Source, note: Where all begins, components: {A: One}}\n  t: {components: {B: Two}}\nflows: [A --> B]\n"
    workflow = read_text(text, locate=lambda line, _: Span("w", line + 1), default="w").workflow
    lines = to_mermaid(collapse(scene(workflow, DEFAULT), 0)).splitlines()
    assert any("Where all begins" in line for line in lines)
    assert sum("-.-" in line for line in lines) == 1
