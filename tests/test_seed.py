"""The brief's example, in our format with ``class`` on its boxes and no kinds, is the brief's graph."""

from __future__ import annotations

import json
from collections import defaultdict

from conftest import missing

from sphinx_gitops.emit import to_mermaid
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.view import scene
from sphinx_gitops.vocabulary import DEFAULT

SEED = """
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


def test_our_text_gives_the_graph_of_the_brief(seed):
    reading = read_text(SEED, locate=lambda line, column: Span("seed", line + 1, column + 1), default="seed")
    assert not reading.problems
    ours = graph(to_mermaid(scene(reading.workflow, DEFAULT)))
    brief = graph((seed / "example.mmd").read_text(encoding="utf-8"))
    assert len(brief["nodes"]) == 21
    assert len(brief["edges"]) == 24
    assert len(brief["boxes"]) == 8
    assert ours == brief
