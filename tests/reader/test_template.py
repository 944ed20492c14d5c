"""The built-in template shows every item of the brief."""

from __future__ import annotations

import pytest

from sphinx_gitops.model import FlowKind, Tier
from sphinx_gitops.problems import Code, Span
from sphinx_gitops.reader import read_text


def read(text: str = ""):
    return read_text(text, locate=lambda row, column: Span("t", row + 1, column + 1), default="t", template="gitops")


WORKFLOW = read().workflow
BY_KIND = {component.kind: component for component in WORKFLOW.components()}
TIERS = {component.tier for component in WORKFLOW.components()}


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("application code", "application-repository"),
        ("infrastructure code", "infrastructure-repository"),
        ("configuration files", "environment-config"),
        ("deployment manifests", "manifests"),
        ("CI pipeline: build system", "build"),
        ("test runners", "test"),
        ("security scanning", "security-scan"),
        ("artifact registry", "registry"),
        ("compliance checks", "compliance"),
        ("GitOps operator", "operator"),
        ("state reconciliation", "reconciler"),
        ("drift detection", "drift-detector"),
        ("config manager", "config-manager"),
        ("secret manager", "secret-manager"),
        ("state store", "state-store"),
        ("review", "approval"),
        ("rollback procedures", "rollback"),
        ("Kubernetes clusters", "cluster"),
        ("service mesh", "service-mesh"),
        ("monitoring stack", "monitoring"),
        ("logging system", "logging"),
        ("deployment status", "deployment-status"),
        ("system health", "health"),
        ("audit logging", "audit-log"),
    ],
)
def test_the_template_has(item, kind):
    assert kind in BY_KIND, item


@pytest.mark.parametrize("tier", list(Tier))
def test_the_template_has_the_environment(tier):
    assert tier in TIERS


@pytest.mark.parametrize("kind", list(FlowKind))
def test_the_template_has_the_flow(kind):
    assert any(flow.kind is kind for flow in WORKFLOW.flows)


def test_a_body_overrides_by_id():
    stages = "stages: {ci: {groups: {build: {components: {TEST: Unit tests}}}}}"
    found = {component.id: component for component in read(stages).workflow.components()}
    assert found["TEST"].title == "Unit tests"
    assert found["TEST"].kind == "test"


def test_null_removes_a_thing_with_its_flows():
    reading = read("stages: {ci: {groups: {build: {components: {SCAN: null}}}}}")
    assert not reading.problems
    assert "SCAN" not in {component.id for component in reading.workflow.components()}
    assert not any("SCAN" in flow.sources + flow.targets for flow in reading.workflow.flows)


def test_a_flow_of_the_body_to_a_removed_thing_is_an_error():
    reading = read("stages: {ci: {groups: {build: {components: {SCAN: null}}}}}\nflows: [BUILD --> SCAN]")
    assert [(problem.code, problem.span.line) for problem in reading.problems] == [(Code.UNKNOWN_ID, 2)]


def test_a_thing_named_in_another_place_moves_there():
    reading = read("stages: {monitoring: {components: {SCAN: {title: Scanner, kind: security-scan}}}}")
    assert not reading.problems
    assert [component.id for component in reading.workflow.components()].count("SCAN") == 1
