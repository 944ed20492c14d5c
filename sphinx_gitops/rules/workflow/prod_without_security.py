"""Paths from code to production on which nothing checks security."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import WAYS, Delivery
from sphinx_gitops.model import FlowKind
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import EvidenceStep, Violation, WorkflowRule


def _check(delivery: Delivery) -> Iterator[Violation]:
    secured = any(flow.kind is FlowKind.SECURITY for flow in delivery.workflow.flows)
    reached = delivery.search(delivery.code, delivery.graph(WAYS - {FlowKind.SECURITY}), delivery.security)
    for name in delivery.production:
        path = reached.path(name)
        if path:
            yield Violation(
                subject=delivery.components[name],
                message="production is reached past every security check",
                path=path,
                absent=not delivery.security and not secured,
                remedy="let the path pass a security-scan, policy, signing or compliance component",
            )


def _evidence(delivery: Delivery) -> Iterator[EvidenceStep]:
    yield from (name for name in delivery.components if name in delivery.security)
    yield from (flow for flow in delivery.workflow.flows if flow.kind is FlowKind.SECURITY)


RULE = WorkflowRule(
    code="prod-without-security",
    severity=Severity.ERROR,
    profile=Profile.MINIMAL,
    message="Production is reached from code on a path without a security check.",
    requirement="Every path from code to production passes a security check.",
    explanation=(
        "Every path from a repository of code to a component of the tier production must pass a component "
        "that checks security (a scan, a policy, a signature, a compliance check, or what has the class or "
        "the sign of security) or a flow of the kind security. One path beside the check is enough for what "
        "nobody has looked at. With the profile minimal a workflow that shows no check at all is not judged."
    ),
    breaks="""\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}, SCAN: {kind: security-scan}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [APP --> BUILD --> SCAN --> PROD, BUILD --> PROD]
""",
    keeps="""\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}, SCAN: {kind: security-scan}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [APP --> BUILD --> SCAN --> PROD]
""",
    source=("DORA, pervasive security", "https://dora.dev/capabilities/pervasive-security/"),
    check=_check,
    evidence=_evidence,
)
