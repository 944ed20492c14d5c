"""Workflows to production that nothing watches."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import Violation, WorkflowRule, kinds

_KINDS = (
    "monitoring",
    "health",
    "deployment-status",
    "alert",
)
"""Kinds of components that keep the rule."""


def _check(delivery: Delivery) -> Iterator[Violation]:
    if delivery.whole and not delivery.of_kind(*_KINDS):
        yield Violation(
            subject=delivery.workflow,
            message="nothing watches production",
            remedy="add a component of the kind monitoring, health, deployment-status or alert",
        )


RULE = WorkflowRule(
    code="monitoring-missing",
    severity=Severity.INFO,
    profile=Profile.STRICT,
    message="Nothing watches production.",
    requirement="Production is watched.",
    explanation=(
        "A workflow that leads to production shows what tells that it is well: monitoring, health, a "
        "deployment status or an alert."
    ),
    breaks="""\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [APP --> BUILD --> PROD]
""",
    keeps="""\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}, MON: {kind: monitoring}}}
flows: [APP --> BUILD --> PROD --> MON]
""",
    source=("DORA, monitoring and observability", "https://dora.dev/capabilities/monitoring-and-observability/"),
    check=_check,
    evidence=kinds(*_KINDS),
)
