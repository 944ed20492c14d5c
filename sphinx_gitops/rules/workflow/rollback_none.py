"""Production without a way back to the last good version."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_gitops.delivery import Delivery
from sphinx_gitops.model import FlowKind
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.rules.workflow_rule import EvidenceStep, Violation, WorkflowRule
from sphinx_gitops.runbook import Procedure


def _check(delivery: Delivery) -> Iterator[Violation]:
    if not delivery.whole:
        return
    flows = [flow for flow in delivery.workflow.flows if flow.kind is FlowKind.ROLLBACK]
    ends = (end for flow in flows for end in (*flow.sources, *flow.targets))
    back = delivery.entrances(ends) | set(delivery.of_kind("rollback"))
    graph = delivery.graph(frozenset(FlowKind))
    changed = graph.reach(back) | graph.reversed().reach(back)
    for name in delivery.production:
        if name not in changed and Procedure.ROLLBACK not in delivery.procedures(name):
            yield Violation(
                subject=delivery.components[name],
                message="no rollback is shown for production",
                remedy="add a component or a flow of the kind rollback, or a runbook with this procedure",
            )


def _evidence(delivery: Delivery) -> Iterator[EvidenceStep]:
    yield from delivery.of_kind("rollback")
    yield from (flow for flow in delivery.workflow.flows if flow.kind is FlowKind.ROLLBACK)


RULE = WorkflowRule(
    code="rollback-none",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    message="There is no way back from production to the last good version.",
    requirement="There is a way back from production to the last good version.",
    explanation=(
        "A workflow that leads to production shows how a bad version is taken back: a component of the kind "
        "rollback or a flow of that kind, or a runbook whose procedure is rollback."
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
  run: {kind: platform, components: {PROD: {kind: environment, tier: production}, BACK: {kind: rollback}}}
flows: [APP --> BUILD --> PROD, PROD -.->|bad| BACK, {from: BACK, to: PROD, kind: rollback}]
""",
    source=("DORA, recovery from failed deployments", "https://dora.dev/guides/dora-metrics-four-keys/"),
    check=_check,
    evidence=_evidence,
)
