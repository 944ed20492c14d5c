"""Components that no flow touches."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import Violation, WorkflowRule


def _check(delivery: Delivery) -> Iterator[Violation]:
    flows = delivery.workflow.flows
    touched = {end for flow in flows for end in (*flow.sources, *flow.targets)}
    for name, component in delivery.components.items() if flows else ():
        if name not in touched and not touched.intersection(box.id for box in delivery.chains[name]):
            yield Violation(
                subject=component,
                message="no flow touches this component",
                remedy="draw what it receives or sends, or leave it out",
            )


RULE = WorkflowRule(
    code="unreachable-component",
    severity=Severity.INFO,
    profile=Profile.RECOMMENDED,
    message="A component that no flow touches.",
    requirement="Every component takes part in a flow.",
    explanation=(
        "A component without any flow, neither at itself nor at a box around it, says nothing about its part "
        "in the delivery. A workflow without flows is a list, and is not judged."
    ),
    breaks="""\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}, LINT: {kind: lint}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [APP --> BUILD --> PROD]
""",
    keeps="""\
stages:
  source: {kind: source, components: {APP: {kind: application-repository}}}
  ci: {kind: ci, components: {BUILD: {kind: build}, LINT: {kind: lint}}}
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}}}
flows: [APP --> BUILD --> LINT --> PROD]
""",
    source=None,
    check=_check,
    gap=lambda _: "",
)
